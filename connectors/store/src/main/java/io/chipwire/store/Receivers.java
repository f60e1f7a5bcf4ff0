package io.chipwire.store;

import io.chipwire.alert.ChannelKind;
import io.chipwire.store.NewSubscription.NewChannel;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** Receivers as people type them, made into channels. */
public final class Receivers {

  private static final int LONGEST = 2_000;
  private static final int WEBHOOK_SECRET_BYTES = 24;
  private static final int MAIL_SECRET_BYTES = 16;
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[^@\\s\\p{Cntrl},;<>\"]{1,64}@[^@\\s\\p{Cntrl},;<>\"]+\\.[^@\\s\\p{Cntrl},;<>\"]+");

  private Receivers() {}

  /**
   * A channel, with the secrets that are made for it: a webhook's signs, a mail's is in the address
   * by which its reader ends the mails, and Slack's URL is one itself.
   *
   * @throws IllegalArgumentException if there can be no such receiver; the message is for people
   */
  public static NewChannel channel(ChannelKind kind, String target) {
    return switch (kind) {
      case WEBHOOK -> new NewChannel(kind, checkedUrl(kind, target), webhookSecret());
      case SLACK -> new NewChannel(kind, checkedUrl(kind, target), null);
      case EMAIL ->
          new NewChannel(
              kind,
              checkedAddress(target),
              Base64.getUrlEncoder().withoutPadding().encodeToString(random(MAIL_SECRET_BYTES)));
    };
  }

  /** A new secret of a webhook, as the Standard Webhooks specification writes it. */
  public static String webhookSecret() {
    return "whsec_" + Base64.getEncoder().encodeToString(random(WEBHOOK_SECRET_BYTES));
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static String checkedUrl(ChannelKind kind, String text) {
    try {
      URI uri = new URI(text);
      boolean http =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      if (http && uri.getHost() != null && uri.getUserInfo() == null && text.length() <= LONGEST) {
        return text;
      }
    } catch (URISyntaxException e) {
      // said below
    }
    throw new IllegalArgumentException(
        kind.label() + " \"" + text + "\": expected https://HOST/… without user and password");
  }

  private static String checkedAddress(String text) {
    if (text.length() <= LONGEST && ADDRESS.matcher(text).matches()) {
      return text;
    }
    throw new IllegalArgumentException("e-mail address \"" + text + "\": expected NAME@HOST");
  }
}
