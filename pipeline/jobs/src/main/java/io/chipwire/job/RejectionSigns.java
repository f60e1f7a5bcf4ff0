package io.chipwire.job;

import io.chipwire.article.Rejection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** What an operator sees of rejections: how many, by stage and reason. For the task's thread. */
final class RejectionSigns {

  private record Kind(Rejection.Stage stage, String reason) {}

  private final MetricGroup metrics;
  private final Map<Kind, Counter> counters = new HashMap<>();

  RejectionSigns(MetricGroup operator) {
    metrics = operator.addGroup("chipwire");
  }

  void wrote(Rejection rejection) {
    counters
        .computeIfAbsent(
            new Kind(rejection.stage(), rejection.reason().name().toLowerCase(Locale.ROOT)),
            kind ->
                metrics
                    .addGroup("stage", kind.stage.name().toLowerCase(Locale.ROOT))
                    .addGroup("reason", kind.reason)
                    .counter("rejections"))
        .inc();
  }
}
