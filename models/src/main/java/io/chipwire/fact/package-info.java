/**
 * What an article says: {@link io.chipwire.fact.Entity entities}, {@link io.chipwire.fact.Figure
 * figures} and {@link io.chipwire.fact.Commitment commitments}, each with the span it came from.
 *
 * <p>Spans are half-open [start, end) offsets in UTF-16 code units into the article's text, or into
 * its title where {@code inTitle} is set. All types are immutable and safe to share between
 * threads.
 */
@NullMarked
package io.chipwire.fact;

import org.jspecify.annotations.NullMarked;
