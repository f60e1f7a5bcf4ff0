/**
 * The ends of a job at a store: {@link io.chipwire.store.flink.SubscriptionSource} tells it what
 * people ask for, {@link io.chipwire.store.flink.OutboxSink} takes what it found for them.
 */
@NullMarked
package io.chipwire.store.flink;

import org.jspecify.annotations.NullMarked;
