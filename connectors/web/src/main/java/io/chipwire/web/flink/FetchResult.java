package io.chipwire.web.flink;

import io.chipwire.web.FetchFailure;
import io.chipwire.web.FetchOutcome;
import java.util.Locale;

/** What a request came to, in a word: the class of the status, or why there was none. */
final class FetchResult {

  private FetchResult() {}

  static String of(FetchOutcome outcome) {
    return switch (outcome) {
      case FetchOutcome.Fetched fetched -> "2xx";
      case FetchOutcome.NotModified same -> "3xx";
      case FetchOutcome.Disallowed disallowed -> "disallowed";
      case FetchOutcome.Failed failed -> of(failed.reason());
      case FetchOutcome.Retry retry -> of(retry.reason());
    };
  }

  private static String of(FetchFailure reason) {
    return switch (reason) {
      case STATUS -> "4xx";
      case SERVER_STATUS -> "5xx";
      default -> reason.name().toLowerCase(Locale.ROOT);
    };
  }
}
