/**
 * From what an article says to the alerts of those who asked: {@link
 * io.chipwire.match.SubscriptionMatcher} keeps the subscriptions, finds those an article meets, and
 * says for each what matched and why. It holds nothing back; that is for {@link
 * io.chipwire.alert.Stages} behind it. A backtest and a rehearsal run the very same class, and
 * {@link io.chipwire.match.PastNews} has them agree with a backfill on time.
 */
@NullMarked
package io.chipwire.match;

import org.jspecify.annotations.NullMarked;
