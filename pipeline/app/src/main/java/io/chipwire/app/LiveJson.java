package io.chipwire.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.job.LiveCounts;
import io.chipwire.job.LiveProgress;
import io.chipwire.job.LiveReport;
import io.chipwire.job.monitor.Health;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Tells programs how a live job stands: a JSON object a minute, and one in the end. */
final class LiveJson implements LiveProgress {

  private static final long EVERY_MILLIS = 60_000;

  private final PrintWriter out;
  private final Clock clock;
  private Instant last;

  LiveJson(PrintWriter out, Clock clock) {
    this.out = out;
    this.clock = clock;
    this.last = clock.instant();
  }

  @Override
  public synchronized void progress(LiveCounts counts, boolean running, Health health) {
    Instant now = clock.instant();
    if (now.toEpochMilli() - last.toEpochMilli() < EVERY_MILLIS) {
      return;
    }
    last = now;
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("at", now.toString());
    object.put("running", running);
    object.put("status", health.status().name().toLowerCase(Locale.ROOT));
    putCounts(object, counts);
    object.put("linksWaiting", health.linksWaiting());
    object.put("failing", names(health, Health.State.FAILING));
    object.put("silent", names(health, Health.State.SILENT));
    Instant checkpoint = health.lastCheckpoint();
    object.put("lastCheckpoint", checkpoint == null ? null : checkpoint.toString());
    print(object);
  }

  @Override
  public synchronized void monitored(InetSocketAddress at) {
    print(Map.of("monitoring", MonitorUrl.of(at)));
  }

  /** How it ended. */
  synchronized void report(LiveReport report) {
    Map<String, Object> object = new LinkedHashMap<>();
    putCounts(object, report.counts());
    object.put("atCheckpoint", report.atCheckpoint());
    object.put("resumed", report.resumed());
    object.put("seconds", report.elapsed().toMillis() / 1000.0);
    object.put(
        "deadLetters", report.deadLetters() == null ? null : report.deadLetters().toString());
    print(object);
  }

  private static void putCounts(Map<String, Object> object, LiveCounts counts) {
    object.put("links", counts.links());
    object.put("known", counts.known());
    object.put("articles", counts.articles());
    object.put("revisions", counts.revisions());
    object.put("unchanged", counts.unchanged());
    object.put("copies", counts.copies());
    object.put("late", counts.late());
    object.put("futureDated", counts.futureDated());
    object.put("rejected", new TreeMap<>(counts.rejected()));
  }

  private static List<String> names(Health health, Health.State state) {
    return health.sources().stream()
        .filter(source -> source.state() == state)
        .map(Health.Source::name)
        .toList();
  }

  private void print(Map<String, Object> object) {
    try {
      out.println(ExtractionJson.mapper().writeValueAsString(object));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
    out.flush();
  }
}
