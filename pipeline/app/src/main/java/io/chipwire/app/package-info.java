/**
 * The {@code chipwire} command: what a user starts. {@link io.chipwire.app.Chipwire} is the door;
 * each command is a class of its own that calls into the rooms behind and adds only words: options,
 * progress, tables, exit codes. Start-up must stay quick, so nothing heavy is touched before a
 * command runs.
 */
@NullMarked
package io.chipwire.app;

import org.jspecify.annotations.NullMarked;
