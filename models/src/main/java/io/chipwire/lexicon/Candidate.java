package io.chipwire.lexicon;

/**
 * One reading of a name found in text.
 *
 * @param entry whom it would mean
 * @param alias the name by which it was found
 * @param sure whether the name, in these surroundings, means this entry; if not, it takes proof
 *     elsewhere in the article, such as the full name or a ticker
 */
public record Candidate(Entry entry, Alias alias, boolean sure) {}
