/**
 * Facts in words, for eyes: amounts as people write them, a figure's reading in a line, an
 * article's text cut into marked segments, tables that fit a terminal. The terminal and the web
 * page share it; it knows neither.
 */
@NullMarked
package io.chipwire.app.text;

import org.jspecify.annotations.NullMarked;
