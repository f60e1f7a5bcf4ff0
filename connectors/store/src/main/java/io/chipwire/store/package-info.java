/**
 * Where subscriptions, alerts and deliveries are kept: a SQLite file on one machine, or PostgreSQL
 * for a team, by the same SQL.
 *
 * <p>{@link io.chipwire.store.AlertStore} is the door. Behind it stand {@link
 * io.chipwire.store.Subscriptions} (what people ask for), {@link io.chipwire.store.Outbox} (what a
 * job has found for them) and {@link io.chipwire.store.Deliveries} (what is sent, by whom, and how
 * that went), and for people {@link io.chipwire.store.DeliveryLedger} and {@link
 * io.chipwire.store.Feeds}. The tables are made and brought up to date by the migrations beside
 * this package's classes; instants are kept as milliseconds since 1970, truths as 0 and 1.
 *
 * <p><b>Decision: an alert is judged when it is put in, in the same transaction.</b> A job that is
 * restarted puts the same alerts again; their ids are known, so nothing changes, and no rule is
 * asked twice. Writers of one subscription wait for one another at its row.
 *
 * <p><b>Decision: leases, not locks.</b> A message is lent to a notifier for a time, by one update
 * that only one of several can win. A killed notifier's messages are lent again when that time is
 * over, under the same message id, and its attempt is written down as lost.
 *
 * <p><b>Decision: deliveries are committed without waiting for the disk</b> (SQLite only). A killed
 * process loses nothing by it, and the time in which a kill leads to a repetition is short; a
 * machine that loses power may repeat the last messages. What the job puts in waits for the disk.
 */
@NullMarked
package io.chipwire.store;

import org.jspecify.annotations.NullMarked;
