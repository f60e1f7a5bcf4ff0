package io.chipwire.detect;

import io.chipwire.fact.Span;
import io.chipwire.language.AnnotatedText;
import io.chipwire.language.Sentence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the sentence of a span, and knows which sentences are boilerplate. */
final class Passages {

  private final AnnotatedText title;
  private final AnnotatedText text;
  private final Set<Integer> boilerplate = new HashSet<>();

  Passages(AnnotatedText title, AnnotatedText text, SignalRules rules) {
    this.title = title;
    this.text = text;
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

  Span span(Sentence sentence) {
    return new Span(sentence.start(), sentence.end());
  }

  String words(Sentence sentence, boolean inTitle) {
    return span(sentence).of((inTitle ? title : text).text());
  }
}
