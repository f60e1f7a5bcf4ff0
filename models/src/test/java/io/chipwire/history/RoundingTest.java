package io.chipwire.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.fact.Bound;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {

  @ParameterizedTest
  @CsvSource({
    "$43 billion, 43e9, EXACT, 42.5e9, 43.5e9",
    "$43.0 billion, 43e9, EXACT, 42.95e9, 43.05e9",
    "$40 billion, 40e9, EXACT, 39.5e9, 40.5e9",
    "'$43,215 million', 43215e6, EXACT, 43214.5e6, 43215.5e6",
    "78%, 78, EXACT, 77.5, 78.5",
    "about $40 billion, 40e9, ABOUT, 35e9, 45e9",
    "half a billion, 0.5e9, EXACT, 0.45e9, 0.55e9",
    "(18), -18e6, EXACT, -18.5e6, -17.5e6",
    "zero, 0, EXACT, 0, 0"
  })
  void aPrintedNumberStandsForHalfItsLastDigitAround(
      String text, BigDecimal value, Bound bound, BigDecimal low, BigDecimal high) {
    Rounding rounding = Rounding.of(value, value, bound, text);

    assertThat(rounding.low()).isEqualByComparingTo(low);
    assertThat(rounding.high()).isEqualByComparingTo(high);
  }

  @ParameterizedTest
  @CsvSource({
    "$43 billion, 43e9, EXACT, $43.2 billion, 43.2e9, EXACT, true",
    "$43 billion, 43e9, EXACT, $43.6 billion, 43.6e9, EXACT, false",
    "over $40 billion, 40e9, MIN, $43.2 billion, 43.2e9, EXACT, true",
    "over $44 billion, 44e9, MIN, $43.2 billion, 43.2e9, EXACT, false",
    "up to $50 billion, 50e9, MAX, $43.2 billion, 43.2e9, EXACT, true"
  })
  void twoNumbersMeetIfTheyCanBeTheSame(
      String first,
      BigDecimal a,
      Bound boundA,
      String second,
      BigDecimal b,
      Bound boundB,
      boolean meet) {
    Rounding one = Rounding.of(a, a, boundA, first);
    Rounding other = Rounding.of(b, b, boundB, second);

    assertThat(one.meets(other)).isEqualTo(meet);
    assertThat(other.meets(one)).isEqualTo(meet);
  }
}
