package io.chipwire.notify;

import static io.chipwire.notify.Messages.NOW;
import static io.chipwire.notify.Messages.SECRET;
import static io.chipwire.notify.Messages.message;
import static io.chipwire.notify.Messages.webhook;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import io.chipwire.alert.Channel;
import io.chipwire.alert.ChannelKind;
import io.chipwire.extraction.ExtractionJson;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookCourierTest {

  private static Receipt deliver(Receiver.Behaviour behaviour, boolean allowPrivate)
      throws Exception {
    try (Receiver receiver = new Receiver(behaviour);
        DirectWebPost web = DirectWebPost.open(Duration.ofSeconds(2), allowPrivate)) {
      return new WebhookCourier(web, Clock.fixed(NOW, ZoneOffset.UTC))
          .deliver(message("m1", webhook("c", receiver.url("/hook/hush")), 1, "A sentence."));
    }
  }

  @Test
  void postsWhatTheSpecificationsLibraryVerifies() throws Exception {
    try (Receiver receiver = new Receiver(exchange -> 204);
        DirectWebPost web = DirectWebPost.open(Duration.ofSeconds(5), true)) {
      Receipt receipt =
          new WebhookCourier(web, Clock.systemUTC())
              .deliver(message("m1", webhook("c", receiver.url("/hook")), 1, "A sentence."));

      assertThat(receipt).isEqualTo(Receipt.accepted(204, "HTTP 204"));
      Receiver.Received posted = receiver.received().getFirst();
      assertThat(posted.path()).isEqualTo("/hook");
      assertThat(posted.header("webhook-id")).isEqualTo("m1");
      Map<String, List<String>> headers = new HashMap<>();
      for (String name : List.of("webhook-id", "webhook-timestamp", "webhook-signature")) {
        headers.put(name, List.of(posted.header(name)));
      }
      new Webhook(SECRET)
          .verify(
              posted.body(), java.net.http.HttpHeaders.of(headers, (name, value) -> true).map());
      JsonNode body = ExtractionJson.mapper().readTree(posted.body());
      assertThat(body.at("/type").asText()).isEqualTo("alert.created");
      assertThat(body.at("/data/alerts/0/facts/0/text").asText())
          .isEqualTo("Amazon capex 2026Q1: $43.2B, up 78% YoY");
      assertThat(body.at("/data/alerts/0/matched/0").asText()).isEqualTo("metric:capex value:>40B");
      assertThat(body.at("/data/alerts/0/corroboration").asInt()).isEqualTo(2);
      assertThat(body.at("/data/alerts/0/origins/1").asText()).isEqualTo("Wafer <Post>");
    }
  }

  @Test
  void signsWithBothSecretsWhileOneIsChanged() throws Exception {
    String former = "whsec_" + Base64.getEncoder().encodeToString(new byte[24]);
    Channel channel =
        new Channel("c", ChannelKind.WEBHOOK, "https://x.example/", SECRET + " " + former, null);
    Map<String, List<String>> headers = new HashMap<>();
    String[] body = new String[1];
    WebPost web =
        new WebPost() {
          @Override
          public Answer post(URI uri, Map<String, String> sent, byte[] bytes) {
            sent.forEach((name, value) -> headers.put(name, List.of(value)));
            body[0] = new String(bytes, StandardCharsets.UTF_8);
            return new Answer(200, null);
          }

          @Override
          public void close() {
            // nothing is open
          }
        };

    new WebhookCourier(web, Clock.systemUTC()).deliver(message("m1", channel, 1, "x"));

    assertThat(headers.get("webhook-signature").getFirst()).matches("v1,\\S+ v1,\\S+");
    for (String secret : List.of(SECRET, former)) {
      new Webhook(secret).verify(body[0], headers); // throws where no signature is right
    }
  }

  @Test
  void refusesAnAddressOfThisMachineHoweverItIsNamed() throws Exception {
    Receipt byNumber = deliver(exchange -> 204, false);
    assertThat(byNumber)
        .isEqualTo(
            Receipt.never("the receiver's address is private; expected one of the internet"));
    try (Receiver receiver = new Receiver(exchange -> 204);
        DirectWebPost web = DirectWebPost.open(Duration.ofSeconds(2), false)) {
      String url = receiver.url("/").replace("127.0.0.1", "localhost");
      assertThat(
              new WebhookCourier(web, Clock.systemUTC())
                  .deliver(message("m1", webhook("c", url), 1, "x"))
                  .verdict())
          .isEqualTo(Receipt.Verdict.NEVER);
      assertThat(receiver.received()).isEmpty();
    }
  }

  @Test
  void takes410AsNoMore() throws Exception {
    assertThat(deliver(exchange -> 410, true).verdict()).isEqualTo(Receipt.Verdict.GONE);
  }

  @Test
  void waitsAsLongAsTheReceiverAsks() throws Exception {
    Receipt seconds =
        deliver(
            exchange -> {
              exchange.getResponseHeaders().set("Retry-After", "120");
              return 429;
            },
            true);
    assertThat(seconds)
        .isEqualTo(new Receipt(Receipt.Verdict.LATER, 429, "HTTP 429", Duration.ofSeconds(120)));
    Receipt date =
        deliver(
            exchange -> {
              exchange.getResponseHeaders().set("Retry-After", "Fri, 1 May 2026 08:10:00 GMT");
              return 503;
            },
            true);
    assertThat(date.retryAfter()).isEqualTo(Duration.ofMinutes(10));
    Receipt nonsense =
        deliver(
            exchange -> {
              exchange.getResponseHeaders().set("Retry-After", "soon");
              return 503;
            },
            true);
    assertThat(nonsense.retryAfter()).isNull();
  }

  @Test
  void followsNoRedirect() throws Exception {
    Receipt receipt =
        deliver(
            exchange -> {
              exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/");
              return 302;
            },
            true);
    assertThat(receipt).isEqualTo(Receipt.later(302, "HTTP 302"));
  }

  @Test
  void triesAgainWhereThereIsNoAnswerAndTellsNoUrl() throws Exception {
    Receipt receipt =
        deliver(
            exchange -> {
              Thread.sleep(10_000);
              return 204;
            },
            true);
    assertThat(receipt.verdict()).isEqualTo(Receipt.Verdict.LATER);
    assertThat(receipt.detail()).startsWith("no answer: ").doesNotContain("hush");
  }

  @Test
  void keepsABodyBelowTheLimitAndSaysWhatItLeftOut() throws Exception {
    byte[] body =
        WebhookBody.of(
            message("m1", webhook("c", "https://x.example/"), 200, "Word \u00e9 ".repeat(80)));

    assertThat(body.length).isLessThan(WebhookBody.MOST_BYTES);
    JsonNode json = ExtractionJson.mapper().readTree(new String(body, StandardCharsets.UTF_8));
    assertThat(json.at("/data/alerts").size()).isPositive();
    assertThat(json.at("/data/alerts").size() + json.at("/data/omittedAlerts").asInt())
        .isEqualTo(200);
    assertThat(json.at("/type").asText()).isEqualTo("alert.digest");
  }
}
