/** Who binds itself to what: commitments from sentences, their figures and their entities. */
@NullMarked
package io.chipwire.commitment;

import org.jspecify.annotations.NullMarked;
