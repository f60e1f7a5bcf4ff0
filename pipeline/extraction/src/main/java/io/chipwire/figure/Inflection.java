package io.chipwire.figure;

import io.chipwire.table.Rows;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The forms of English words, for the cue files; irregular verbs are in {@code
 * irregular-verbs.tsv}.
 */
public final class Inflection {

  private static final Map<String, List<String>> IRREGULAR = irregular();

  private Inflection() {}

  private static Map<String, List<String>> irregular() {
    Map<String, List<String>> forms = new HashMap<>();
    Rows.of(Inflection.class, "irregular-verbs.tsv")
        .forEach(row -> forms.put(row.cell(0), row.list(1)));
    return Map.copyOf(forms);
  }

  /** Singular and plural. */
  public static Set<String> noun(String word) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(word);
    forms.add(withS(word));
    return forms;
  }

  /** Infinitive, third person, past and present participle. */
  public static Set<String> verb(String word) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(word);
    forms.add(withS(word));
    String stem = stem(word);
    forms.addAll(IRREGULAR.getOrDefault(word, List.of()));
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
