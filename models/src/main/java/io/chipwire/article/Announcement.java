package io.chipwire.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What whoever pointed to a page says of it: a feed, or an archive of filings. It counts where the
 * page itself does not say.
 *
 * @param title of the page, or null
 * @param publishedAt when it was published, or null
 */
public record Announcement(@Nullable String title, @Nullable Instant publishedAt) {}
