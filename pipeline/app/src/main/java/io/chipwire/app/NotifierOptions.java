package io.chipwire.app;

import io.chipwire.alert.ChannelKind;
import io.chipwire.notify.Courier;
import io.chipwire.notify.DirectWebPost;
import io.chipwire.notify.MailCourier;
import io.chipwire.notify.MailServer;
import io.chipwire.notify.Notifier;
import io.chipwire.notify.RetrySchedule;
import io.chipwire.notify.SlackCourier;
import io.chipwire.notify.WebhookCourier;
import io.chipwire.store.AlertStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How alerts are delivered. */
final class NotifierOptions {

  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final int LONGEST_LEASE = 3_600;

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
      description =
          "The mail address that mails name for those who want no more (default: the sender). With"
              + " --public-url they also have an address for one click.")
  private @Nullable String unsubscribe;

  @Option(
      names = "--lease",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description =
          "After how long another notifier takes over what a killed one had under way; what takes"
              + " three quarters of it is given up, and tried later (default: ${DEFAULT-VALUE}).")
  private int leaseSeconds;

  @Mixin private PublicUrlOption publicUrl;

  /** Makes a notifier for a store, with what it posts and mails by. */
  Notifying open(AlertStore store, Terminal terminal) {
    if (leaseSeconds < 1 || leaseSeconds > LONGEST_LEASE) {
      throw new UsageException("lease " + leaseSeconds + ": expected 1 to " + LONGEST_LEASE);
    }
    MailCourier mail = mailCourier(terminal);
    DirectWebPost web = DirectWebPost.open(TIMEOUT, allowPrivate);
    Map<ChannelKind, Courier> couriers = new EnumMap<>(ChannelKind.class);
    couriers.put(ChannelKind.WEBHOOK, new WebhookCourier(web, Clock.systemUTC()));
    couriers.put(ChannelKind.SLACK, new SlackCourier(web, Clock.systemUTC()));
    if (mail != null) {
      couriers.put(ChannelKind.EMAIL, mail);
    }
    return new Notifying(
        new Notifier(
            store.deliveries(),
            couriers,
            RetrySchedule.standard(new SecureRandom()),
            Duration.ofSeconds(leaseSeconds),
            Clock.systemUTC()),
        web,
        mail);
  }

  private @Nullable MailCourier mailCourier(Terminal terminal) {
    if (smtp == null) {
      return null;
    }
    try {
      return new MailCourier(
          MailServer.of(
              smtp, terminal.environment().get("CHIPWIRE_SMTP_PASSWORD"), from, unsubscribe),
          publicUrl.of(terminal));
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }
}
