package io.chipwire.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          USD   | 43200000000  | 43200000000  | EXACT | $43.2B
          USD   | 2.56         | 2.56         | EXACT | $2.56
          USD   | -777000000   | -777000000   | EXACT | -$777M
          TWD   | 500000000    |              | MIN   | ≥NT$500M
          EUR   |              | 100000000000 | MAX   | ≤€100B
          USD   | 30000000000  | 50000000000  | RANGE | $30B–$50B
          USD   | 10000000000  | 100000000000 | ORDER | $10B–$100B
          %     | 78           | 78           | ABOUT | ~78%
          W     | 1500000000   | 1500000000   | EXACT | 1.5 GW
          gpu   | 2048         | 2048         | EXACT | 2,048 gpu
          wafer | 120000       | 120000       | EXACT | 120K wafer
          """)
  void writesAmountsAsPeopleDo(
      String unit, @Nullable BigDecimal low, @Nullable BigDecimal high, Bound bound, String text) {
    assertThat(AmountText.of(new Amount(unit, low, high, bound))).isEqualTo(text);
  }
}
