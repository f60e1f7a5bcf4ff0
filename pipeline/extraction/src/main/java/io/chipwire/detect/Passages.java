package io.chipwire.detect;

import io.chipwire.fact.Span;
import io.chipwire.language.AnnotatedText;
import io.chipwire.language.Sentence;
import io.chipwire.language.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the sentence of a span, and knows which sentences are boilerplate or history. */
final class Passages {

  private static final int NO_YEAR = -1;
  private static final int NEWS_YEARS = 2;
  private static final int HISTORY_YEARS = 5;
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(19|20)\\d\\d(?!\\d)");

  private final AnnotatedText title;
  private final AnnotatedText text;
  private final int year;
  private final SignalRules rules;
  private final Set<Integer> boilerplate = new HashSet<>();

  Passages(ArticleFacts facts, SignalRules rules) {
    this.title = facts.title();
    this.text = facts.text();
    this.rules = rules;
    this.year = facts.publishedOn() == null ? NO_YEAR : facts.publishedOn().getYear();
    boolean inside = false;
    int paragraph = -1;
    for (Sentence sentence : text.sentences()) {
      if (sentence.paragraph() != paragraph) {
        paragraph = sentence.paragraph();
        inside |= rules.opensBoilerplate(lineOf(sentence));
      }
      if (inside) {
        boilerplate.add(sentence.index());
      }
    }
  }

  private String lineOf(Sentence sentence) {
    int end = text.text().indexOf('\n', sentence.start());
    return text.text().substring(sentence.start(), end < 0 ? text.text().length() : end);
  }

  /** The sentence that holds an offset, or null if there is none or it is boilerplate. */
  @Nullable Sentence sentenceAt(int offset, boolean inTitle) {
    List<Sentence> sentences = (inTitle ? title : text).sentences();
    int low = 0;
    int high = sentences.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Sentence sentence = sentences.get(middle);
      if (offset >= sentence.end()) {
        low = middle + 1;
      } else if (offset < sentence.start()) {
        high = middle - 1;
      } else {
        return !inTitle && isBoilerplate(sentence) ? null : sentence;
      }
    }
    return null;
  }

  boolean isBoilerplate(Sentence sentence) {
    return boilerplate.contains(sentence.index());
  }

  /** Whether nothing in a sentence of the text is news: boilerplate, or history. */
  boolean isQuiet(Sentence sentence) {
    if (isBoilerplate(sentence)) {
      return true;
    }
    boolean history = false;
    for (int i = 0; i < sentence.size(); i++) {
      Token token = sentence.tokens().get(i);
      boolean record = i > 0 && rules.is("since", sentence.word(i - 1).toLowerCase(Locale.ROOT));
      if (!record && year != NO_YEAR && YEAR.matcher(token.text()).matches()) {
        int said = Integer.parseInt(token.text());
        if (said >= year - NEWS_YEARS) {
          return false;
        }
        history |= said < year - HISTORY_YEARS;
      }
    }
    return history;
  }

  /** Whether a period lies in a year after that of publication. */
  boolean isAhead(@Nullable String period) {
    if (period == null || year == NO_YEAR) {
      return false;
    }
    Matcher found = YEAR.matcher(period);
    return found.find() && Integer.parseInt(found.group()) > year;
  }

  /** Whether a period lies so far back that nothing of it is news. */
  boolean isOld(@Nullable String period) {
    if (period == null || year == NO_YEAR) {
      return false;
    }
    Matcher found = YEAR.matcher(period);
    return found.find() && Integer.parseInt(found.group()) < year - NEWS_YEARS - 1;
  }

  Span span(Sentence sentence) {
    return new Span(sentence.start(), sentence.end());
  }

  String words(Sentence sentence, boolean inTitle) {
    return span(sentence).of((inTitle ? title : text).text());
  }
}
