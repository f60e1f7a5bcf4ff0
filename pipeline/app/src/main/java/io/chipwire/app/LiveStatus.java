package io.chipwire.app;

import io.chipwire.job.LiveCounts;
import io.chipwire.job.monitor.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How a live job stands, in a line for eyes.
 *
 * @param counts what was done
 * @param running false while it starts, also again after a failure
 * @param health of sources and checkpoints
 * @param articlesPerMinute new ones and revisions; empty at the beginning
 * @param at when it stood so
 */
record LiveStatus(
    LiveCounts counts,
    boolean running,
    Health health,
    OptionalDouble articlesPerMinute,
    Instant at) {

  private static final String BETWEEN = ", ";

  /** What matters most stands first; what no longer fits into the width is left out. */
  String line(int width) {
    StringBuilder line = new StringBuilder();
    for (String part : parts()) {
      String more = line.isEmpty() ? part : BETWEEN + part;
      if (line.length() + more.length() > width) {
        break;
      }
      line.append(more);
    }
    return line.toString();
  }

  private List<String> parts() {
    List<String> parts = new ArrayList<>();
    if (!running) {
      parts.add("starting");
    }
    parts.add(text("%,d articles", counts.articles()));
    articlesPerMinute.ifPresent(rate -> parts.add(text("%,.1f/min", rate)));
    parts.add(text("%,d links waiting", health.linksWaiting()));
    List<String> trouble = new ArrayList<>();
    many(trouble, "%,d failing", health.sources(Health.State.FAILING));
    many(trouble, "%,d silent", health.sources(Health.State.SILENT));
    if (!trouble.isEmpty()) {
      parts.add("sources: " + String.join(BETWEEN, trouble));
    }
    Instant last = health.lastCheckpoint();
    parts.add(last == null ? "no checkpoint yet" : "checkpoint " + age(last) + " ago");
    parts.add(text("%,d rejected", counts.rejectedInAll()));
    parts.add(text("%,d revisions", counts.revisions()));
    parts.add(text("%,d links", counts.links()));
    parts.add(text("%,d unchanged", counts.unchanged()));
    return parts;
  }

  private static void many(List<String> parts, String format, int count) {
    if (count > 0) {
      parts.add(text(format, count));
    }
  }

  private String age(Instant instant) {
    Duration age = Duration.between(instant, at);
    if (age.isNegative()) {
      return "0 s";
    }
    return age.toMinutes() < 2 ? age.toSeconds() + " s" : text("%,d min", age.toMinutes());
  }

  private static String text(String format, Object value) {
    return String.format(Locale.ROOT, format, value);
  }
}
