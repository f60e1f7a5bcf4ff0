/**
 * The web as Flink sees it: {@link io.chipwire.web.flink.WatchSource}, which never ends and tells
 * of new links, and {@link io.chipwire.web.flink.FetchPolitely}, which gets what they point to.
 *
 * <p><b>Decision: pace and request are one keyed operator, not a pace and then {@code
 * AsyncDataStream}.</b> One request at a time of a host, and "not before" from a server, need to
 * know when a request has ended and how; behind an asynchronous operator that is known too late,
 * one slow host fills its capacity and stalls all others, and a retry cannot go back into the
 * queue. Here the queue, the request at hand and the next allowed time are keyed state; requests
 * run in threads, and a timer looks whether they are done. After a restart the request at hand is
 * made again: pages are fetched at least once, and taken into the job exactly once.
 */
@NullMarked
package io.chipwire.web.flink;

import org.jspecify.annotations.NullMarked;
