/** Who and what is named: lexicon and statistical names, linked to ids. */
@NullMarked
package io.chipwire.entity;

import org.jspecify.annotations.NullMarked;
