package io.chipwire.job;

import io.chipwire.signal.Novelty;
import org.jspecify.annotations.Nullable;

/**
 * What the memory knows of an article's text or of one of its facts.
 *
 * @param articleId who asked
 * @param ordinal which revision of it
 * @param topic what was asked about
 * @param position of the figure or commitment in the extraction; 0 for the text
 * @param copyOf the article that this one copies; null if there is none, or nobody asked
 * @param novelty how the fact stands to those known; null for a text
 */
public record MemoryAnswer(
    String articleId,
    long ordinal,
    Topic topic,
    int position,
    @Nullable String copyOf,
    @Nullable Novelty novelty) {

  /** What a question is about. Names are kept in checkpoints; do not rename. */
  public enum Topic {
    /** Is there an earlier article with nearly the same text? */
    TEXT,
    /** Has the value of this figure been stated before? */
    FIGURE,
    /** Has this commitment? */
    COMMITMENT
  }
}
