package io.chipwire.search;

import io.chipwire.fact.Span;
import java.util.List;

/**
 * A sentence of an article, with what is to be marked in it.
 *
 * @param start offset in the article's text
 * @param text the sentence
 * @param highlights what to mark, in {@code text}: in order, without overlaps
 */
public record Excerpt(int start, String text, List<Span> highlights) {

  /** Copies the list. */
  public Excerpt {
    highlights = List.copyOf(highlights);
  }
}
