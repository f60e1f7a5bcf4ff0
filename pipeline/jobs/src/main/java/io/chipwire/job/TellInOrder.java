package io.chipwire.job;

import io.chipwire.alert.Alert;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Tells the alerts of one subscription, keyed by its id, in the order in which their articles were
 * published, when all are known: what was told first is what later ones are compared with.
 *
 * <p>Owned state: by subscription id its alerts, until the end of the inputs.
 */
final class TellInOrder extends KeyedProcessFunction<String, Alert, Alert> {

  private static final long serialVersionUID = 1;

  /** By id, so that an alert that comes twice is there once. */
  private transient MapState<String, Alert> alerts;

  @SuppressWarnings("NullAway.Init") // Flink calls open first
  TellInOrder() {}

  @Override
  public void open(OpenContext context) {
    alerts =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("alerts", Types.STRING, TypeInformation.of(Alert.class)));
  }

  @Override
  public void processElement(Alert alert, Context context, Collector<Alert> out) throws Exception {
    alerts.put(alert.id(), alert);
    context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Alert> out) throws Exception {
    List<Alert> all = new ArrayList<>();
    alerts.values().forEach(all::add);
    all.sort(Alert.IN_ORDER);
    all.forEach(out::collect);
    alerts.clear();
  }
}
