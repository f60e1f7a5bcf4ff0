package io.chipwire.app.web;

import io.chipwire.alert.Suppression;
import io.chipwire.app.text.FactText;

/** Why something is not told, for people. */
final class SuppressionWords {

  private SuppressionWords() {}

  /** In a word or two. */
  static String label(Suppression suppression) {
    return FactText.words(suppression.label());
  }

  /** In a sentence. */
  static String sentence(Suppression suppression) {
    return switch (suppression) {
      case PAUSED -> "The subscription was paused.";
      case MUTED -> "The subscription was muted for a time.";
      case BELOW_CONFIDENCE -> "No fact that matched is as sure as the subscription demands.";
      case UNCORROBORATED ->
          "Fewer independent outlets had stated it than the subscription demands; once enough do, it"
              + " is told.";
      case KNOWN_FACT -> "Every fact that matched had been told before.";
      case COPY -> "The same story had been told from another outlet, or from an earlier version.";
      case THROTTLED -> "As many alerts as the subscription allows had been told in the period.";
      case DIGEST_WAITING -> "It goes out with the next digest.";
      default -> "The rule is \"" + label(suppression) + "\".";
    };
  }
}
