package io.chipwire.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoldScoreTest {

  private static final String GOLD =
      """
      {"url": "https://a.example/1",
       "entities": [{"id": "aster", "type": "company", "name": "Aster Chips"}],
       "figures": [
         {"text": "$43.2 billion", "unit": "USD", "low": 43.2e9, "high": 43.2e9, "bound": "exact",
          "per": null, "metric": "capex", "subject": "aster", "product": null,
          "period": "2026Q1", "change": null, "status": "actual"},
         {"text": "78%", "unit": "%", "low": 78, "high": 78, "bound": "exact", "per": null,
          "metric": "capex", "subject": "aster", "product": null, "period": "2026Q1",
          "change": {"direction": "up", "basis": "yoy"}, "status": "actual"},
         {"text": "two fabs", "unit": "fab", "low": 2, "high": 2, "bound": "exact", "per": null,
          "metric": "capacity", "subject": "aster", "product": null, "period": null,
          "change": null, "status": "target"}],
       "commitments": [{"kind": "purchase", "obligors": ["aster", "birch"], "counterparty": "cedar",
          "amount": {"unit": "USD", "low": 1e9, "high": null, "bound": "min"}}],
       "signals": [{"kind": "capex", "subject": "aster", "direction": "up"}]}
      """;
  private static final String PREDICTED =
      """
      {"url": "https://a.example/1",
       "entities": [{"id": "aster-chips", "type": "company", "name": "Aster Chips"},
                    {"id": "dune", "type": "place", "name": "Dune"}],
       "figures": [
         {"unit": "USD", "low": 43200000000, "high": 43200000000, "bound": "exact",
          "metric": "capex", "subject": "aster", "period": "2026Q1", "status": "actual"},
         {"unit": "%", "low": 78.00000001, "high": 78, "bound": "exact", "metric": "capex",
          "subject": "aster", "period": "2026Q1",
          "change": {"direction": "down", "basis": "yoy"}, "status": "actual"}],
       "commitments": [{"kind": "supply", "obligors": ["birch", "aster"], "counterparty": "cedar",
          "amount": {"unit": "USD", "low": 1e9, "high": null, "bound": "min"}}],
       "signals": [{"kind": "capex", "subject": "aster", "direction": null}]}
      """;
  private static final String QUIET = "{\"url\": \"https://a.example/2\", \"figures\": []}";

  @Test
  void countsWhatIsFoundMissedAndInventedPerKindOfFact() {
    GoldScore score = score();

    assertThat(score.tally(GoldScore.FIGURE_VALUES)).isEqualTo(new Tally(2, 3, 2));
    assertThat(score.tally(GoldScore.FULL_FACTS)).isEqualTo(new Tally(1, 3, 2));
    assertThat(score.tally(GoldScore.ENTITIES)).isEqualTo(new Tally(1, 1, 2));
    assertThat(score.tally(GoldScore.COMMITMENTS)).isEqualTo(new Tally(0, 1, 1));
    assertThat(score.tally(GoldScore.COMMITMENT_PARTIES)).isEqualTo(new Tally(1, 1, 1));
    assertThat(score.tally(GoldScore.SIGNALS)).isEqualTo(new Tally(0, 1, 1));
    assertThat(score.tally(GoldScore.SIGNAL_KINDS)).isEqualTo(new Tally(1, 1, 1));
    assertThat(score.accuracy("change")).isEqualTo(0.5);
    assertThat(score.accuracy("metric")).isEqualTo(1.0);
  }

  @Test
  void printsTheReportOfTheReferenceScorer() {
    assertThat(score().report(0))
        .containsExactly(
            "2 articles, 1 without a prediction",
            "figures (value)        P 1.000  R 0.667  F1 0.800   (2 of 3 gold, 2 predicted)",
            "figures (full fact)    P 0.500  R 0.333  F1 0.400   (1 of 3 gold, 2 predicted)",
            "entities               P 0.500  R 1.000  F1 0.667   (1 of 1 gold, 2 predicted)",
            "commitments            P 0.000  R 0.000  F1 0.000   (0 of 1 gold, 1 predicted)",
            "commitments (parties)  P 1.000  R 1.000  F1 1.000   (1 of 1 gold, 1 predicted)",
            "signals                P 0.000  R 0.000  F1 0.000   (0 of 1 gold, 1 predicted)",
            "signals (kind)         P 1.000  R 1.000  F1 1.000   (1 of 1 gold, 1 predicted)",
            "figure fields, of values found: metric 1.000  subject 1.000  product 1.000"
                + "  period 1.000  bound 1.000  status 1.000  change 0.500",
            "quiet articles with a false signal: 0 of 1");
  }

  @Test
  void showsMissesAndInventionsUpToABound() {
    assertThat(score().report(1))
        .contains(
            "missed   figures (value)        https://a.example/1  ('fab', 2.0, 2.0, None)",
            "missed   signals                https://a.example/1  ('capex', 'aster', 'up')",
            "invented signals                https://a.example/1  ('capex', 'aster', None)",
            "invented entities               https://a.example/1  ('place', 'dune')",
            "missed   commitments            https://a.example/1"
                + "  ('purchase', ('aster', 'birch'), 'cedar', 'USD', 1000000000.0, None)");
  }

  @Test
  void countsAnAlarmOnAQuietArticle() {
    JsonNode alarm =
        json("{\"url\": \"https://a.example/2\", \"signals\": [{\"kind\": \"deal\"}]}");

    GoldScore score = GoldScore.of(List.of(json(QUIET)), Map.of("https://a.example/2", alarm));

    assertThat(score.quiet()).isEqualTo(1);
    assertThat(score.quietAlarmed()).isEqualTo(1);
  }

  @Test
  void tablesUnitsAndMetrics() {
    assertThat(score().classTable())
        .anySatisfy(line -> assertThat(line).startsWith("money ").contains("1.000   1.000   1.000"))
        .anySatisfy(line -> assertThat(line).startsWith("count ").contains("0.000   0.000   0.000"))
        .anySatisfy(line -> assertThat(line).startsWith("capex ").contains("     2         2"));
  }

  @Test
  void namesTheScoresItKnows() {
    assertThatThrownBy(() -> score().tally("figures"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("score \"figures\": expected one of [figures (value)");
  }

  private static GoldScore score() {
    return GoldScore.of(
        List.of(json(GOLD), json(QUIET)), Map.of("https://a.example/1", json(PREDICTED)));
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
