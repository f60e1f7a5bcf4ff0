package io.chipwire.notify;

import io.chipwire.alert.Message;
import java.time.Duration;
import org.simplejavamail.api.email.EmailPopulatingBuilder;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;

/** Hands messages to a mail server. Thread-safe. */
public final class MailCourier implements Courier, AutoCloseable {

  private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(30).toMillis();

  private final MailServer server;
  private final Mailer mailer;

  /** A courier for one server; connects with each mail. */
  public MailCourier(MailServer server) {
    this.server = server;
    this.mailer =
        MailerBuilder.withSMTPServer(server.host(), server.port(), server.user(), server.password())
            .withTransportStrategy(server.tls() ? TransportStrategy.SMTPS : TransportStrategy.SMTP)
            .withSessionTimeout(TIMEOUT_MILLIS)
            .buildMailer();
  }

  @Override
  public Receipt deliver(Message message) {
    MailText text = MailText.of(message);
    EmailPopulatingBuilder mail =
        EmailBuilder.startingBlank()
            .from("chipwire", server.from())
            .to(message.channel().target())
            .withSubject(text.subject())
            .withPlainText(text.plain())
            .withHTMLText(text.html())
            // The same at each attempt, so that a repetition is known as one.
            .fixingMessageId("<" + message.id() + "." + message.channel().id() + "@chipwire>")
            .withHeader("Auto-Submitted", "auto-generated");
    if (server.unsubscribe() != null) {
      boolean web = server.unsubscribe().startsWith("https://");
      mail.withHeader(
          "List-Unsubscribe", "<" + (web ? "" : "mailto:") + server.unsubscribe() + ">");
      if (web) {
        mail.withHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"); // RFC 8058
      }
    }
    try {
      mailer.sendMail(mail.buildEmail()).join();
      return Receipt.accepted(null, "handed to " + server);
    } catch (RuntimeException e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      return Receipt.later(null, server + ": " + cause.getClass().getSimpleName());
    }
  }

  @Override
  public void close() throws Exception {
    mailer.close();
  }
}
