package io.chipwire.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Another article with the same text. */
public record Copy(
    String articleId,
    @Nullable String url,
    @Nullable String title,
    @Nullable String publisher,
    @Nullable Instant publishedAt) {}
