package io.chipwire.job;

import io.chipwire.article.Article;
import io.chipwire.story.Fingerprint;
import java.util.Optional;

/**
 * What is asked about an article's text, and what is remembered of it.
 *
 * @param ordinal which revision of the article
 * @param fingerprint see {@link Fingerprint#bytes}, not to be modified
 * @param met when it or a copy of it was read last, in milliseconds since 1970; 0 before that
 */
public record TextTrace(String articleId, long ordinal, byte[] fingerprint, long met) {

  /** The same, met at that time. */
  TextTrace metAt(long time) {
    return new TextTrace(articleId, ordinal, fingerprint, time);
  }

  /** That of an article; empty if its text is too short to be told from others. */
  static Optional<TextTrace> of(Article article) {
    return Fingerprint.of(article.text())
        .map(print -> new TextTrace(article.id(), article.ordinal(), print.bytes(), 0));
  }
}
