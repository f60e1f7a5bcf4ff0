/**
 * The search page and the HTTP API over an index. {@link io.chipwire.app.web.SearchServer} is the
 * door. Pages are rendered on the server by JTE templates ({@code src/main/jte}), which escape by
 * the place a value stands in; they work without JavaScript, and htmx only saves reloads.
 * Everything served comes from this process: the Content-Security-Policy forbids the rest.
 */
@NullMarked
package io.chipwire.app.web;

import org.jspecify.annotations.NullMarked;
