package io.chipwire.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The phrases of {@code phrases.tsv}. Stateless; safe to share between threads. */
final class Phrases {

  /** Longest line that is looked up, in characters. */
  private static final int MAX_LINE = 80;

  private static final Map<String, Set<String>> PHRASES = load();
  private static final Set<String> SECTIONS = of("section");
  private static final Set<String> LINES = of("line");
  private static final Set<String> STARTS = of("start");
  private static final Set<String> PAYWALLS = of("paywall");
  private static final Set<String> ERRORS = of("error");

  private static final Set<String> DATED = of("dated");
  private static final Pattern UPDATE = anyOf("(?:%s)", "update");

  /** A name behind it has no end of a sentence in it. */
  private static final Pattern CREDIT = anyOf("\\b(?:%s): [^.!?]{3,60}$", "credit");

  private static final Pattern COPYRIGHT =
      Pattern.compile(
          "^(?:©|\\(c\\)|copyright)\\s*(?:©\\s*)?(?:19|20)\\d\\d", Pattern.CASE_INSENSITIVE);

  private Phrases() {}

  /** Whether a heading opens a part of the page that is not the article. */
  static boolean opensForeignSection(String heading) {
    return heading.length() <= MAX_LINE && SECTIONS.contains(bare(heading));
  }

  /** Whether the whole line is furniture. */
  static boolean isFurniture(String line) {
    return line.length() <= MAX_LINE && LINES.contains(bare(line));
  }

  /** Whether the line begins like furniture. */
  static boolean startsLikeFurniture(String line) {
    return startsWithOne(line, STARTS);
  }

  /** Whether the line says when the article was published or changed. */
  static boolean startsLikeDateLine(String line) {
    return startsWithOne(line, DATED);
  }

  /** Whether a date line speaks of a change. */
  static boolean speaksOfUpdate(String line) {
    return UPDATE.matcher(line).find();
  }

  /** Whether the line ends in the name of who took a picture. */
  static boolean endsInCredit(String line) {
    return CREDIT.matcher(line).find();
  }

  /** Whether the line is one of copyright. */
  static boolean isCopyright(String line) {
    return COPYRIGHT.matcher(line).find();
  }

  /** Whether the line tells the reader to subscribe for the rest. */
  static boolean isPaywall(String line) {
    return line.length() < 400 && startsWithOne(line, PAYWALLS);
  }

  /** Whether a title is that of an error page. */
  static boolean isError(String title) {
    return startsWithOne(title, ERRORS);
  }

  private static boolean startsWithOne(String line, Set<String> starts) {
    String head =
        line.substring(0, Math.min(line.length(), MAX_LINE))
            .toLowerCase(Locale.ROOT)
            .replace('’', '\'');
    for (int end = 1; end <= head.length(); end++) {
      boolean wordEnds =
          end == head.length()
              || !Character.isLetterOrDigit(head.charAt(end))
              || !Character.isLetterOrDigit(head.charAt(end - 1))
              || Character.isIdeographic(head.charAt(end - 1));
      if (wordEnds && starts.contains(head.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  /** Lower case, without the punctuation and symbols around it. */
  private static String bare(String line) {
    int start = 0;
    int end = line.length();
    while (start < end && !Character.isLetterOrDigit(line.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetterOrDigit(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(start, end).toLowerCase(Locale.ROOT).replace('’', '\'');
  }

  private static Set<String> of(String kind) {
    return PHRASES.getOrDefault(kind, Set.of());
  }

  private static Pattern anyOf(String frame, String kind) {
    String words = of(kind).stream().sorted().map(Pattern::quote).collect(Collectors.joining("|"));
    return Pattern.compile(frame.formatted(words), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static Map<String, Set<String>> load() {
    Map<String, Set<String>> phrases = new HashMap<>();
    for (List<String> row : WordTable.rows("phrases.tsv")) {
      phrases
          .computeIfAbsent(row.get(0), kind -> new HashSet<>())
          .addAll(row.subList(1, row.size()).stream().map(p -> p.replace('’', '\'')).toList());
    }
    return phrases;
  }
}
