package io.chipwire.app;

import io.chipwire.notify.DirectWebPost;
import io.chipwire.notify.MailCourier;
import io.chipwire.notify.Notifier;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A notifier and what it posts and mails by. {@link #start} has it deliver beside something else,
 * which its failures do not touch; {@link #close} stops it and waits for what is under way.
 */
final class Notifying implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Notifying.class);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Notifier notifier;
  private final DirectWebPost web;
  private final @Nullable MailCourier mail;
  private @Nullable Thread thread;

  Notifying(Notifier notifier, DirectWebPost web, @Nullable MailCourier mail) {
    this.notifier = notifier;
    this.web = web;
    this.mail = mail;
  }

  Notifier notifier() {
    return notifier;
  }

  /** Delivers in a thread of its own. */
  void start() {
    thread = Thread.ofPlatform().name("notifier").daemon().start(this::run);
  }

  private void run() {
    try {
      notifier.run();
    } catch (InterruptedException e) {
      LOG.info("interrupted in the middle of deliveries; they are made when their lease is over");
    } catch (RuntimeException e) {
      LOG.error("the notifier has ended; alerts wait in the store for chipwire notify", e);
    }
  }

  @Override
  public void close() {
    notifier.stop();
    try {
      if (thread != null && !thread.join(PATIENCE)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    web.close();
    if (mail != null) {
      try {
        mail.close();
      } catch (Exception e) {
        LOG.warn("mails: {}", e.getMessage());
      }
    }
  }
}
