package io.chipwire.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.alert.Alert;
import io.chipwire.alert.Rules;
import io.chipwire.alert.Subscription;
import io.chipwire.alert.SubscriptionChange;
import io.chipwire.extraction.Extraction;
import io.chipwire.query.NameResolver;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.BroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;

class MatchSubscriptionsHarnessTest {

  private static final Instant NOW = Instant.parse("2026-05-01T08:00:00Z");

  private static final class Fixed implements MatchSubscriptions.Surroundings {

    private static final long serialVersionUID = 1;

    @Override
    public NameResolver names() {
      return NameResolver.NONE;
    }

    @Override
    public Supplier<Instant> clock() {
      return () -> NOW;
    }
  }

  private static BroadcastOperatorTestHarness<Extraction, SubscriptionChange, ArticleAlerts>
      harness() throws Exception {
    return ProcessFunctionTestHarnesses.forBroadcastProcessFunction(
        new MatchSubscriptions(new Fixed()),
        new MapStateDescriptor<>("nothing", Types.STRING, Types.BOOLEAN));
  }

  private static Extraction article(String id, String text) {
    return TestArticles.extraction(TestArticles.article(id, 1, text));
  }

  private static SubscriptionChange watch(String id, String query) {
    return SubscriptionChange.put(
        new Subscription(id, id, query, "ann", List.of(), Rules.USUAL, false, null, NOW, 1));
  }

  private static List<Alert> alerts(List<ArticleAlerts> each) {
    return each.stream().flatMap(one -> one.alerts().stream()).toList();
  }

  @Test
  void matchesWithChangesAsTheyCome() throws Exception {
    try (var harness = harness()) {
      harness.processBroadcastElement(watch("s1", "micron"), 0);
      harness.processBroadcastElement(SubscriptionChange.ALL_READ, 0);
      harness.processElement(article("a", "Micron sells memory."), 0);
      harness.processBroadcastElement(watch("s2", "memory"), 0);
      harness.processElement(article("b", "Micron sells memory."), 0);
      harness.processElement(article("c", "Nothing."), 0);

      assertThat(alerts(harness.extractOutputValues()))
          .extracting(alert -> alert.subscriptionId() + alert.articleId())
          .containsExactly("s1a", "s1b", "s2b");
      assertThat(alerts(harness.extractOutputValues()))
          .allSatisfy(alert -> assertThat(alert.alertedAt()).isEqualTo(NOW));
    }
  }

  @Test
  void letsArticlesWaitUntilAllSubscriptionsAreReadAlsoThroughARestart() throws Exception {
    OperatorSubtaskState state;
    try (var harness = harness()) {
      harness.processElement(article("a", "Micron sells memory."), 0);
      state = harness.snapshot(1, 1);
      assertThat(alerts(harness.extractOutputValues())).isEmpty();
    }
    var function = new MatchSubscriptions(new Fixed());
    try (var harness =
        new BroadcastOperatorTestHarness<>(
            new org.apache.flink.streaming.api.operators.co.CoBroadcastWithNonKeyedOperator<>(
                function,
                List.of(new MapStateDescriptor<>("nothing", Types.STRING, Types.BOOLEAN))),
            1,
            1,
            0)) {
      harness.initializeState(state);
      harness.open();
      harness.processBroadcastElement(watch("s1", "micron"), 0);
      harness.processElement(article("b", "Micron sells more."), 0);
      assertThat(alerts(harness.extractOutputValues())).isEmpty();
      harness.processBroadcastElement(SubscriptionChange.ALL_READ, 0);

      assertThat(alerts(harness.extractOutputValues()))
          .extracting(Alert::articleId)
          .containsExactly("a", "b");
    }
  }
}
