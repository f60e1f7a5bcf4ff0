package io.chipwire.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeriodTermsTest {

  @Test
  void aPeriodLiesInThoseThatContainIt() {
    assertThat(PeriodTerms.of("2026-04")).containsExactly("2026-04", "2026Q2", "2026H1", "2026");
    assertThat(PeriodTerms.of("2026-12")).containsExactly("2026-12", "2026Q4", "2026H2", "2026");
    assertThat(PeriodTerms.of("2026Q3")).containsExactly("2026Q3", "2026H2", "2026");
    assertThat(PeriodTerms.of("2026H1")).containsExactly("2026H1", "2026");
    assertThat(PeriodTerms.of("2026")).containsExactly("2026");
  }

  @Test
  void aFiscalPeriodLiesInFiscalOnesOnly() {
    assertThat(PeriodTerms.of("FY2027Q1")).containsExactly("FY2027Q1", "FY2027H1", "FY2027");
  }

  @Test
  void anUnknownSpellingStandsForItself() {
    assertThat(PeriodTerms.of("spring")).containsExactly("spring");
  }
}
