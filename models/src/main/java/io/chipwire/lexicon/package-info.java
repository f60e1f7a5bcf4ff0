/**
 * Who and what the chip world's news talks about: companies, products, public bodies, places and
 * people, with the names they go by.
 *
 * <p>The door is {@link io.chipwire.lexicon.Lexicon#standard()}. It finds names in text, tells what
 * an ambiguous name needs around it ({@code Apple} beside {@code shares}, not beside {@code pie}),
 * who owns a product, what belongs to whom, when a company's fiscal year ends, and whom {@code the
 * Taiwanese chipmaker} can mean.
 *
 * <p>All knowledge is data: the tab-separated files beside this package's classes, each with a
 * header that explains its columns. To teach the lexicon a name, add a line there; the tests check
 * that ids are unique, that owners exist, and that no name means two things undeclared.
 */
@NullMarked
package io.chipwire.lexicon;

import org.jspecify.annotations.NullMarked;
