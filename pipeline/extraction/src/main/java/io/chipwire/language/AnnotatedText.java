package io.chipwire.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with its sentences; names and trees are worked out when first asked for and then kept, so
 * that rooms that need the same tree pay for it once.
 *
 * <p>Belongs to one article and one thread.
 */
public final class AnnotatedText {

  private final Language language;
  private final String text;
  private final List<Sentence> sentences;
  private final List<@Nullable List<Name>> names;
  private final List<@Nullable List<String>> tags;
  private final List<@Nullable Parse> parses;

  AnnotatedText(Language language, String text) {
    this.language = language;
    this.text = text;
    this.sentences = List.copyOf(language.sentences(text));
    this.names = new ArrayList<>(Collections.nCopies(sentences.size(), null));
    this.tags = new ArrayList<>(Collections.nCopies(sentences.size(), null));
    this.parses = new ArrayList<>(Collections.nCopies(sentences.size(), null));
  }

  /** The text that all offsets count in. */
  public String text() {
    return text;
  }

  /** Its sentences, in order. */
  public List<Sentence> sentences() {
    return sentences;
  }

  /** See {@link Language#names}. */
  public List<Name> names(Sentence sentence) {
    List<Name> known = names.get(sentence.index());
    if (known == null) {
      known = List.copyOf(language.names(sentence));
      names.set(sentence.index(), known);
    }
    return known;
  }

  /** See {@link Language#tags}: twice the cost of names; a later parse reuses them. */
  public List<String> tags(Sentence sentence) {
    List<String> known = tags.get(sentence.index());
    if (known == null) {
      known = List.copyOf(language.tags(sentence));
      tags.set(sentence.index(), known);
    }
    return known;
  }

  /** See {@link Language#parse}: its tree costs what names do, once it is asked for. */
  public Parse parse(Sentence sentence) {
    Parse known = parses.get(sentence.index());
    if (known == null) {
      known = language.parse(sentence, tags(sentence));
      parses.set(sentence.index(), known);
    }
    return known;
  }

  /** See {@link Language#singular}. */
  public String singular(String plural) {
    return language.singular(plural);
  }

  /** The words of a stretch of tokens as they stand in the text. */
  public String between(Sentence sentence, int first, int end) {
    return text.substring(
        sentence.tokens().get(first).start(), sentence.tokens().get(end - 1).end());
  }
}
