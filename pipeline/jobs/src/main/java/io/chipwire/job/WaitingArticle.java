package io.chipwire.job;

import io.chipwire.extraction.Extraction;

/**
 * A revision of an article that waits for what the memory knows of it.
 *
 * @param asked how many answers it gets
 */
public record WaitingArticle(Extraction extraction, int asked) {

  static WaitingArticle of(Extraction extraction) {
    int text = TextTrace.of(extraction.article()).isPresent() ? 1 : 0;
    return new WaitingArticle(extraction, FactQuestion.about(extraction).size() + text);
  }
}
