package io.chipwire.app.text;

import io.chipwire.alert.Rules;
import java.util.ArrayList;
import java.util.List;

/** The rules of a subscription in words. */
public final class RuleText {

  private RuleText() {}

  /** Those that are not the usual ones, after when it is told. */
  public static List<String> of(Rules rules) {
    List<String> words = new ArrayList<>();
    words.add(rules.delivery().label());
    if (rules.quota() != null) {
      words.add("at most " + rules.quota());
    }
    if (rules.minimumConfidence() > 0) {
      words.add("confidence " + rules.minimumConfidence() + " or more");
    }
    if (rules.minimumCorroboration() > 1) {
      words.add("stated by " + rules.minimumCorroboration() + " outlets or more");
    }
    if (rules.repeats()) {
      words.add("repeats, too");
    }
    return words;
  }
}
