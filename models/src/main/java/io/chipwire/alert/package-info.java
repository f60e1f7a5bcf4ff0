/**
 * Telling subscribers: a {@link io.chipwire.alert.Subscription} is a stored query with its rules,
 * an {@link io.chipwire.alert.Alert} one piece of news for one of them, and {@link
 * io.chipwire.alert.Stages} decides whether it is told or held back, always with a {@link
 * io.chipwire.alert.Suppression reason}.
 *
 * <p>The same stages judge an alert of the live job and of a backtest; only the {@link
 * io.chipwire.alert.History} behind them differs. What leaves the outbox is a {@link
 * io.chipwire.alert.Message}; {@link io.chipwire.alert.DeliveryQueue} is where a notifier gets it.
 *
 * <p>Records here are immutable and, as far as a job carries them ({@code Subscription}, {@code
 * Alert} and what they hold), plain enough for Flink to carry as POJOs.
 */
@NullMarked
package io.chipwire.alert;

import org.jspecify.annotations.NullMarked;
