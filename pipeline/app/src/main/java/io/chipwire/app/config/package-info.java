/**
 * Reads the configuration of {@code chipwire run}: YAML, checked to the last key, with every
 * mistake named by file, key, value and what was expected. The door is {@link
 * io.chipwire.app.config.RunConfig}.
 */
@NullMarked
package io.chipwire.app.config;

import org.jspecify.annotations.NullMarked;
