package io.chipwire.search;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period and the periods of the same calendar that contain it: {@code 2026-04} lies in {@code
 * 2026Q2}, {@code 2026H1} and {@code 2026}. A fiscal period lies in fiscal ones only.
 */
final class PeriodTerms {

  private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
  private static final Pattern PART = Pattern.compile("((?:FY)?\\d{4})([QH])(\\d)");

  private PeriodTerms() {}

  /** The period itself first, then those around it. */
  static Set<String> of(String period) {
    Set<String> terms = new LinkedHashSet<>();
    terms.add(period);
    Matcher month = MONTH.matcher(period);
    Matcher part = PART.matcher(period);
    if (month.matches()) {
      int number = Integer.parseInt(month.group(2));
      terms.add(month.group(1) + "Q" + ((number + 2) / 3));
      terms.add(month.group(1) + "H" + ((number + 5) / 6));
      terms.add(month.group(1));
    } else if (part.matches()) {
      int number = Integer.parseInt(part.group(3));
      if (part.group(2).equals("Q")) {
        terms.add(part.group(1) + "H" + ((number + 1) / 2));
      }
      terms.add(part.group(1));
    }
    return terms;
  }
}
