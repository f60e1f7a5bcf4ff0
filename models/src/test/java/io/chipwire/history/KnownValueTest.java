package io.chipwire.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.article.Article;
import io.chipwire.fact.Bound;
import io.chipwire.fact.Figure;
import io.chipwire.fact.FigureStatus;
import io.chipwire.signal.Novelty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KnownValueTest {

  private final List<KnownValue> known = new ArrayList<>();

  private static Article revision(long ordinal) {
    return article("a", ordinal, "Wire", "2026-04-30");
  }

  private static Article article(String id, String publisher, String day) {
    return article(id, 0, publisher, day);
  }

  private static Article article(String id, long ordinal, String publisher, String day) {
    return new Article(
        id,
        id,
        ordinal,
        null,
        null,
        null,
        null,
        publisher,
        Instant.parse(day + "T00:00:00Z"),
        null,
        null,
        null,
        "en",
        "A text.",
        List.of(),
        List.of());
  }

  private static StatedFact capex(
      String text, String value, @Nullable String period, FigureStatus status, Article article) {
    Figure figure =
        Statements.figure(
                text,
                "USD",
                value,
                Bound.EXACT,
                period,
                null,
                status,
                Statements.source(article.id(), "Wire", null))
            .fact();
    return StatedFact.of(figure, article).orElseThrow();
  }

  /** Asks and remembers, as the job does. */
  private Novelty state(StatedFact fact) {
    Novelty novelty = fact.value().among(known, fact.comparable());
    known.add(fact.value().with(novelty));
    return novelty;
  }

  private Novelty result(String text, String value, String id, String publisher, String day) {
    return state(capex(text, value, "2026Q1", FigureStatus.ACTUAL, article(id, publisher, day)));
  }

  @Test
  void tellsWhatIsNewFromWhatIsRepeatedAndRounded() {
    assertThat(result("$43.2 billion", "43.2e9", "a", "Wire", "2026-04-30")).isEqualTo(Novelty.NEW);
    assertThat(result("$43.2bn", "43.2e9", "b", "Daily", "2026-05-01")).isEqualTo(Novelty.REPEATED);
    assertThat(result("$43 billion", "43e9", "c", "Post", "2026-05-02")).isEqualTo(Novelty.ROUNDED);
  }

  @Test
  void tellsARevisionFromAConflict() {
    result("$43.2 billion", "43.2e9", "a", "Wire", "2026-04-30");
    assertThat(result("$44.9 billion", "44.9e9", "b", "Daily", "2026-05-01"))
        .isEqualTo(Novelty.CONFLICTING);
    assertThat(result("$46.1 billion", "46.1e9", "c", "Daily", "2026-05-03"))
        .isEqualTo(Novelty.REVISED);
  }

  @Test
  void theCompanysOwnNewOutlookRevisesTheOldOne() {
    state(
        capex(
            "$40 billion", "40e9", "2026", FigureStatus.GUIDANCE, article("a", "W", "2026-02-01")));
    assertThat(
            state(
                capex(
                    "$50 billion",
                    "50e9",
                    "2026",
                    FigureStatus.GUIDANCE,
                    article("b", "D", "2026-05-01"))))
        .isEqualTo(Novelty.REVISED);
  }

  @Test
  void anArticleThatCorrectsItselfRevisesAndOneThatContradictsItselfDoesNot() {
    state(capex("$43.2 billion", "43.2e9", "2026Q1", FigureStatus.ACTUAL, revision(1)));
    assertThat(state(capex("$50 billion", "50e9", "2026Q1", FigureStatus.ACTUAL, revision(1))))
        .isEqualTo(Novelty.NEW);
    assertThat(state(capex("$46.1 billion", "46.1e9", "2026Q1", FigureStatus.ACTUAL, revision(2))))
        .isEqualTo(Novelty.REVISED);
  }

  @Test
  void anOlderStatementThatIsFoundLateContradictsNothing() {
    result("$46.1 billion", "46.1e9", "a", "Wire", "2026-05-03");
    assertThat(result("$43.2 billion", "43.2e9", "b", "Daily", "2026-04-30"))
        .isEqualTo(Novelty.NEW);
  }

  @Test
  void aRevisedArticleIsAsNewAsItWas() {
    result("$43.2 billion", "43.2e9", "a", "Wire", "2026-04-30");
    assertThat(result("$43.2 billion", "43.2e9", "a", "Wire", "2026-04-30")).isEqualTo(Novelty.NEW);
  }

  @Test
  void forecastsOfOthersAndFiguresWithoutAPeriodContradictNothing() {
    Article a = article("a", "Wire", "2026-04-30");
    Article b = article("b", "Daily", "2026-04-30");
    state(capex("$40 billion", "40e9", "2027", FigureStatus.FORECAST, a));
    assertThat(state(capex("$50 billion", "50e9", "2027", FigureStatus.FORECAST, b)))
        .isEqualTo(Novelty.NEW);
    known.clear();
    state(capex("$40 billion", "40e9", null, FigureStatus.ACTUAL, a));
    assertThat(state(capex("$50 billion", "50e9", null, FigureStatus.ACTUAL, b)))
        .isEqualTo(Novelty.NEW);
  }

  @Test
  void keysTellPeriodsApartAndTakeTheMonthWhereThereIsNone() {
    Article april = article("a", "Wire", "2026-04-30");
    Article may = article("b", "Wire", "2026-05-01");
    assertThat(capex("$40 billion", "40e9", "2026Q1", FigureStatus.ACTUAL, april).key())
        .isEqualTo("figure|capex|amazon||2026Q1|USD|||actual|")
        .isEqualTo(capex("$41 billion", "41e9", "2026Q1", FigureStatus.REPORTED, may).key())
        .isNotEqualTo(capex("$41 billion", "41e9", "2026Q2", FigureStatus.ACTUAL, may).key())
        .isNotEqualTo(capex("$41 billion", "41e9", "2026Q1", FigureStatus.FORECAST, may).key());
    assertThat(capex("$40 billion", "40e9", null, FigureStatus.ACTUAL, april).key())
        .isEqualTo("figure|capex|amazon||in 2026-04|USD|||actual|")
        .isNotEqualTo(capex("$40 billion", "40e9", null, FigureStatus.ACTUAL, may).key());
  }
}
