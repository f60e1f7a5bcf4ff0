/**
 * How good extraction is: compares extractions with gold articles, set against set, and says per
 * kind of fact what was found, missed and invented. Door: {@link io.chipwire.evaluate.GoldScore}.
 *
 * <p>Gold articles are read as JSON and not as {@link io.chipwire.extraction.Extraction}, because
 * they leave out what a person does not mark, such as offsets and confidence.
 */
@NullMarked
package io.chipwire.evaluate;

import org.jspecify.annotations.NullMarked;
