package io.chipwire.job;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;

/** What an operator under test has counted. */
final class Counts {

  private Counts() {}

  static BackfillCounts of(AbstractStreamOperatorTestHarness<?> harness) {
    return BackfillCounts.of(values(harness));
  }

  static long value(AbstractStreamOperatorTestHarness<?> harness, String name) {
    return (Long) values(harness).get(name);
  }

  private static Map<String, Object> values(AbstractStreamOperatorTestHarness<?> harness) {
    Map<String, Object> values = new HashMap<>();
    harness
        .getEnvironment()
        .getAccumulatorRegistry()
        .getUserMap()
        .forEach((name, accumulator) -> values.put(name, accumulator.getLocalValue()));
    return values;
  }
}
