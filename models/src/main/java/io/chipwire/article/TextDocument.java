package io.chipwire.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text that needs no page reading, with what its archive says about it.
 *
 * @param text paragraphs joined by a blank line
 */
public record TextDocument(
    @Nullable String title,
    @Nullable String publisher,
    @Nullable Instant publishedAt,
    @Nullable String language,
    String text) {}
