/**
 * Who and what is named: companies, organizations, people, products and places, each with an id.
 *
 * <p>Door: {@link io.chipwire.entity.EntityLinker}. Names come from the lexicon ({@link
 * io.chipwire.lexicon.Lexicon}), from the statistical model and from wording; what words say about
 * names is data, {@code name-cues.tsv}. Only then is it decided, over the whole article, whom each
 * name means: short forms lean on full ones, doubtful readings on proof elsewhere. Descriptions
 * ("the chipmaker", "it") are resolved last, by a light rule, and are for attribution only.
 */
@NullMarked
package io.chipwire.entity;

import org.jspecify.annotations.NullMarked;
