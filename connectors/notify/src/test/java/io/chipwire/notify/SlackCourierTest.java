package io.chipwire.notify;

import static io.chipwire.notify.Messages.NOW;
import static io.chipwire.notify.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chipwire.alert.Channel;
import io.chipwire.alert.ChannelKind;
import io.chipwire.extraction.ExtractionJson;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SlackCourierTest {

  private static Channel slack(String url) {
    return new Channel("c", ChannelKind.SLACK, url, null, null);
  }

  private static JsonNode body(int alerts, String sentence) throws Exception {
    return ExtractionJson.mapper()
        .readTree(SlackBody.of(message("m1", slack("https://x.example/"), alerts, sentence)));
  }

  private static Receipt deliver(int status) throws Exception {
    try (Receiver receiver = new Receiver(exchange -> status);
        DirectWebPost web = DirectWebPost.open(Duration.ofSeconds(2), true)) {
      Receipt receipt =
          new SlackCourier(web, Clock.fixed(NOW, ZoneOffset.UTC))
              .deliver(message("m1", slack(receiver.url("/services/T1/hush")), 1, "x"));
      assertThat(receipt.detail()).doesNotContain("hush");
      return receipt;
    }
  }

  @Test
  void writesTextAndABlockForEachAlert() throws Exception {
    JsonNode body = body(2, "A sentence.");

    assertThat(body.at("/text").asText()).isEqualTo("[capex] 2 alerts: Amazon &lt;spends&gt; more");
    assertThat(body.at("/blocks")).hasSize(3);
    assertThat(body.at("/blocks/0/block_id").asText()).isEqualTo("alert0");
    assertThat(body.at("/blocks/0/text/type").asText()).isEqualTo("mrkdwn");
    assertThat(body.at("/blocks/0/text/text").asText())
        .isEqualTo(
            "<https://news.example/0|Amazon &lt;spends&gt; more>\n"
                + "The Fab Gazette · 2026-05-01T08:00:00Z\n"
                + ">A sentence.\n"
                + "• Amazon capex 2026Q1: $43.2B, up 78% YoY\n"
                + "confidence 0.90, stated by 2 independent outlets: The Fab Gazette, Wafer"
                + " &lt;Post&gt;");
    assertThat(body.at("/blocks/2/text/text").asText()).isEqualTo("subscription *capex*");
  }

  @Test
  void letsNothingFromOutsideMentionAnybody() throws Exception {
    String text =
        body(1, "<!channel> <@U123> @here & <https://x.example|look>")
            .at("/blocks/0/text/text")
            .asText();

    assertThat(text)
        .contains(
            ">&lt;!channel&gt; &lt;@\u200bU123&gt; @\u200bhere &amp;"
                + " &lt;https://x.example|look&gt;");
  }

  @Test
  void letsNothingFromOutsideMarkUp() throws Exception {
    String text =
        body(
                1,
                "*Bold* and _slanted_, ~struck~ `code` of a_file_name at ~5%, [x](https://e.example)")
            .at("/blocks/0/text/text")
            .asText();

    assertThat(text)
        .contains(
            ">\u2217Bold\u2217 and \u02cdslanted\u02cd, \u223cstruck\u223c \u02cbcode\u02cb of"
                + " a_file_name at \u223c5%, [x]\u200b(https://e.example)");
  }

  @Test
  void keepsSlacksLimits() throws Exception {
    JsonNode body = body(200, "&*@\uD83D\uDCC8".repeat(2_000));

    assertThat(body.at("/blocks")).hasSizeLessThanOrEqualTo(50);
    for (JsonNode block : body.at("/blocks")) {
      assertThat(block.at("/text/text").asText()).hasSizeLessThanOrEqualTo(3_000);
    }
    assertThat(body.at("/blocks/40/text/text").asText())
        .isEqualTo("160 more alerts; subscription *capex*");
  }

  @Test
  void takesTheAnswersAsSlackMeansThem() throws Exception {
    assertThat(deliver(200).verdict()).isEqualTo(Receipt.Verdict.ACCEPTED);
    assertThat(deliver(400).verdict()).isEqualTo(Receipt.Verdict.NEVER);
    assertThat(deliver(404).verdict()).isEqualTo(Receipt.Verdict.GONE);
    assertThat(deliver(410).verdict()).isEqualTo(Receipt.Verdict.GONE);
    assertThat(deliver(500).verdict()).isEqualTo(Receipt.Verdict.LATER);
  }

  @Test
  void showsOfItsAddressTheServerOnly() {
    assertThat(slack("https://hooks.slack.example/services/T1/B2/hush").shown())
        .isEqualTo("slack:https://hooks.slack.example/…");
  }
}
