/** The whole way from article to extraction. Door: {@link io.chipwire.extract.Extractor}. */
@NullMarked
package io.chipwire.extract;

import org.jspecify.annotations.NullMarked;
