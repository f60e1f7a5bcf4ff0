package io.chipwire.read;

import io.chipwire.article.Article;
import io.chipwire.article.Rejection;

/** What came of reading a page: an article, or the reason why there is none. */
public sealed interface Reading {

  /** The page holds an article. */
  record Accepted(Article article) implements Reading {}

  /** The page was refused; the rejection says why. */
  record Refused(Rejection rejection) implements Reading {}
}
