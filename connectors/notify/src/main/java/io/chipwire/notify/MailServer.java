package io.chipwire.notify;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Where mails are handed in, and from whom they are.
 *
 * @param tls whether the connection begins with TLS; else STARTTLS is used where it is offered
 * @param from the sender's address
 * @param unsubscribe the mail address to which one writes to get no more mails
 */
public record MailServer(
    String host,
    int port,
    boolean tls,
    @Nullable String user,
    @Nullable String password,
    String from,
    String unsubscribe) {

  private static final int SUBMISSION = 587;
  private static final int SUBMISSIONS = 465;

  /**
   * Reads {@code smtp://[USER@]HOST[:PORT]} or {@code smtps://…}.
   *
   * @param unsubscribe see above; null for the sender's address
   * @throws IllegalArgumentException if the URL is none of these
   */
  public static MailServer of(
      String url, @Nullable String password, String from, @Nullable String unsubscribe) {
    try {
      URI uri = new URI(url);
      boolean tls = "smtps".equals(uri.getScheme());
      if (uri.getHost() != null && (tls || "smtp".equals(uri.getScheme()))) {
        int port = uri.getPort() >= 0 ? uri.getPort() : tls ? SUBMISSIONS : SUBMISSION;
        String user = uri.getUserInfo();
        if (user == null || user.indexOf(':') < 0) {
          return new MailServer(
              uri.getHost(),
              port,
              tls,
              user,
              password,
              from,
              unsubscribe == null ? from : unsubscribe);
        }
      }
    } catch (URISyntaxException e) {
      // said below
    }
    throw new IllegalArgumentException(
        "mail server: expected smtp://[USER@]HOST[:PORT] or smtps://…, the password elsewhere");
  }

  /** Without the password. */
  @Override
  public String toString() {
    return (tls ? "smtps://" : "smtp://") + host + ":" + port;
  }
}
