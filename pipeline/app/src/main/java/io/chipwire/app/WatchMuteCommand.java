package io.chipwire.app;

import io.chipwire.alert.Subscription;
import io.chipwire.store.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chipwire watch mute}: nothing is told for a time. */
@Command(name = "mute", description = "Tells nothing for a time.")
final class WatchMuteCommand extends WatchChangeCommand {

  private static final Pattern TIME = Pattern.compile("(\\d{1,4})(min|h|d|w)");
  private static final int DAYS_A_WEEK = 7;

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
    until = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(duration(time));
    return subscriptions.mute(subscription.id(), until);
  }

  @Override
  String done() {
    return "muted until " + until;
  }

  private static Duration duration(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      throw new UsageException("time \"" + text + "\": expected such as 30min, 8h, 3d or 2w");
    }
    int number = Integer.parseInt(matcher.group(1));
    return switch (matcher.group(2)) {
      case "min" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      case "d" -> Duration.ofDays(number);
      default -> Duration.ofDays((long) number * DAYS_A_WEEK);
    };
  }
}
