package io.chipwire.language;

import io.chipwire.table.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Puts sums of money before the parser as one says them: {@code $ 1.2 billion} as "1.2 billion
 * dollars". The parser's model saw few signs before numbers and hangs what follows on the wrong
 * word. The sign keeps its place in the tree: it is the word "dollars".
 */
final class MoneyWords {

  private static final Words WORDS = Words.beside(MoneyWords.class);
  private static final Set<String> MAGNITUDES = WORDS.of("money-words.magnitudes");

  private MoneyWords() {}

  /** The words in the order in which they are parsed; sums of money changed. */
  static List<TaggedWord> ordered(List<TaggedWord> words) {
    List<TaggedWord> ordered = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); ) {
      int end = isSign(words.get(i).word()) ? numberEnd(words, i + 1) : i;
      if (end <= i + 1) {
        ordered.add(words.get(i++));
        continue;
      }
      for (TaggedWord number : words.subList(i + 1, end)) {
        ordered.add(new TaggedWord(number.word(), "CD", number.place()));
      }
      boolean modifies = end < words.size() && isNounOrAdjective(words.get(end).tag());
      ordered.add(
          modifies
              ? new TaggedWord("dollar", "NN", words.get(i).place())
              : new TaggedWord("dollars", "NNS", words.get(i).place()));
      i = end;
    }
    return ordered;
  }

  private static boolean isSign(String word) {
    char last = word.charAt(word.length() - 1);
    return word.length() <= 4
        && (Character.getType(last) == Character.CURRENCY_SYMBOL || word.equals("Rs"));
  }

  private static boolean isNounOrAdjective(String tag) {
    return tag.startsWith("NN") || tag.equals("JJ");
  }

  private static int numberEnd(List<TaggedWord> words, int from) {
    int at = from;
    while (at < words.size() && at < from + 3) {
      String word = words.get(at).word();
      boolean number =
          Character.isDigit(word.charAt(0)) || word.charAt(0) == '.' && word.length() > 1;
      if (at == from ? !number : !MAGNITUDES.contains(word.toLowerCase(Locale.ROOT))) {
        break;
      }
      at++;
    }
    return at;
  }
}
