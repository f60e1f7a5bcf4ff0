package io.chipwire.language;

/**
 * A word as the parser sees it.
 *
 * @param word the word; not empty
 * @param tag its Penn Treebank tag
 * @param place its index in the sentence
 */
record TaggedWord(String word, String tag, int place) {}
