/**
 * What many articles say of the same thing, over time: {@link io.chipwire.history.Series} of a
 * metric, the {@link io.chipwire.history.Ledger} of commitments, and {@link
 * io.chipwire.history.Conflicts} between sources.
 *
 * <p>The unit here is the {@link io.chipwire.history.Statement}: a figure or a commitment, who
 * stated it, when and in which words. Who reads the news as it comes has no list of statements,
 * only a memory: {@link io.chipwire.history.StatedFact} and {@link io.chipwire.history.KnownValue}
 * tell what is new to it. All of it is pure and takes statements in any order; the same statements
 * give the same result.
 */
@NullMarked
package io.chipwire.history;

import org.jspecify.annotations.NullMarked;
