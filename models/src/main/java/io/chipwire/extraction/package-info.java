/**
 * Everything one article says, and its JSON: the contract between {@code chipwire extract}, the
 * index, and whoever reads our output.
 */
@NullMarked
package io.chipwire.extraction;

import org.jspecify.annotations.NullMarked;
