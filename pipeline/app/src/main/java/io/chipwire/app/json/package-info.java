/**
 * Alerts and what belongs to them as JSON objects, the same from commands and over HTTP. The facts
 * themselves are written by {@link io.chipwire.extraction.ExtractionJson}.
 */
@NullMarked
package io.chipwire.app.json;

import org.jspecify.annotations.NullMarked;
