package io.chipwire.job;

import io.chipwire.web.FetchFailure;
import io.chipwire.web.FetchOutcome;
import io.chipwire.web.FetchRequest;
import io.chipwire.web.Fetcher;
import io.chipwire.web.Validators;
import io.chipwire.web.flink.FetcherFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A web of one process, without a network, whose addresses are the same in every run: what a kept
 * savepoint knows of it stays true. Has one list at {@link #LIST}; all in this process share it.
 */
final class PaperWeb implements FetcherFactory {

  static final String LIST = "https://wire.example/list.txt";

  private static final long serialVersionUID = 1;

  private static final Map<String, String> PAGES = new ConcurrentSkipListMap<>();
  private static final List<String> ASKED = new CopyOnWriteArrayList<>();

  /** An empty web. */
  static void clear() {
    PAGES.clear();
    ASKED.clear();
  }

  static void publish(int number, String text) {
    PAGES.put(
        url(number),
        "<html><head><title>Invented story %1$d</title></head><body><article><h1>Invented story %1$d</h1><p>%2$s</p></article></body></html>"
            .formatted(number, text));
  }

  static String url(int number) {
    return "https://wire.example/a/" + number;
  }

  /** Addresses of pages that were asked for, in order. */
  static List<String> asked() {
    return List.copyOf(ASKED);
  }

  @Override
  public Fetcher open() {
    return new Fetcher() {
      @Override
      public FetchOutcome fetch(FetchRequest request) {
        return answer(request);
      }

      @Override
      public Optional<Duration> crawlDelay(URI uri) {
        return Optional.empty();
      }

      @Override
      public void close() {
        // holds nothing open
      }
    };
  }

  private static FetchOutcome answer(FetchRequest request) {
    String url = request.uri().toString();
    boolean isList = url.equals(LIST);
    String body = isList ? String.join("\n", PAGES.keySet()) : PAGES.get(url);
    if (!isList) {
      ASKED.add(url);
    }
    if (body == null) {
      return new FetchOutcome.Failed(FetchFailure.STATUS, url + ": status 404, expected 200");
    }
    Validators version = new Validators("\"" + body.hashCode() + "\"", null);
    if (version.equals(request.validators())) {
      return new FetchOutcome.NotModified();
    }
    return new FetchOutcome.Fetched(
        request.uri(),
        isList ? "text/plain" : "text/html",
        "utf-8",
        body.getBytes(StandardCharsets.UTF_8),
        version,
        Instant.now(),
        false);
  }
}
