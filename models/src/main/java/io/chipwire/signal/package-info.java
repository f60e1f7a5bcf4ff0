/** What an article means to a chip-market subscriber. */
@NullMarked
package io.chipwire.signal;

import org.jspecify.annotations.NullMarked;
