/**
 * Who copied whom: {@link io.chipwire.story.Fingerprint} tells whether two articles are the same
 * text, so that a story in fourteen outlets counts as one, and {@link io.chipwire.story.Origin} who
 * states something on his own account.
 */
@NullMarked
package io.chipwire.story;

import org.jspecify.annotations.NullMarked;
