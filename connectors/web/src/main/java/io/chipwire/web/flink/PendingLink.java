package io.chipwire.web.flink;

import io.chipwire.web.WebLink;

/**
 * A link that waits to be fetched.
 *
 * @param attempt how often it was tried before
 * @param notBefore in milliseconds since 1970; 0 for a first attempt
 */
public record PendingLink(WebLink link, int attempt, long notBefore) {}
