package io.chipwire.entity;

import io.chipwire.language.AnnotatedText;
import io.chipwire.language.Sentence;
import io.chipwire.lexicon.Entry;
import io.chipwire.lexicon.Lexicon;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tickers in brackets: {@code (NASDAQ: NVDA)}, {@code (TSE: 8035; OTC: TOELY)}, {@code
 * (000660.KS)}.
 */
final class Tickers {

  /** A ticker in brackets. */
  record Ticker(int open, int close, @Nullable Entry company) {}

  private static final int LONGEST = 16;
  private static final Pattern LISTED =
      Pattern.compile("([A-Za-z][A-Za-z ]{1,24}):\\s?([A-Z0-9]{1,6}(?:\\.[A-Z]{1,2})?)");
  private static final Pattern SUFFIXED = Pattern.compile("([A-Z0-9]{1,6})\\.([A-Z]{1,3})");
  private static final Pattern BARE = Pattern.compile("[A-Z]{2,5}|[0-9]{4,6}");

  private final Lexicon lexicon;

  Tickers(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The ticker in the bracket that opens at token {@code open}, or null if it holds none. */
  @Nullable Ticker at(AnnotatedText text, Sentence sentence, int open) {
    if (!sentence.word(open).equals("(")) {
      return null;
    }
    int close = open + 1;
    while (close < sentence.size() && !sentence.word(close).equals(")")) {
      if (++close - open > LONGEST) {
        return null;
      }
    }
    if (close >= sentence.size() || close == open + 1) {
      return null;
    }
    boolean ticker = false;
    for (String part : text.between(sentence, open + 1, close).split("[;,/]|\\band\\b")) {
      String one = part.strip();
      Matcher listed = LISTED.matcher(one);
      Matcher suffixed = SUFFIXED.matcher(one);
      Optional<Entry> company = Optional.empty();
      if (listed.matches()) {
        ticker = true;
        company = lexicon.byTicker(one);
      } else if (suffixed.matches()) {
        ticker = true;
        company =
            lexicon
                .byTicker(suffixed.group(2) + ":" + suffixed.group(1))
                .or(() -> lexicon.byTicker(suffixed.group(1)));
      } else if (BARE.matcher(one).matches()) {
        company = lexicon.byTicker(one);
      }
      if (company.isPresent()) {
        return new Ticker(open, close, company.get());
      }
    }
    return ticker ? new Ticker(open, close, null) : null;
  }
}
