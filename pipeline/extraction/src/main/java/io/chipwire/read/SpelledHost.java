package io.chipwire.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds how a page writes the name in its host: {@code dockdaily.example} is "Dock Daily" in its
 * text. Stateless.
 */
final class SpelledHost {

  /** Shorter parts of a host, such as "co", are no names. */
  private static final int LEAST = 4;

  private static final int LONGEST = 40;

  private SpelledHost() {}

  /** The commonest spelling with a capital, one in capitals only failing others; or null. */
  static @Nullable String in(String pageTitle, List<Block> blocks, String host) {
    String[] labels = host.split("\\.");
    for (int i = labels.length - 2; i >= 0; i--) {
      String letters = labels[i].replace("-", "");
      if (letters.length() >= LEAST && letters.length() <= LONGEST) {
        String spelled = commonest(spellings(pageTitle, blocks, letters));
        if (spelled != null) {
          return spelled;
        }
      }
    }
    return null;
  }

  private static Map<String, Integer> spellings(
      String pageTitle, List<Block> blocks, String letters) {
    Pattern name = pattern(letters);
    Map<String, Integer> spellings = new LinkedHashMap<>();
    count(name, PlainText.line(pageTitle), spellings);
    for (Block block : blocks) {
      count(name, block.text(), spellings);
    }
    return spellings;
  }

  private static void count(Pattern name, String text, Map<String, Integer> spellings) {
    Matcher m = name.matcher(text);
    while (m.find()) {
      if (Character.isUpperCase(text.charAt(m.start())) && beginsWord(text, m.start())) {
        spellings.merge(m.group(), 1, Integer::sum);
      }
    }
  }

  private static boolean beginsWord(String text, int start) {
    char before = start == 0 ? ' ' : text.charAt(start - 1);
    return !Character.isLetterOrDigit(before) && ".@/-".indexOf(before) < 0;
  }

  private static @Nullable String commonest(Map<String, Integer> spellings) {
    String best = null;
    int most = 0;
    for (var spelling : spellings.entrySet()) {
      boolean shouted = spelling.getKey().chars().noneMatch(Character::isLowerCase);
      int weight = shouted ? 1 : 1 + spelling.getValue();
      if (weight > most) {
        best = spelling.getKey();
        most = weight;
      }
    }
    return best;
  }

  /** The letters with at most a space, an apostrophe, a hyphen or a point between two of them. */
  private static Pattern pattern(String letters) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < letters.length(); i++) {
      pattern
          .append(i == 0 ? "" : "[ \u2019'.-]?")
          .append(Pattern.quote(letters.substring(i, i + 1)));
    }
    return Pattern.compile(
        pattern.append("(?![\\p{L}\\d]|[.-][\\p{L}\\d])").toString(), Pattern.CASE_INSENSITIVE);
  }
}
