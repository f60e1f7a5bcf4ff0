package io.chipwire.notify;

import io.chipwire.alert.Message;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.api.email.EmailPopulatingBuilder;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;

/**
 * Hands messages to a mail server. Thread-safe.
 *
 * <p>Each mail is sent by a platform thread: the mail library waits inside {@code synchronized},
 * which on older Java machines would hold up all virtual threads. Its sockets are channels, since
 * those alone close when such a thread is interrupted.
 */
public final class MailCourier implements Courier, AutoCloseable {

  private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(30).toMillis();

  private final MailServer server;
  private final @Nullable URI publicUrl;
  private final Mailer mailer;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().name("mail-", 0).factory());

  /**
   * A courier for one server; connects with each mail.
   *
   * @param publicUrl where readers reach this installation's pages, or null: nowhere
   */
  public MailCourier(MailServer server, @Nullable URI publicUrl) {
    this.server = server;
    this.publicUrl = publicUrl;
    this.mailer =
        MailerBuilder.withSMTPServer(server.host(), server.port(), server.user(), server.password())
            .withTransportStrategy(server.tls() ? TransportStrategy.SMTPS : TransportStrategy.SMTP)
            .withSessionTimeout(TIMEOUT_MILLIS)
            .withProperty("mail.smtp.usesocketchannels", "true")
            .withProperty("mail.smtps.usesocketchannels", "true")
            .clearEmailValidator() // the server knows better, and takes localhost
            .buildMailer();
  }

  @Override
  public Receipt deliver(Message message) throws InterruptedException {
    Future<?> sending = threads.submit(() -> mailer.sendMail(mail(message)).join());
    try {
      sending.get();
      return Receipt.accepted(null, "handed to " + server);
    } catch (InterruptedException e) {
      sending.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      return MailReceipt.of(server, e);
    }
  }

  private Email mail(Message message) {
    Unsubscription unsubscription = Unsubscription.of(message, server.unsubscribe(), publicUrl);
    MailText text = MailText.of(message, unsubscription);
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
    unsubscription.headers().forEach(mail::withHeader);
    return mail.buildEmail();
  }

  @Override
  public void close() throws Exception {
    threads.shutdownNow();
    mailer.close();
  }
}
