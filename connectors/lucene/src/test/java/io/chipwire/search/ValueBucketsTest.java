package io.chipwire.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ValueBucketsTest {

  @Test
  void aValueHasItsDecadeAloneAndWithItsUnit() {
    assertThat(ValueBuckets.of("USD", 43.2e9, 43.2e9)).containsExactly("+10", "USD+10");
    assertThat(ValueBuckets.of("%", -3, -3)).containsExactly("-0", "%-0");
    assertThat(ValueBuckets.of("chip", 0, 0)).containsExactly("0", "chip0");
  }

  @Test
  void aRangeHasEveryDecadeItTouches() {
    assertThat(ValueBuckets.cover(9e8, 2e10)).containsExactly("+8", "+9", "+10");
    assertThat(ValueBuckets.cover(4e13, Double.POSITIVE_INFINITY))
        .containsExactly("+13", "+14", "+15");
    assertThat(ValueBuckets.cover(-50, 0.5)).startsWith("-1", "-0").contains("0").endsWith("+-1");
  }

  @Test
  void everyValueOfARangeSharesABucketWithIt() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      double low = value(random);
      double high = low + Math.abs(value(random));
      double inside = low + (high - low) * random.nextDouble();
      assertThat(ValueBuckets.cover(low, high))
          .containsAnyElementsOf(ValueBuckets.cover(inside, inside));
    }
  }

  private static double value(Random random) {
    return (random.nextBoolean() ? 1 : -1)
        * Math.pow(10, random.nextInt(30) - 10)
        * random.nextDouble();
  }
}
