/**
 * The demo's archive: invented pages ({@code src/main/demo}) that the build writes into one WARC.
 */
@NullMarked
package io.chipwire.app.demo;

import org.jspecify.annotations.NullMarked;
