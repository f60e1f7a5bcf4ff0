/**
 * Asks the web, politely, and never more than it is allowed to.
 *
 * <p>Two doors. {@link io.chipwire.web.Fetcher} gets one document: {@link
 * io.chipwire.web.HttpFetcher} does so over HTTP, with robots.txt (RFC 9309), an honest User-Agent,
 * conditional requests, bounded redirects, sizes and times, and no way into the private network.
 * What came of it is a {@link io.chipwire.web.FetchOutcome}: data, also where it says "later", so
 * that whoever asks keeps the pace; nothing here sleeps. {@link io.chipwire.web.Watch} follows one
 * feed, sitemap or list over time: when to ask next, what is new in it.
 *
 * <p>Everything from outside is hostile: documents are bounded before they are parsed, XML with a
 * DOCTYPE is refused, addresses are checked after each resolution and on each redirect.
 *
 * <p><b>Decision: an address is bound to what was checked.</b> The JDK's client resolves a host
 * name itself, after us, and may be told something else (DNS rebinding). Plain {@code http} is
 * therefore sent to the checked address with the name in the Host header. With {@code https} the
 * client resolves again, through the JVM's cache of names; a rebound name fails at the server's
 * certificate, which an inner service does not have for the attacker's name.
 */
@NullMarked
package io.chipwire.web;

import org.jspecify.annotations.NullMarked;
