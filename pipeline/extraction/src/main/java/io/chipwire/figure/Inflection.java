package io.chipwire.figure;

import java.util.LinkedHashSet;
import java.util.Set;

/** The regular forms of English words, for the cue files; irregular ones stand in the files. */
final class Inflection {

  private Inflection() {}

  /** Singular and plural. */
  static Set<String> noun(String word) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(word);
    forms.add(withS(word));
    return forms;
  }

  /** Infinitive, third person, past and present participle. */
  static Set<String> verb(String word) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(word);
    forms.add(withS(word));
    String stem = stem(word);
    forms.add(word.endsWith("e") ? word + "d" : pastStem(word, stem) + "ed");
    forms.add((word.endsWith("e") && !word.endsWith("ee") ? cut(word) : stem) + "ing");
    return forms;
  }

  private static String withS(String word) {
    if (endsWithConsonantY(word)) {
      return cut(word) + "ies";
    }
    return word.matches(".*(s|x|z|ch|sh)") ? word + "es" : word + "s";
  }

  private static String pastStem(String word, String stem) {
    return endsWithConsonantY(word) ? cut(word) + "i" : stem;
  }

  /** Doubles the last letter of a short stem: {@code cut -> cutt}. */
  private static String stem(String word) {
    boolean doubles =
        word.length() <= 4 && word.matches(".*[^aeiou][aeiou][bdglmnprt]") && !word.equals("open");
    return doubles ? word + word.charAt(word.length() - 1) : word;
  }

  private static boolean endsWithConsonantY(String word) {
    return word.matches(".*[^aeiou]y");
  }

  private static String cut(String word) {
    return word.substring(0, word.length() - 1);
  }
}
