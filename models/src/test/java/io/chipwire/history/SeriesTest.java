package io.chipwire.history;

import static io.chipwire.history.Statements.capex;
import static io.chipwire.history.Statements.figure;
import static io.chipwire.history.Statements.rise;
import static io.chipwire.history.Statements.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.fact.Bound;
import io.chipwire.fact.Figure;
import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Metric;
import io.chipwire.story.Fingerprint;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {

  private final List<Statement<Figure>> statements =
      List.of(
          capex("$43.2 billion", "43.2e9", "2026Q1", source("c", "Wire", "2026-05-01")),
          figure(
              "$40 billion",
              "USD",
              "40e9",
              Bound.ABOUT,
              "2026Q1",
              null,
              FigureStatus.GUIDANCE,
              source("a", "Wire", "2026-02-01")),
          capex("$43.2 billion", "43.2e9", "2026Q1", source("b", "Daily", "2026-04-30")),
          rise("78%", "78", "2026Q1", source("b", "Daily", "2026-04-30")),
          capex("$24.3 billion", "24.3e9", "2025Q1", source("b", "Daily", "2026-04-30")),
          figure(
              "$200 billion",
              "USD",
              "200e9",
              Bound.EXACT,
              "2026",
              null,
              FigureStatus.GUIDANCE,
              source("b", "Daily", "2026-04-30")),
          withoutPeriod(source("b", "Daily", "2026-04-30")));

  private static Statement<Figure> withoutPeriod(Source source) {
    return figure("$1 billion", "USD", "1e9", Bound.EXACT, null, null, FigureStatus.ACTUAL, source);
  }

  @Test
  void pointsAreOrderedAndResultsComeBeforeOutlooks() {
    List<Series> all = Series.of(statements, null);
    Series series = all.get(0);

    assertThat(all).hasSize(2);
    assertThat(series.byStatement()).isFalse();
    assertThat(series.metric()).isEqualTo(Metric.CAPEX);
    assertThat(series.subject()).isEqualTo("amazon");

    assertThat(series.points())
        .extracting(Series.Point::period)
        .containsExactly("2026", "2025Q1", "2026Q1");
    Series.Point last = series.points().get(2);
    assertThat(last.length()).isEqualTo(Period.Length.QUARTER);
    assertThat(last.values())
        .extracting(StatedValue::text)
        .containsExactly("$40 billion", "$43.2 billion");
    assertThat(last.best().text()).isEqualTo("$43.2 billion");
    assertThat(last.best().status()).isEqualTo(FigureStatus.ACTUAL);
    assertThat(last.best().firstSeen()).isEqualTo(Instant.parse("2026-04-30T00:00:00Z"));
    assertThat(last.best().sources()).extracting(Source::articleId).containsExactly("b", "c");
    assertThat(last.best().origins()).isEqualTo(2);
  }

  @Test
  void figuresWithoutAPeriodStandAtTheMonthInWhichTheyWereStated() {
    Series series = Series.of(statements, null).get(1);

    assertThat(series.byStatement()).isTrue();
    assertThat(series.points()).hasSize(1);
    assertThat(series.points().get(0).period()).isEqualTo("2026-04");
    assertThat(series.points().get(0).best().text()).isEqualTo("$1 billion");
  }

  @Test
  void whatHasNeitherPeriodNorDateIsLeftOut() {
    Statement<Figure> undated = withoutPeriod(source("b", "Daily", null));
    assertThat(Series.of(List.of(undated), null)).isEmpty();
  }

  @Test
  void whatWasNotYetKnownIsLeftOut() {
    Series series = Series.of(statements, Instant.parse("2026-03-01T00:00:00Z")).get(0);

    assertThat(series.points()).hasSize(1);
    assertThat(series.points().get(0).best().text()).isEqualTo("$40 billion");
  }

  @Test
  void copiesAndArticlesOfOneOutletAreOneOrigin() {
    Fingerprint print = Fingerprint.of("word ".repeat(50)).orElseThrow();
    List<Source> sources =
        List.of(
            new Source("a", null, null, "A", null, "s", print),
            new Source("b", null, null, "B", null, "s", print),
            new Source("c", null, null, "C", null, "s", null),
            new Source("d", null, null, "c", null, "s", null),
            new Source("e", "https://e.example/1", null, null, null, "s", null),
            new Source("f", "https://www.e.example/2", null, "F", null, "s", null));

    assertThat(StatedValue.origins(sources)).isEqualTo(3);
  }
}
