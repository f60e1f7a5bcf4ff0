package io.chipwire.read;

import io.chipwire.table.Rows;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The phrases of {@code phrases.tsv}. Stateless; safe to share between threads. */
final class Phrases {

  /** Longest line that is looked up, in characters. */
  private static final int MAX_LINE = 80;

  /** Longest notice that is searched for phrases, in characters. */
  private static final int MAX_NOTICE = 220;

  private static final Map<String, Set<String>> PHRASES = load();
  private static final Set<String> SECTIONS = of("section");
  private static final Set<String> LINES = of("line");
  private static final Starts STARTS = new Starts(of("start"));
  private static final Set<String> HOLDING = of("holds");
  private static final Pattern RELEASE_SOURCE = Pattern.compile("^SOURCE:? \\p{Lu}[^.!?]*\\.?$");
  private static final Starts PAYWALLS = new Starts(of("paywall"));
  private static final Starts ERRORS = new Starts(of("error"));

  private static final Starts DATED = new Starts(of("dated"));
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

  /** Whether the line begins like furniture, or is short and has words of it. */
  static boolean readsLikeFurniture(String line) {
    return STARTS.begin(line) || line.length() <= MAX_NOTICE && holdsNotice(line);
  }

  private static boolean holdsNotice(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    for (String phrase : HOLDING) {
      if (lower.contains(phrase)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the line is the last of a press release: "SOURCE Harbour Chips". */
  static boolean isReleaseSource(String line) {
    return line.length() <= MAX_LINE && RELEASE_SOURCE.matcher(line).find();
  }

  /** Whether the line says when the article was published or changed. */
  static boolean startsLikeDateLine(String line) {
    return DATED.begin(line);
  }

  /** Whether a date line speaks of a change. */
  static boolean speaksOfUpdate(String line) {
    return UPDATE.matcher(line).find();
  }

  /** Whether the line ends in the name of who took a picture. */
  static boolean endsInCredit(String line) {
    return line.indexOf(": ") >= 0 && CREDIT.matcher(line).find();
  }

  /** Whether the line is one of copyright. */
  static boolean isCopyright(String line) {
    return COPYRIGHT.matcher(line).find();
  }

  /** Whether the line tells the reader to subscribe for the rest. */
  static boolean isPaywall(String line) {
    return line.length() < 400 && PAYWALLS.begin(line);
  }

  /** Whether a title is that of an error page. */
  static boolean isError(String title) {
    return ERRORS.begin(title);
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
    for (Rows.Row row : Rows.of(Phrases.class, "phrases.tsv")) {
      phrases
          .computeIfAbsent(row.cell(0), kind -> new HashSet<>())
          .addAll(
              row.cells().subList(1, row.cells().size()).stream()
                  .map(p -> p.replace('’', '\''))
                  .toList());
    }
    return phrases;
  }
}
