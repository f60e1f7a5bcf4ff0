/**
 * Who binds itself to what: purchases, supply, investments, reserved capacity, leases, loans and
 * grants, with both parties, amount, term and standing.
 *
 * <p>Door: {@link io.chipwire.commitment.CommitmentReader}. Which verbs and nouns bind, who their
 * subject is and what leads to the other party is data: {@code verbs.tsv}, {@code moods.tsv},
 * {@code things.tsv}, {@code ranks.tsv}, {@code statuses.tsv}. A clause gives a draft, from its
 * dependency tree; drafts of one contract are merged.
 */
@NullMarked
package io.chipwire.commitment;

import org.jspecify.annotations.NullMarked;
