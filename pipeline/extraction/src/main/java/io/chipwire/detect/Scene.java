package io.chipwire.detect;

import io.chipwire.entity.Mention;
import io.chipwire.fact.Span;
import io.chipwire.language.AnnotatedText;
import io.chipwire.language.Parse;
import io.chipwire.language.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A sentence in which wordings are looked for.
 *
 * @param text the title or the text that it is a sentence of
 * @param words its words in lower case
 * @param mentions who and what it names, in their order
 * @param previous the sentence before it in its paragraph, or null
 */
record Scene(
    AnnotatedText text,
    Sentence sentence,
    boolean inTitle,
    List<String> words,
    List<Mention> mentions,
    @Nullable Scene previous) {

  /** The sentences of the title, and those of the text in which something can be news. */
  static List<Scene> of(ArticleFacts facts, Passages passages) {
    List<Scene> scenes = new ArrayList<>(of(facts.title(), true, facts.titleMentions()));
    of(facts.text(), false, facts.textMentions()).stream()
        .filter(scene -> !passages.isQuiet(scene.sentence))
        .forEach(scenes::add);
    return scenes;
  }

  private static List<Scene> of(AnnotatedText text, boolean inTitle, List<Mention> mentions) {
    Map<Integer, List<Mention>> bySentence =
        mentions.stream()
            .sorted(Comparator.comparingInt(Mention::first))
            .collect(Collectors.groupingBy(Mention::sentence));
    List<Scene> scenes = new ArrayList<>();
    Scene last = null;
    for (Sentence sentence : text.sentences()) {
      boolean follows = last != null && last.sentence.paragraph() == sentence.paragraph();
      last =
          new Scene(
              text,
              sentence,
              inTitle,
              sentence.tokens().stream().map(t -> t.text().toLowerCase(Locale.ROOT)).toList(),
              bySentence.getOrDefault(sentence.index(), List.of()),
              follows ? last : null);
      scenes.add(last);
    }
    return scenes;
  }

  /** A word in lower case; empty outside of the sentence. */
  String word(int token) {
    return token < 0 || token >= words.size() ? "" : words.get(token);
  }

  /** Whether any of its words is one of the field. */
  boolean tellsOfChips(SignalRules rules) {
    return words.stream().anyMatch(word -> rules.relevance(word) > 0);
  }

  /** Its tree. Costs a parse the first time. */
  Parse parse() {
    return text.parse(sentence);
  }

  Span span() {
    return new Span(sentence.start(), sentence.end());
  }

  /** The sentence as printed. */
  String printed() {
    return span().of(text.text());
  }
}
