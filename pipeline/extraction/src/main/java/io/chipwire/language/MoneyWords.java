package io.chipwire.language;

import edu.stanford.nlp.ling.CoreLabel;
import io.chipwire.table.Words;
import java.util.ArrayList;
import java.util.List;
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

  /** The labels in the order in which they are parsed, tags changed for sums of money. */
  static List<CoreLabel> ordered(List<CoreLabel> labels) {
    List<CoreLabel> ordered = new ArrayList<>(labels.size());
    for (int i = 0; i < labels.size(); ) {
      int end = isSign(labels.get(i).word()) ? numberEnd(labels, i + 1) : i;
      if (end <= i + 1) {
        ordered.add(labels.get(i++));
        continue;
      }
      for (int n = i + 1; n < end; n++) {
        labels.get(n).setTag("CD");
        ordered.add(labels.get(n));
      }
      boolean modifies = end < labels.size() && labels.get(end).tag().matches("NNP?S?|JJ");
      labels.get(i).setWord(modifies ? "dollar" : "dollars");
      labels.get(i).setTag(modifies ? "NN" : "NNS");
      ordered.add(labels.get(i));
      i = end;
    }
    return ordered;
  }

  private static boolean isSign(String word) {
    char last = word.charAt(word.length() - 1);
    return word.length() <= 4
        && (Character.getType(last) == Character.CURRENCY_SYMBOL || word.equals("Rs"));
  }

  private static int numberEnd(List<CoreLabel> labels, int from) {
    int at = from;
    while (at < labels.size() && at < from + 3) {
      String word = labels.get(at).word();
      boolean number =
          Character.isDigit(word.charAt(0)) || word.charAt(0) == '.' && word.length() > 1;
      if (at == from ? !number : !MAGNITUDES.contains(word.toLowerCase(java.util.Locale.ROOT))) {
        break;
      }
      at++;
    }
    return at;
  }
}
