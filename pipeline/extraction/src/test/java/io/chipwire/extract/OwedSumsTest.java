package io.chipwire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.fact.Amount;
import io.chipwire.fact.Bound;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.CommitmentKind;
import io.chipwire.fact.CommitmentStatus;
import io.chipwire.fact.Figure;
import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Metric;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwedSumsTest {

  private static final BigDecimal SUM = new BigDecimal("9.7e9");

  private static Figure figure(String unit, BigDecimal value, Metric metric, int start) {
    return new Figure(
        start,
        start + 5,
        "text",
        unit,
        value,
        value,
        Bound.EXACT,
        null,
        metric,
        "iren",
        null,
        null,
        null,
        FigureStatus.ACTUAL,
        false,
        0.5);
  }

  private static Commitment owedBy(String... obligors) {
    return new Commitment(
        0,
        80,
        CommitmentKind.PURCHASE,
        List.of(obligors),
        "iren",
        new Amount("USD", SUM, SUM, Bound.EXACT),
        "5 years",
        null,
        CommitmentStatus.ANNOUNCED,
        false,
        0.5);
  }

  private static String subject(Figure figure, Commitment commitment) {
    return OwedSums.assign(List.of(figure), List.of(commitment)).getFirst().subject();
  }

  @Test
  void theSumIsTheObligors() {
    Figure sum = figure("USD", SUM, Metric.COMMITMENT, 10);
    assertThat(subject(sum, owedBy("microsoft"))).isEqualTo("microsoft");
  }

  @Test
  void otherSumsOtherSentencesAndJointOnesStayAsTheyWereRead() {
    Figure sum = figure("USD", SUM, Metric.COMMITMENT, 10);
    assertThat(subject(figure("USD", BigDecimal.TEN, Metric.COMMITMENT, 10), owedBy("microsoft")))
        .isEqualTo("iren");
    assertThat(subject(figure("USD", SUM, Metric.COMMITMENT, 90), owedBy("microsoft")))
        .isEqualTo("iren");
    assertThat(subject(figure("USD", SUM, Metric.REVENUE, 10), owedBy("microsoft")))
        .isEqualTo("iren");
    assertThat(subject(sum, owedBy("microsoft", "meta"))).isEqualTo("iren");
  }
}
