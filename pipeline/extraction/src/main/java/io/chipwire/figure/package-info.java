/** From quantity to figure: metric, subject, product, period, change and status. */
@NullMarked
package io.chipwire.figure;

import org.jspecify.annotations.NullMarked;
