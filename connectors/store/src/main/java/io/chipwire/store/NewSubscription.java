package io.chipwire.store;

import io.chipwire.alert.ChannelKind;
import io.chipwire.alert.Rules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription to be added; see {@link io.chipwire.alert.Subscription}. The query is the caller's
 * to check.
 */
public record NewSubscription(
    String name, String query, String owner, List<NewChannel> channels, Rules rules) {

  private static final int LONGEST_NAME = 200;

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if a value is out of bounds
   */
  public NewSubscription {
    channels = List.copyOf(channels);
    requireName("name", name);
    requireName("owner", owner);
  }

  /**
   * A channel to be added.
   *
   * @param secret see {@link io.chipwire.alert.Channel}
   */
  public record NewChannel(ChannelKind kind, String target, @Nullable String secret) {

    /** Without secrets. */
    @Override
    public String toString() {
      return "NewChannel[" + kind.label() + "]";
    }
  }

  private static void requireName(String what, String name) {
    boolean printable =
        name.chars().noneMatch(c -> Character.isISOControl(c)) && name.equals(name.strip());
    if (name.isEmpty() || name.length() > LONGEST_NAME || !printable) {
      throw new IllegalArgumentException(
          "%s \"%s\": expected 1 to %d characters on one line"
              .formatted(what, name.replaceAll("\\p{Cntrl}", " "), LONGEST_NAME));
    }
  }
}
