/**
 * The language layer: sentences, tokens, names, tags and dependency trees, by Stanford CoreNLP.
 *
 * <p>This is the only room that knows CoreNLP. Its parts are called directly, never through the
 * default pipeline: tokenising costs almost nothing, names (one CRF model) little, and tagging with
 * parsing ten times as much, so callers ask for each only where they need it. Door: {@link
 * io.chipwire.language.Language}.
 */
@NullMarked
package io.chipwire.language;

import org.jspecify.annotations.NullMarked;
