package io.chipwire.app;

import io.chipwire.alert.ChannelKind;
import io.chipwire.store.NewSubscription.NewChannel;
import io.chipwire.store.Receivers;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Where alerts are to go. */
final class ReceiverOptions {

  @Option(
      names = "--webhook",
      paramLabel = "URL",
      description = "Post alerts there, signed by the Standard Webhooks specification.")
  private List<String> webhooks = List.of();

  @Option(
      names = "--slack",
      paramLabel = "URL",
      description = "Post alerts to this incoming webhook of Slack, or of what is compatible.")
  private List<String> slacks = List.of();

  @Option(names = "--email", paramLabel = "ADDRESS", description = "Mail alerts there.")
  private List<String> addresses = List.of();

  /** In the order of kinds, then as given. */
  List<NewChannel> channels() {
    List<NewChannel> channels = new ArrayList<>();
    webhooks.forEach(url -> channels.add(channel(ChannelKind.WEBHOOK, url)));
    slacks.forEach(url -> channels.add(channel(ChannelKind.SLACK, url)));
    addresses.forEach(address -> channels.add(channel(ChannelKind.EMAIL, address)));
    return channels;
  }

  private static NewChannel channel(ChannelKind kind, String target) {
    try {
      return Receivers.channel(kind, target);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }
}
