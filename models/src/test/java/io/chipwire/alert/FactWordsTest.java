package io.chipwire.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.article.Article;
import io.chipwire.extraction.Extraction;
import io.chipwire.fact.Basis;
import io.chipwire.fact.Bound;
import io.chipwire.fact.Change;
import io.chipwire.fact.Direction;
import io.chipwire.fact.Figure;
import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Metric;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FactWordsTest {

  private static Figure capex(
      int start, String value, String unit, @Nullable Change change, FigureStatus status) {
    BigDecimal number = new BigDecimal(value);
    return new Figure(
        start,
        start + 5,
        value,
        unit,
        number,
        number,
        Bound.EXACT,
        null,
        Metric.CAPEX,
        "amazon",
        null,
        "2026Q1",
        change,
        status,
        false,
        0.9);
  }

  private static Figure level(int start) {
    return capex(start, "43.2e9", "USD", null, FigureStatus.ACTUAL);
  }

  private static Figure up(int start, String percent, FigureStatus status) {
    return capex(start, percent, "%", new Change(Direction.UP, Basis.YOY), status);
  }

  private static String words(Figure figure, Figure... others) {
    Article article =
        new Article(
            "a", "test", 0, null, null, null, null, null, null, null, null, null, "en", "",
            List.of(), List.of());
    return new FactWords(new Extraction(article, List.of(), List.of(others), List.of(), List.of()))
        .of(figure);
  }

  @Test
  void saysHowMuchALevelChangedWhetherThatStandsBeforeOrBehindIt() {
    assertThat(words(level(100), up(120, "78", FigureStatus.ACTUAL)))
        .isEqualTo("amazon capex 2026Q1: $43.2B, up 78% YoY");
    assertThat(words(level(100), up(70, "78", FigureStatus.ACTUAL)))
        .isEqualTo("amazon capex 2026Q1: $43.2B, up 78% YoY");
    assertThat(
            words(level(100), up(20, "5", FigureStatus.ACTUAL), up(110, "78", FigureStatus.ACTUAL)))
        .as("the nearer one")
        .isEqualTo("amazon capex 2026Q1: $43.2B, up 78% YoY");
  }

  @Test
  void leavesChangesOfOtherThingsOut() {
    assertThat(words(level(1_000), up(10, "78", FigureStatus.ACTUAL)))
        .isEqualTo("amazon capex 2026Q1: $43.2B");
    assertThat(words(level(100), up(120, "78", FigureStatus.FORECAST)))
        .isEqualTo("amazon capex 2026Q1: $43.2B");
    assertThat(words(level(100), up(120, "78", FigureStatus.ACTUAL).withSubject("nvidia")))
        .isEqualTo("amazon capex 2026Q1: $43.2B");
  }
}
