package io.chipwire.app;

import io.chipwire.alert.ChannelKind;
import io.chipwire.store.NewSubscription.NewChannel;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import picocli.CommandLine.Option;

/** Where alerts are to go, checked, with the secrets that are made for it. */
final class Receivers {

  private static final int WEBHOOK_SECRET_BYTES = 24;
  private static final int MAIL_SECRET_BYTES = 16;
  private static final int LONGEST_TARGET = 2_000;

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
    webhooks.forEach(url -> channels.add(webhook(url)));
    slacks.forEach(url -> channels.add(slack(url)));
    addresses.forEach(address -> channels.add(mail(address)));
    return channels;
  }

  /** A signed webhook with a new secret. */
  static NewChannel webhook(String url) {
    return new NewChannel(ChannelKind.WEBHOOK, checkedUrl("webhook", url), webhookSecret());
  }

  /** Slack's, whose URL is the secret. */
  static NewChannel slack(String url) {
    return new NewChannel(ChannelKind.SLACK, checkedUrl("Slack webhook", url), null);
  }

  /** A mail address, with the secret by which its reader ends the mails. */
  static NewChannel mail(String address) {
    String secret =
        Base64.getUrlEncoder().withoutPadding().encodeToString(random(MAIL_SECRET_BYTES));
    return new NewChannel(ChannelKind.EMAIL, checkedAddress(address), secret);
  }

  static String webhookSecret() {
    return "whsec_" + Base64.getEncoder().encodeToString(random(WEBHOOK_SECRET_BYTES));
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static String checkedUrl(String what, String text) {
    try {
      URI uri = new URI(text);
      boolean http =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      if (http
          && uri.getHost() != null
          && uri.getUserInfo() == null
          && text.length() <= LONGEST_TARGET) {
        return text;
      }
    } catch (URISyntaxException e) {
      // said below
    }
    throw new UsageException(
        what + " \"" + text + "\": expected https://HOST/… without user and password");
  }

  private static String checkedAddress(String text) {
    if (text.length() <= LONGEST_TARGET
        && text.matches("[^@\\s,;<>\"]{1,64}@[^@\\s,;<>\"]+\\.[^@\\s,;<>\"]+")) {
      return text;
    }
    throw new UsageException("e-mail address \"" + text + "\": expected NAME@HOST");
  }
}
