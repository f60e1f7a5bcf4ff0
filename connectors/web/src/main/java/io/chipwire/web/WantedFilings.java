package io.chipwire.web;

import java.io.Serializable;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which filings of a {@link SourceKind#FILINGS} source are read.
 *
 * @param forms EDGAR's names of their forms, such as {@code 8-K}; an amendment ({@code 8-K/A})
 *     counts as its form
 * @param ciks the companies' Central Index Keys; empty for all companies
 */
public record WantedFilings(Set<String> forms, Set<Long> ciks) implements Serializable {

  /** Reports of current events, of companies at home and abroad. */
  public static final WantedFilings CURRENT_REPORTS =
      new WantedFilings(Set.of("8-K", "6-K"), Set.of());

  private static final String AMENDED = "/A";

  /** Copies the sets. */
  public WantedFilings {
    forms = new TreeSet<>(forms);
    ciks = new TreeSet<>(ciks);
  }

  /** Whether a filing of this form by this company is among them. */
  boolean has(String form, long cik) {
    String name = form.strip().toUpperCase(Locale.ROOT);
    String original =
        name.endsWith(AMENDED) ? name.substring(0, name.length() - AMENDED.length()) : name;
    return forms.contains(original) && (ciks.isEmpty() || ciks.contains(cik));
  }
}
