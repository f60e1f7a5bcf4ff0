/** What it means: signals from figures, commitments and cue words. */
@NullMarked
package io.chipwire.detect;

import org.jspecify.annotations.NullMarked;
