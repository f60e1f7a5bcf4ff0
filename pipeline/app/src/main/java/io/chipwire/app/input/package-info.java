/**
 * What {@code read} and {@code extract} share: inputs one after the other, worked on by all cores,
 * results in the order of the inputs, what is rejected told as it happens.
 */
@NullMarked
package io.chipwire.app.input;

import org.jspecify.annotations.NullMarked;
