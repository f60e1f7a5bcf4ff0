package io.chipwire.job;

import io.chipwire.alert.Alert;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Of the revisions of one article, keyed by its id, tells the alerts of the last one in the inputs,
 * when all are read: the index keeps no other, and what an earlier revision said may have been
 * taken back. Passes nothing on before the end of the inputs.
 *
 * <p>Owned state: by article id its last revision's alerts, until the end.
 */
final class KeepLastAlerts extends KeyedProcessFunction<String, ArticleAlerts, Alert> {

  private static final long serialVersionUID = 1;

  private transient ValueState<ArticleAlerts> last;

  @SuppressWarnings("NullAway.Init") // Flink calls open first
  KeepLastAlerts() {}

  @Override
  public void open(OpenContext context) {
    last =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>("last-alerts", TypeInformation.of(ArticleAlerts.class)));
  }

  @Override
  public void processElement(ArticleAlerts alerts, Context context, Collector<Alert> out)
      throws Exception {
    ArticleAlerts before = last.value();
    if (before == null || before.ordinal() <= alerts.ordinal()) {
      last.update(alerts);
      context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Alert> out) throws Exception {
    last.value().alerts().forEach(out::collect);
    last.clear();
  }
}
