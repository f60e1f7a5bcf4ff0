/**
 * What goes in: a {@link io.chipwire.article.Page} as it was fetched or found in an archive, and
 * the {@link io.chipwire.article.Article} that was read from it, or the {@link
 * io.chipwire.article.Rejection} that says why not. {@link io.chipwire.article.JsonInput} reads the
 * one JSON object that a page may also come as, from wherever it comes.
 *
 * <p>All types here are immutable, safe to share between threads, and plain enough for Flink to
 * carry as POJOs: only strings, numbers, instants, enums, byte arrays, lists and each other.
 */
@NullMarked
package io.chipwire.article;

import org.jspecify.annotations.NullMarked;
