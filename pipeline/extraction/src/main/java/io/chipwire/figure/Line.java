package io.chipwire.figure;

import io.chipwire.entity.Mention;
import io.chipwire.fact.EntityType;
import io.chipwire.language.Sentence;
import io.chipwire.quantity.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sentence with a quantity, and all that is known of it before anything is decided. */
final class Line {

  private static final Set<String> OPENING = Set.of("(", "[");

  private final Sentence sentence;
  private final List<String> lower;
  private final List<Quantity> quantities;
  private final List<Mention> mentions;
  private final List<Cue.Hit> cues;
  private final List<When> times;
  private final Clauses clauses;

  Line(
      Sentence sentence,
      List<String> lower,
      List<Quantity> quantities,
      List<Mention> mentions,
      List<Cue.Hit> cues,
      List<When> times,
      Clauses clauses) {
    this.sentence = sentence;
    this.lower = lower;
    this.quantities = List.copyOf(quantities);
    this.mentions = List.copyOf(mentions);
    this.cues = List.copyOf(cues);
    this.times = List.copyOf(times);
    this.clauses = clauses;
  }

  /** The words of a sentence in small letters, apostrophes straight. */
  static List<String> lower(Sentence sentence) {
    return sentence.tokens().stream()
        .map(token -> token.text().toLowerCase(Locale.ROOT).replace('’', '\''))
        .toList();
  }

  Sentence sentence() {
    return sentence;
  }

  List<String> lower() {
    return lower;
  }

  int size() {
    return lower.size();
  }

  /** The word at a token in small letters; empty outside the sentence. */
  String word(int i) {
    return i < 0 || i >= lower.size() ? "" : lower.get(i);
  }

  List<Quantity> quantities() {
    return quantities;
  }

  List<Mention> mentions() {
    return mentions;
  }

  List<Cue.Hit> cues() {
    return cues;
  }

  List<When> times() {
    return times;
  }

  /** Whether a token belongs to words of time. */
  boolean timeAt(int token) {
    return times.stream().anyMatch(when -> when.first() <= token && token < when.end());
  }

  Clauses clauses() {
    return clauses;
  }

  /** Whether any of the words stands in [from, to). */
  boolean has(Set<String> words, int from, int to) {
    for (int i = Math.max(0, from); i < Math.min(to, lower.size()); i++) {
      if (words.contains(lower.get(i))) {
        return true;
      }
    }
    return false;
  }

  boolean has(Set<String> words) {
    return has(words, 0, lower.size());
  }

  /** The mention that covers a token, a named one first; null if none does. */
  @Nullable Mention mentionAt(int token) {
    Mention found = null;
    for (Mention mention : mentions) {
      if (mention.first() <= token
          && token < mention.end()
          && (found == null || mention.byName())) {
        found = mention;
      }
    }
    return found;
  }

  /** The quantity that covers a token, or null. */
  @Nullable Quantity quantityAt(int token) {
    for (Quantity quantity : quantities) {
      if (quantity.first() <= token && token < quantity.end()) {
        return quantity;
      }
    }
    return null;
  }

  /** The last quantity before a token, or null. */
  @Nullable Quantity quantityBefore(int token) {
    Quantity found = null;
    for (Quantity quantity : quantities) {
      if (quantity.end() <= token) {
        found = quantity;
      }
    }
    return found;
  }

  /** The first quantity that starts at a token or behind it, or null. */
  @Nullable Quantity quantityFrom(int token) {
    for (Quantity quantity : quantities) {
      if (quantity.first() >= token) {
        return quantity;
      }
    }
    return null;
  }

  /** Whether a token stands in brackets that a quantity does not stand in. */
  boolean bracketed(Quantity quantity) {
    return OPENING.contains(word(quantity.first() - 1))
        || word(quantity.first() - 2).equals("(") && quantityAt(quantity.first() - 1) == null;
  }

  /** Whether a token is a part of "(2)", which refers to a note. */
  boolean footnoteAt(int token) {
    for (int i = token - 2; i <= token; i++) {
      if (word(i).equals("(") && word(i + 1).matches("\\d") && word(i + 2).equals(")")) {
        return true;
      }
    }
    return false;
  }

  /** How many marks that part clauses stand in [from, to): a comma is 1, stronger ones 3. */
  double breaks(int from, int to) {
    double breaks = 0;
    for (int i = Math.max(0, from); i < Math.min(to, lower.size()); i++) {
      switch (lower.get(i)) {
        case "," -> breaks += 1;
        case ";", ":", "—", "–", "--" -> breaks += 3;
        case "(", ")" -> breaks += footnoteAt(i) ? 0 : 3;
        default -> {}
      }
    }
    return breaks;
  }

  /** Whether a mention can have metrics: a company or a public body. */
  static boolean isParty(Mention mention) {
    return mention.type() == EntityType.COMPANY || mention.type() == EntityType.ORGANIZATION;
  }
}
