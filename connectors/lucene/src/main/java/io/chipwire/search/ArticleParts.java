package io.chipwire.search;

import io.chipwire.article.Article;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.Figure;
import io.chipwire.fact.Span;
import io.chipwire.query.FactKind;
import io.chipwire.signal.Signal;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What showing an article as a hit needs of it, a part at a time; positions as in the extraction.
 */
interface ArticleParts {

  /** The article; its text and tables may be left out. */
  Article head();

  /** Its text. */
  String text();

  /** How many facts of a kind it states. */
  int count(FactKind kind);

  /** Where a fact begins, in the text or in the title. */
  int start(FactKind kind, int position);

  /** Whether a fact stands in the title. */
  boolean inTitle(FactKind kind, int position);

  /** A figure. */
  Figure figure(int position);

  /** A commitment. */
  Commitment commitment(int position);

  /** A signal. */
  Signal signal(int position);

  /** Tells where the text names any of these entities. */
  void mentions(Set<String> ids, BiConsumer<String, Span> each);
}
