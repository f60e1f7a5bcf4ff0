package io.chipwire.app;

import io.chipwire.alert.Subscription;
import io.chipwire.store.Subscriptions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chipwire watch mute}: nothing is told for a time. */
@Command(name = "mute", description = "Tells nothing for a time.")
final class WatchMuteCommand extends WatchChangeCommand {

  @Option(
      names = "--for",
      required = true,
      paramLabel = "TIME",
      description = "How long: 30min, 8h, 3d or 2w.")
  private String time;

  private Instant until = Instant.EPOCH;

  WatchMuteCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  boolean change(Subscriptions subscriptions, Subscription subscription) {
    until = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(SpanText.parse(time));
    return subscriptions.mute(subscription.id(), until);
  }

  @Override
  String done() {
    return "muted until " + until;
  }
}
