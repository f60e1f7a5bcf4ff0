package io.chipwire.entity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The id of a name that no lexicon knows: "Straßen-Müller GmbH" gives {@code strassen-muller}. */
final class Slug {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

  private Slug() {}

  /** Lower-case ASCII letters and digits, joined by hyphens; empty if the name has none. */
  static String of(String name) {
    String letters =
        name.toLowerCase(Locale.ROOT).replace("ß", "ss").replace('ł', 'l').replace('ø', 'o');
    String plain = MARKS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFD)).replaceAll("");
    String slug = OTHER.matcher(plain).replaceAll("-");
    int from = slug.startsWith("-") ? 1 : 0;
    int to = slug.length() > from && slug.endsWith("-") ? slug.length() - 1 : slug.length();
    return slug.substring(from, to);
  }
}
