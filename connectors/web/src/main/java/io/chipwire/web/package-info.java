/**
 * Asks the web, politely, and never more than it is allowed to.
 *
 * <p>Two doors. {@link io.chipwire.web.Fetcher} gets one document: {@link
 * io.chipwire.web.HttpFetcher} does so over HTTP, with robots.txt (RFC 9309), an honest User-Agent,
 * conditional requests, bounded redirects, sizes and times, and no way into the private network.
 * What came of it is a {@link io.chipwire.web.FetchOutcome}: data, also where it says "later", so
 * that whoever asks keeps the pace; nothing here sleeps. {@link io.chipwire.web.Watch} follows one
 * feed, sitemap, list or feed of filings over time: when to ask next, what is new in it.
 *
 * <p>Everything from outside is hostile: documents are bounded before they are parsed, XML with a
 * DOCTYPE is refused, addresses are checked after each resolution and on each redirect.
 *
 * <p><b>Decision: an address is bound to what was checked.</b> A name is looked up once, all its
 * addresses are checked, and only those are connected to, with and without TLS: a name that is told
 * to lead elsewhere in between (DNS rebinding) gains nothing. The JDK's client cannot be told where
 * to connect to, Apache's can; it is the client of the notifier, too.
 */
@NullMarked
package io.chipwire.web;

import org.jspecify.annotations.NullMarked;
