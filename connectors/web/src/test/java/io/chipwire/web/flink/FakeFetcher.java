package io.chipwire.web.flink;

import io.chipwire.web.FetchOutcome;
import io.chipwire.web.FetchRequest;
import io.chipwire.web.Fetcher;
import io.chipwire.web.Validators;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Answers from memory; everything not told otherwise is a page that says its own path. */
final class FakeFetcher implements Fetcher {

  private final Map<String, FetchOutcome> first = new ConcurrentHashMap<>();
  private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
  private final Map<String, Duration> delays = new ConcurrentHashMap<>();
  private final List<FetchRequest> requests = new CopyOnWriteArrayList<>();

  static FetchOutcome.Fetched page(URI uri, String type) {
    return page(uri, type, Validators.NONE);
  }

  static FetchOutcome.Fetched page(URI uri, String type, Validators validators) {
    byte[] body = uri.getPath().getBytes(StandardCharsets.UTF_8);
    return new FetchOutcome.Fetched(
        uri, type, "UTF-8", body, validators, Instant.ofEpochMilli(42), false);
  }

  /** The first attempt at an address comes to this. */
  void answerFirst(String url, FetchOutcome outcome) {
    first.put(url, outcome);
  }

  /** Requests to a host are not answered until the latch is open. */
  CountDownLatch hold(String host) {
    return held.computeIfAbsent(host, key -> new CountDownLatch(1));
  }

  void delay(String host, Duration delay) {
    delays.put(host, delay);
  }

  List<FetchRequest> requests() {
    return List.copyOf(requests);
  }

  List<String> paths() {
    return requests.stream().map(request -> request.uri().getPath()).toList();
  }

  @Override
  public FetchOutcome fetch(FetchRequest request) {
    requests.add(request);
    try {
      CountDownLatch latch = held.get(request.uri().getHost());
      if (latch != null) {
        latch.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    FetchOutcome told = request.attempt() == 0 ? first.get(request.uri().toString()) : null;
    return told == null ? page(request.uri(), "text/html") : told;
  }

  @Override
  public Optional<Duration> crawlDelay(URI uri) {
    return Optional.ofNullable(delays.get(uri.getHost()));
  }

  @Override
  public void close() {
    // nothing is open
  }
}
