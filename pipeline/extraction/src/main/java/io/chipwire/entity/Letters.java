package io.chipwire.entity;

import io.chipwire.language.Sentence;
import io.chipwire.language.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks at the letters of tokens: capitals, hyphens, headings. */
final class Letters {

  private static final Set<String> FINAL_MARKS = Set.of(".", "!", "?", ":", "”", "\"", "’", ";");

  private Letters() {}

  /** Whether it starts with a capital letter and holds letters and digits only, or name marks. */
  static boolean capitalised(String word) {
    return Character.isUpperCase(word.charAt(0));
  }

  /** Whether it has two letters or more, and all are capitals. */
  static boolean allCapitals(String word) {
    int letters = 0;
    for (int i = 0; i < word.length(); i++) {
      if (Character.isLetter(word.charAt(i))) {
        letters++;
        if (!Character.isUpperCase(word.charAt(i))) {
          return false;
        }
      }
    }
    return letters > 1;
  }

  static boolean hasDigit(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }

  static boolean hasLetter(String word) {
    return word.chars().anyMatch(Character::isLetter);
  }

  /** An initial such as {@code J.} or a single capital. */
  static boolean initial(String word) {
    return capitalised(word) && (word.length() == 1 || (word.length() == 2 && word.endsWith(".")));
  }

  /** Whether a hyphen at {@code i} joins the words on both sides. */
  static boolean joiningHyphen(Sentence sentence, int i) {
    return i > 0
        && i + 1 < sentence.size()
        && sentence.word(i).equals("-")
        && sentence.tokens().get(i - 1).touches(sentence.tokens().get(i))
        && sentence.tokens().get(i).touches(sentence.tokens().get(i + 1))
        && hasLetter(sentence.word(i + 1));
  }

  /** Whether a sentence is a headline in which capitals say nothing. */
  static boolean headline(Sentence sentence) {
    int words = 0;
    int capitals = 0;
    for (Token token : sentence.tokens()) {
      String word = token.text();
      if (Character.isLetter(word.charAt(0)) && (word.length() > 3 || allCapitals(word))) {
        words++;
        capitals += capitalised(word) ? 1 : 0;
      }
    }
    boolean open = !FINAL_MARKS.contains(sentence.tokens().getLast().text());
    return words > 2 && capitals >= (open ? 0.7 : 0.9) * words;
  }

  static List<String> of(Sentence sentence, int first, int end) {
    List<String> words = new ArrayList<>(end - first);
    for (int i = first; i < end; i++) {
      words.add(sentence.word(i));
    }
    return words;
  }
}
