/**
 * The search page and the HTTP API over an index. {@link io.chipwire.app.web.SearchServer} is the
 * door. Pages are rendered on the server by JTE templates ({@code src/main/jte}), which escape by
 * the place a value stands in; they work without JavaScript, and htmx only saves reloads.
 * Everything served comes from this process: the Content-Security-Policy forbids the rest.
 *
 * <p>Where there is a store, {@link io.chipwire.app.web.AlertPages}, {@link
 * io.chipwire.app.web.AlertActions} and {@link io.chipwire.app.web.AlertApi} serve its
 * subscriptions and alerts, {@link io.chipwire.app.web.AlertStream} tells of new ones, and {@link
 * io.chipwire.app.web.Access} stands before all of them.
 */
@NullMarked
package io.chipwire.app.web;

import org.jspecify.annotations.NullMarked;
