package io.chipwire.fact;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A quantity: unit and value, magnitude applied.
 *
 * @param unit ISO 4217 code for money, {@code %}, {@code pp}, {@code bp}, {@code x}, a physical
 *     base unit, a duration, or the counted noun in the singular
 * @param low the lower end; null where it is open
 * @param high the upper end; null where it is open; equal to {@code low} for a point
 */
public record Amount(
    String unit, @Nullable BigDecimal low, @Nullable BigDecimal high, Bound bound) {

  /** Normalises the numbers, so that equal values are equal records. */
  public Amount {
    low = plain(low);
    high = plain(high);
  }

  /** The same number without trailing zeros and without an exponent. */
  static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
    if (number == null) {
      return null;
    }
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
