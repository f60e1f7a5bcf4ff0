/**
 * From a fetched page to the article on it. The door is {@link io.chipwire.read.PageReader}.
 *
 * <p>The way through: {@code PageDecoder} finds the charset, jsoup parses once, {@code Outline}
 * walks the tree once and writes down blocks (paragraphs, headings, list items, tables) and the
 * regions that hold them, {@code BodyFinder} picks the region whose blocks weigh most, {@code
 * BodyTrimmer} takes out what does not belong, {@code TextRenderer} writes the text and places the
 * tables in it. Beside that, {@code PageMetadata} is read from what the page declares (JSON-LD,
 * meta tags, microdata, {@code <time>}) and, failing that, shows. {@code Verdict} says when there
 * is no article.
 *
 * <p>Everything that is a word list (class names, boilerplate phrases, months) is a resource file
 * with a header. Nothing knows a site. jsoup's types do not leave this package.
 */
@NullMarked
package io.chipwire.read;

import org.jspecify.annotations.NullMarked;
