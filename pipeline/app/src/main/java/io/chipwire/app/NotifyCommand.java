package io.chipwire.app;

import io.chipwire.alert.Attempt;
import io.chipwire.alert.ChannelKind;
import io.chipwire.notify.Courier;
import io.chipwire.notify.DirectWebPost;
import io.chipwire.notify.MailCourier;
import io.chipwire.notify.MailServer;
import io.chipwire.notify.Notifier;
import io.chipwire.notify.RetrySchedule;
import io.chipwire.notify.WebhookCourier;
import io.chipwire.store.AlertStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chipwire notify}: delivers what a store's outbox holds. */
@Command(
    name = "notify",
    description = {
      "Delivers the alerts of a store until it is stopped. Several may run at a time; no alert is",
      "lent to two of them."
    },
    footer = {
      "",
      "The mail server's password is read from CHIPWIRE_SMTP_PASSWORD. Without --smtp, mails wait."
    })
final class NotifyCommand implements Callable<Integer> {

  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private final Terminal terminal;

  @Mixin private StoreOption store;

  @Option(names = "--once", description = "Deliver what is due now, and end.")
  private boolean once;

  @Option(
      names = "--allow-private",
      description = "Also post to addresses of this machine and of private networks.")
  private boolean allowPrivate;

  @Option(
      names = "--smtp",
      paramLabel = "URL",
      description =
          "The mail server: smtp://[USER@]HOST[:PORT], or smtps://… for TLS from the start.")
  private @Nullable String smtp;

  @Option(
      names = "--mail-from",
      paramLabel = "ADDRESS",
      defaultValue = "chipwire@localhost",
      description = "The sender of mails (default: ${DEFAULT-VALUE}).")
  private String from;

  @Option(
      names = "--unsubscribe",
      paramLabel = "ADDRESS",
      description = "What mails name as List-Unsubscribe: a mail address or an https URL.")
  private @Nullable String unsubscribe;

  NotifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    AlertStore open = store.open(terminal);
    try (DirectWebPost web = DirectWebPost.open(TIMEOUT, allowPrivate);
        MailCourier mail = mailCourier()) {
      Map<ChannelKind, Courier> couriers = new EnumMap<>(ChannelKind.class);
      couriers.put(ChannelKind.WEBHOOK, new WebhookCourier(web, Clock.systemUTC()));
      if (mail != null) {
        couriers.put(ChannelKind.EMAIL, mail);
      }
      Notifier notifier =
          new Notifier(
              open.deliveries(),
              couriers,
              RetrySchedule.standard(new SecureRandom()),
              Clock.systemUTC());
      try (Interruption interruption = new Interruption(notifier::stop)) {
        if (once) {
          notifier.drain();
        } else {
          terminal.out().println("delivering from " + store.location(terminal) + " (Ctrl-C stops)");
          terminal.out().flush();
          notifier.run();
        }
        return report(notifier.outcomes());
      }
    }
  }

  private int report(Map<Attempt.Outcome, Long> outcomes) {
    for (Attempt.Outcome outcome : Attempt.Outcome.values()) {
      terminal.out().printf("%-10s %,8d%n", outcome.label(), outcomes.getOrDefault(outcome, 0L));
    }
    boolean fine = outcomes.keySet().stream().allMatch(Attempt.Outcome.DELIVERED::equals);
    return fine ? ExitCode.FINE : ExitCode.REJECTED;
  }

  private @Nullable MailCourier mailCourier() {
    if (smtp == null) {
      return null;
    }
    try {
      return new MailCourier(
          MailServer.of(
              smtp, terminal.environment().get("CHIPWIRE_SMTP_PASSWORD"), from, unsubscribe));
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }
}
