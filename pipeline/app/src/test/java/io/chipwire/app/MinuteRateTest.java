package io.chipwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MinuteRateTest {

  private static final long SECOND = 1_000_000_000L;

  private final MinuteRate rate = new MinuteRate();

  @Test
  void saysNothingBeforeThereIsSomethingToCompareWith() {
    assertThat(rate.at(0, 100)).isEmpty();
    assertThat(rate.at(4 * SECOND, 130)).isEmpty();
    assertThat(rate.at(5 * SECOND, 110)).isEmpty(); // set back to a checkpoint
  }

  @Test
  void isOfTheLastMinuteOnly() {
    assertThat(rate.at(0, 1_000)).isEmpty();
    assertThat(rate.at(30 * SECOND, 1_010)).hasValue(20);
    assertThat(rate.at(60 * SECOND, 1_010)).hasValue(10);
    assertThat(rate.at(90 * SECOND, 1_010)).hasValue(0);
  }
}
