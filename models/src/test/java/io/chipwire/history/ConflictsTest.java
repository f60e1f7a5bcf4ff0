package io.chipwire.history;

import static io.chipwire.history.Statements.capex;
import static io.chipwire.history.Statements.figure;
import static io.chipwire.history.Statements.rise;
import static io.chipwire.history.Statements.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.fact.Bound;
import io.chipwire.fact.Figure;
import io.chipwire.fact.FigureStatus;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConflictsTest {

  @Test
  void valuesOfOneFactAreComparedWithTheFirst() {
    assertThat(relation("$43.2 billion", "43.2e9", "Wire", "$43 billion", "43e9", "Daily"))
        .isEqualTo(Relation.ROUNDS_TO);
    assertThat(relation("$43.2 billion", "43.2e9", "Wire", "$44 billion", "44e9", "Daily"))
        .isEqualTo(Relation.CONFLICTS);
    assertThat(relation("$43.2 billion", "43.2e9", "Wire", "$44 billion", "44e9", "Wire"))
        .isEqualTo(Relation.REVISES);
  }

  @Test
  void sourcesThatSayTheSameAreNoComparison() {
    assertThat(
            Conflicts.of(
                    List.of(
                        capex("$43 billion", "43e9", "2026Q1", source("a", "Wire", "2026-04-30")),
                        capex("$43bn", "43e9", "2026Q1", source("b", "Daily", "2026-05-01"))))
                .comparisons())
        .isEmpty();
  }

  @Test
  void aNewOutlookRevisesTheOldOneAndIsNotComparedWithResults() {
    List<Statement<Figure>> statements =
        List.of(
            outlook("$200 billion", "200e9", source("a", "Wire", "2026-02-01")),
            outlook("$220 billion", "220e9", source("b", "Daily", "2026-05-01")),
            capex("$190 billion", "190e9", "2026", source("c", "Wire", "2027-02-01")));

    List<Conflicts.Comparison> comparisons = Conflicts.of(statements).comparisons();

    assertThat(comparisons).hasSize(1);
    assertThat(comparisons.get(0).relation()).isEqualTo(Relation.REVISES);
    assertThat(comparisons.get(0).second().text()).isEqualTo("$220 billion");
    assertThat(comparisons.get(0).fact().period()).isEqualTo("2026");
  }

  @Test
  void aChangeIsCheckedAgainstTheYearBefore() {
    Source now = source("b", "Daily", "2026-04-30");
    List<Statement<Figure>> fitting =
        List.of(
            capex("$24.3 billion", "24.3e9", "2025Q1", source("a", "Wire", "2025-05-01")),
            capex("$43.2 billion", "43.2e9", "2026Q1", now),
            rise("78%", "78", "2026Q1", now));
    List<Statement<Figure>> wrong =
        List.of(
            capex("$26.0 billion", "26.0e9", "2025Q1", source("a", "Wire", "2025-05-01")),
            capex("$43.2 billion", "43.2e9", "2026Q1", now),
            rise("78%", "78", "2026Q1", now));

    Conflicts.Check check = Conflicts.of(fitting).checks().get(0);

    assertThat(check.fits()).isTrue();
    assertThat(check.fact().period()).isEqualTo("2025Q1");
    assertThat(check.impliedLow()).isBetween(new BigDecimal("24.1e9"), new BigDecimal("24.3e9"));
    assertThat(check.impliedHigh()).isBetween(new BigDecimal("24.3e9"), new BigDecimal("24.5e9"));
    assertThat(Conflicts.of(wrong).checks())
        .extracting(Conflicts.Check::fits)
        .containsExactly(false);
  }

  @Test
  void aChangeOfAnotherArticleIsNotCheckedAgainstTheValue() {
    List<Statement<Figure>> statements =
        List.of(
            capex("$24.3 billion", "24.3e9", "2025Q1", source("a", "Wire", "2025-05-01")),
            capex("$43.2 billion", "43.2e9", "2026Q1", source("b", "Wire", "2026-05-01")),
            rise("78%", "78", "2026Q1", source("c", "Wire", "2026-05-01")));

    assertThat(Conflicts.of(statements).checks()).isEmpty();
  }

  private static Statement<Figure> outlook(String text, String value, Source source) {
    return figure(text, "USD", value, Bound.EXACT, "2026", null, FigureStatus.GUIDANCE, source);
  }

  private static Relation relation(
      String first, String a, String publisherA, String second, String b, String publisherB) {
    List<Conflicts.Comparison> comparisons =
        Conflicts.of(
                List.of(
                    capex(second, b, "2026Q1", source("b", publisherB, "2026-05-01")),
                    capex(first, a, "2026Q1", source("a", publisherA, "2026-04-30"))))
            .comparisons();
    assertThat(comparisons).hasSize(1);
    assertThat(comparisons.get(0).first().text()).isEqualTo(first);
    return comparisons.get(0).relation();
  }
}
