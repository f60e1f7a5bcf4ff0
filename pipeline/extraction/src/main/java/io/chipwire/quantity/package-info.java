/**
 * Quantities as printed: the grammar that reads value, magnitude, unit, bound and denominator from
 * tokens. It knows nothing of companies or metrics.
 */
@NullMarked
package io.chipwire.quantity;

import org.jspecify.annotations.NullMarked;
