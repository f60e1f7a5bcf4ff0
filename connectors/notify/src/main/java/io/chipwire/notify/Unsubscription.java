package io.chipwire.notify;

import io.chipwire.alert.Message;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a reader gets no more mails: at a secret address of their own, with one click (RFC 8058), or
 * else by a mail.
 *
 * @param link an http or https URL, or null
 * @param mail a mailto URL
 */
record Unsubscription(@Nullable String link, String mail) {

  /** Behind the public URL, with the secret behind it. */
  private static final String PATH = "/unsubscribe/";

  static Unsubscription of(Message message, String address, @Nullable URI publicUrl) {
    String secret = message.channel().secret();
    String link =
        publicUrl == null || secret == null
            ? null
            : publicUrl.toString().replaceFirst("/+$", "") + PATH + secret;
    String subject = "unsubscribe " + message.subscription().name();
    return new Unsubscription(
        link,
        "mailto:"
            + address
            + "?subject="
            + URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20"));
  }

  /** The headers of RFC 2369 and, where the link is https, as it demands, RFC 8058. */
  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("List-Unsubscribe", (link == null ? "" : "<" + link + ">, ") + "<" + mail + ">");
    if (link != null && link.startsWith("https://")) {
      headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    return headers;
  }

  /** What one follows. */
  String way() {
    return link == null ? mail : link;
  }
}
