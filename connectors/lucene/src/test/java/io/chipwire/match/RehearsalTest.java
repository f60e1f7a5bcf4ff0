package io.chipwire.match;

import static io.chipwire.search.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chipwire.alert.Judgement;
import io.chipwire.alert.Rules;
import io.chipwire.alert.Subscription;
import io.chipwire.alert.Suppression;
import io.chipwire.extraction.Extraction;
import io.chipwire.fact.Metric;
import io.chipwire.query.NameResolver;
import io.chipwire.query.QuerySyntaxException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  private static Subscription paused(String query) {
    return new Subscription(
        "s", "s", query, "ann", List.of(), Rules.USUAL, true, null, Instant.EPOCH, 1);
  }

  private static Extraction capex(String id, String billions) {
    String words = "$" + billions + " billion";
    return article(id)
        .says("Amazon spent " + words + ".")
        .figure(words, "USD", billions + "e9", Metric.CAPEX, "amazon")
        .build();
  }

  @Test
  void saysOfEachArticleWhatWouldComeOfItThoughItIsPaused() throws Exception {
    try (Rehearsal rehearsal =
        new Rehearsal(paused("metric:capex value:>40B"), NameResolver.NONE)) {
      Judgement first = rehearsal.hear(capex("a", "43")).orElseThrow();
      assertThat(first.suppression()).isNull();
      assertThat(first.alert().sentence()).isEqualTo("Amazon spent $43 billion.");
      assertThat(first.alert().predicates()).containsExactly("metric:capex value:>40B");
      assertThat(rehearsal.hear(capex("b", "3"))).isEmpty();
      assertThat(rehearsal.hear(capex("c", "43")).orElseThrow().suppression())
          .isEqualTo(Suppression.KNOWN_FACT);
      assertThat(rehearsal.hear(capex("d", "44")).orElseThrow().suppression()).isNull();
    }
  }

  @Test
  void refusesAQueryThatCannotBeRead() {
    assertThatThrownBy(() -> new Rehearsal(paused("metrik:capex"), NameResolver.NONE))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessageContaining("did you mean metric:capex?");
  }
}
