package io.chipwire.notify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of the Standard Webhooks specification, version {@code v1}. */
final class WebhookSignature {

  private static final String PREFIX = "whsec_";

  private WebhookSignature() {}

  /**
   * Signs a message with each secret, so that a receiver that knows one of them takes it.
   *
   * @param secrets {@code whsec_} and base64, or base64 alone; several with a space between them
   * @return the signatures, with a space between them
   * @throws IllegalArgumentException if the secret is not of that form; the message does not show
   *     it
   */
  static String sign(String secrets, String id, Instant timestamp, byte[] body) {
    return Arrays.stream(secrets.split(" ", -1))
        .map(secret -> one(secret, id, timestamp, body))
        .collect(Collectors.joining(" "));
  }

  private static String one(String secret, String id, Instant timestamp, byte[] body) {
    byte[] key;
    try {
      key =
          Base64.getDecoder()
              .decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("webhook secret: expected whsec_ and base64");
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((id + "." + timestamp.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
