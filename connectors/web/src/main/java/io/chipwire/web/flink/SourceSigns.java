package io.chipwire.web.flink;

import io.chipwire.web.FetchOutcome;
import io.chipwire.web.Look;
import io.chipwire.web.Standing;
import io.chipwire.web.Watch;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an operator sees of one watched source: metrics labelled with its name, and a line in the
 * log when it falls ill or recovers.
 *
 * <p>Written to by the task's thread, read by those of metric reporters.
 */
final class SourceSigns {

  private static final Logger LOG = LoggerFactory.getLogger(SourceSigns.class);

  private final String name;
  private final MetricGroup metrics;
  private final Map<String, Counter> looks = new HashMap<>();
  private volatile Standing standing;
  private volatile @Nullable Instant lastLook;

  /** Of a source that was not looked at in this run. */
  SourceSigns(MetricGroup operator, Watch watch) {
    name = watch.source().name();
    standing = watch.standing();
    metrics = operator.addGroup("chipwire").addGroup("source", name);
    gauge("source_state", () -> standing.condition().ordinal());
    gauge("source_message", () -> standing.message());
    gauge("source_last_look_timestamp_millis", () -> millis(lastLook));
    gauge("source_last_news_timestamp_millis", () -> millis(standing.lastNews()));
  }

  /** A gauge without a value says null, which Flink does not mark as such. */
  private <T> void gauge(String gauge, Gauge<@Nullable T> value) {
    metrics.gauge(gauge, value);
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  /** To be called when the watch has taken a look in. */
  void looked(Watch watch, Look look, Instant now) {
    Standing before = standing;
    standing = watch.standing();
    lastLook = now;
    looks
        .computeIfAbsent(
            outcome(look, now), outcome -> metrics.addGroup("outcome", outcome).counter("looks"))
        .inc();
    if (before.condition() != standing.condition()) {
      tell(standing);
    }
  }

  private String outcome(Look look, Instant now) {
    if (look.document() != null) {
      return now.equals(standing.lastNews()) ? "news" : "nothing_new";
    }
    if (look.unreadable() != null) {
      return "unreadable";
    }
    return look.outcome() instanceof FetchOutcome.NotModified
        ? "not_modified"
        : FetchResult.of(look.outcome());
  }

  private void tell(Standing now) {
    switch (now.condition()) {
      case FINE -> LOG.info("source {} is fine again", name);
      case FAILING -> LOG.warn("a source fails: {}", now.message());
      case SILENT -> LOG.warn("source {} is silent: {}", name, now.message());
    }
  }
}
