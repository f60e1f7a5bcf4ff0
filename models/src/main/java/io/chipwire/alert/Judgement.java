package io.chipwire.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an alert.
 *
 * @param alert with its {@link Alert#origins}
 * @param suppression why it is held back, or null if it is to be told
 * @param corroborated keys of the facts that one more independent outlet states by it
 */
public record Judgement(Alert alert, @Nullable Suppression suppression, List<String> corroborated) {

  /** Copies the list. */
  public Judgement {
    corroborated = List.copyOf(corroborated);
  }
}
