/**
 * Delivering alerts: {@link io.chipwire.notify.Notifier} takes messages that are due from a queue
 * and hands each to the {@link io.chipwire.notify.Courier} of its channel, which tries once and
 * says how it went; the {@link io.chipwire.notify.RetrySchedule} says when to try again. Several
 * notifiers may share a queue, in one process or many.
 *
 * <p>Webhooks follow the Standard Webhooks specification 1.0 ({@code
 * github.com/standard-webhooks/standard-webhooks}): a stable id, a timestamp, an HMAC-SHA256
 * signature over both and the body (two while a secret is changed), retries over days, 410 as "no
 * more". Private addresses are refused after the name was looked up, and the connection goes to the
 * very address that was checked.
 *
 * <p>{@link io.chipwire.notify.FeedDocument} is the other way round: what a subscription was told,
 * for readers who come and look.
 *
 * <p>Nothing here logs a URL's path, a secret or a mail's content.
 */
@NullMarked
package io.chipwire.notify;

import org.jspecify.annotations.NullMarked;
