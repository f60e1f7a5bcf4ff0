package io.chipwire.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.fact.Basis;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

  @ParameterizedTest
  @CsvSource({
    "2026Q1, YOY, 2025Q1",
    "2026Q1, QOQ, 2025Q4",
    "2026Q3, QOQ, 2026Q2",
    "2026-01, MOM, 2025-12",
    "FY2027, YOY, FY2026",
    "2026H2, YOY, 2025H2",
    "2026, QOQ, ",
    "2026Q1, MOM, ",
    "2026Q1, OTHER, "
  })
  void aChangeIsMeasuredAgainstAnEarlierPeriod(String text, Basis basis, String before) {
    Period period = Period.parse(text).orElseThrow();

    assertThat(period).hasToString(text);
    assertThat(period.before(basis).map(Period::toString).orElse(null)).isEqualTo(before);
  }

  @Test
  void periodsSortByCalendarLengthAndTime() {
    List<String> sorted =
        Stream.of("FY2026", "2026Q2", "2027", "2026Q1", "2025Q4", "2026-11", "2026-02", "2026")
            .map(text -> Period.parse(text).orElseThrow())
            .sorted()
            .map(Period::toString)
            .toList();

    assertThat(sorted)
        .containsExactly(
            "2026", "2027", "2025Q4", "2026Q1", "2026Q2", "2026-02", "2026-11", "FY2026");
  }

  @Test
  void otherTextsAreNoPeriods() {
    assertThat(Period.parse("spring")).isEmpty();
    assertThat(Period.parse("2026Q5")).isEmpty();
    assertThat(Period.parse("2026-13")).isEmpty();
  }
}
