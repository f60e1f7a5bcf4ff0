package io.chipwire.app;

import io.chipwire.alert.ChannelKind;
import io.chipwire.alert.Subscription;
import io.chipwire.fact.Labelled;
import io.chipwire.store.AlertStore;
import io.chipwire.store.DeliveryFilter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which deliveries a command is about. */
final class DeliveryOptions {

  @Mixin private StoreOption store;
  @Mixin private OwnerOption owner;

  @Option(
      names = "--subscription",
      paramLabel = "NAME",
      description = "Only those of that subscription.")
  private @Nullable String subscription;

  @Option(
      names = "--channel",
      paramLabel = "CHANNEL",
      description = "Only those to a channel of that id, or of that kind: webhook, email, slack.")
  private @Nullable String channel;

  AlertStore open(Terminal terminal) {
    return store.open(terminal);
  }

  DeliveryFilter filter(AlertStore open, Terminal terminal) {
    Subscription of =
        subscription == null ? null : StoreOption.find(open, owner.of(terminal), subscription);
    Optional<ChannelKind> kind =
        channel == null ? Optional.empty() : Labelled.find(ChannelKind.class, channel);
    return new DeliveryFilter(
        of == null ? null : of.id(),
        kind.isPresent() ? null : channel,
        kind.orElse(null),
        null,
        null,
        null,
        null);
  }
}
