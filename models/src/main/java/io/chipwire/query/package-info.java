/**
 * The one query language: what an analyst types, a subscriber stores and a backtest replays.
 *
 * <p>{@link io.chipwire.query.QueryLanguage} is the door: it turns text into a {@link
 * io.chipwire.query.Query}, a small immutable tree that knows nothing of any search engine, and
 * says where and why a text is no query ({@link io.chipwire.query.QuerySyntaxException}). A tree's
 * {@code toString} is its normal form and parses back to an equal tree, so a stored query can be
 * kept as text. The language is explained, for users, in {@code query-language.md} beside this
 * package's classes; {@link io.chipwire.query.QueryLanguage#help()} is that page.
 *
 * <p>The rule that sets it apart: predicates about a figure that stand in one conjunction bind to
 * one figure, those about a commitment to one commitment, those about a signal to one signal.
 * {@link io.chipwire.query.Query.Fact} is that bond; the parser makes it, engines only translate
 * it.
 */
@NullMarked
package io.chipwire.query;

import org.jspecify.annotations.NullMarked;
