package io.chipwire.app;

import io.chipwire.alert.Delivery;
import io.chipwire.alert.Quota;
import io.chipwire.alert.Rules;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much a subscription tells; what is not said stays as it is. */
final class RuleOptions {

  private static final String NO_QUOTA = "none";

  @Option(
      names = "--at-most",
      paramLabel = "N/PERIOD",
      description = "No more than so many alerts an hour, day or week: 10/day; none for no limit.")
  private @Nullable String quota;

  @Option(
      names = "--min-confidence",
      paramLabel = "C",
      description = "Only if a fact that matches is at least so sure, 0 to 1 (usually: 0).")
  private @Nullable Double confidence;

  @Option(
      names = "--min-corroboration",
      paramLabel = "N",
      description =
          "Only once so many independent outlets state a fact that matches; copies of a text, and"
              + " articles of one outlet, count once (usually: 1).")
  private @Nullable Integer corroboration;

  @Option(
      names = "--repeats",
      negatable = true,
      description = "Also tell what was told before, or (usually) new facts and revisions only.")
  private @Nullable Boolean repeats;

  /**
   * The rules that are meant.
   *
   * @param delivery when, or null if that is not said either
   */
  Rules change(Rules before, @Nullable Delivery delivery) {
    try {
      return new Rules(
          delivery == null ? before.delivery() : delivery,
          quota == null ? before.quota() : quota.equals(NO_QUOTA) ? null : Quota.parse(quota),
          confidence == null ? before.minimumConfidence() : confidence,
          corroboration == null ? before.minimumCorroboration() : corroboration,
          repeats == null ? before.repeats() : repeats);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }
}
