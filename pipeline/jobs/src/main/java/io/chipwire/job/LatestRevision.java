package io.chipwire.job;

/**
 * What is kept of an article's latest revision.
 *
 * @param ordinal see {@link io.chipwire.article.Page#ordinal()}
 * @param content a fingerprint of what a reader sees
 */
public record LatestRevision(long ordinal, String content) {}
