package io.chipwire.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

  /** The example that the specification's libraries share. */
  @Test
  void signsThePublishedExampleAsPublished() {
    assertThat(
            WebhookSignature.sign(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1_614_265_330),
                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void refusesASecretOfAnotherFormWithoutShowingIt() {
    assertThatThrownBy(() -> WebhookSignature.sign("whsec_§hush", "id", Instant.EPOCH, new byte[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("webhook secret: expected whsec_ and base64");
  }
}
