package io.chipwire.alert;

/**
 * A subscription as it is now.
 *
 * @param removed whether it is gone
 * @param complete whether with it everything is known that was stored when reading began
 */
public record SubscriptionChange(
    @org.jspecify.annotations.Nullable Subscription subscription,
    boolean removed,
    boolean complete) {

  /** Stands behind the first reading of a store. */
  public static final SubscriptionChange ALL_READ = new SubscriptionChange(null, false, true);

  /** A subscription that is new or other than before. */
  public static SubscriptionChange put(Subscription subscription) {
    return new SubscriptionChange(subscription, false, false);
  }

  /** A subscription that is no more. */
  public static SubscriptionChange remove(Subscription subscription) {
    return new SubscriptionChange(subscription, true, false);
  }
}
