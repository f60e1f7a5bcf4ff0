package io.chipwire.lexicon;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What companies put behind their names: {@code Inc.}, {@code Co., Ltd.}, {@code N.V.}
 *
 * <p>Data: {@code legal-forms.tsv}.
 */
public final class LegalForms {

  private static final Set<String> FORMS = new HashSet<>();
  private static final Set<String> ABBREVIATIONS = new HashSet<>();

  static {
    for (Table.Row row : Table.read("legal-forms.tsv")) {
      String form = row.text("form").toLowerCase(Locale.ROOT);
      FORMS.add(form);
      if (row.text("abbreviation").equals("yes")) {
        ABBREVIATIONS.add(form);
      }
    }
  }

  private LegalForms() {}

  /** Whether this word, in any letter case and without full stops, is a legal form. */
  public static boolean contains(String word) {
    return FORMS.contains(word.replace(".", "").toLowerCase(Locale.ROOT));
  }

  /** The name without legal forms at its end: "Foxlink Image Co., Ltd." → "Foxlink Image". */
  public static String strip(String name) {
    List<String> words = List.of(name.strip().split("[\\s,]+"));
    int end = words.size();
    while (end > 1 && contains(words.get(end - 1))) {
      end--;
    }
    return end == words.size() ? name.strip() : String.join(" ", words.subList(0, end));
  }

  /** Whether the form is written with a full stop that ends no sentence. */
  static boolean abbreviates(String word) {
    return ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
  }
}
