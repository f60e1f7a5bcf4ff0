package io.chipwire.alert;

import org.jspecify.annotations.Nullable;

/**
 * When and how much the owner of a subscription is told.
 *
 * @param quota how many at most; null for no limit
 * @param minimumConfidence of the surest fact that matched, from 0 to 1
 * @param minimumCorroboration how many independent outlets must state a fact that matched, see
 *     {@link Alert#corroboration}; 1 to {@value #MOST_ORIGINS}
 * @param repeats whether to tell, too, what was told before; else new facts and revisions only
 */
public record Rules(
    Delivery delivery,
    @Nullable Quota quota,
    double minimumConfidence,
    int minimumCorroboration,
    boolean repeats) {

  /** Each new fact at once, whoever states it. */
  public static final Rules USUAL = new Rules(Delivery.INSTANT, null, 0, 1, false);

  private static final int MOST_ORIGINS = 100;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of bounds
   */
  public Rules {
    if (!(minimumConfidence >= 0 && minimumConfidence <= 1)) {
      throw new IllegalArgumentException(
          "minimum confidence " + minimumConfidence + ": expected 0 to 1");
    }
    if (minimumCorroboration < 1 || minimumCorroboration > MOST_ORIGINS) {
      throw new IllegalArgumentException(
          "minimum corroboration " + minimumCorroboration + ": expected 1 to " + MOST_ORIGINS);
    }
  }
}
