package io.chipwire.notify;

import static io.chipwire.notify.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.chipwire.alert.Channel;
import io.chipwire.alert.ChannelKind;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailCourierTest {

  private static final Channel ANN =
      new Channel("c", ChannelKind.EMAIL, "ann@example.org", "hush", null);

  private static MailServer server(GreenMail mail) {
    return new MailServer(
        "127.0.0.1",
        mail.getSmtp().getPort(),
        false,
        null,
        null,
        "alerts@example.org",
        "stop@example.org");
  }

  @Test
  void sendsADigestAsTextAndHtmlWithAWayOut() throws Exception {
    GreenMail mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    mail.start();
    try (MailCourier courier =
        new MailCourier(server(mail), URI.create("https://alerts.example.org/wire"))) {
      Receipt receipt = courier.deliver(message("m1", ANN, 2, "Capex <b>rose</b>."));

      assertThat(receipt.verdict()).isEqualTo(Receipt.Verdict.ACCEPTED);
      MimeMessage sent = mail.getReceivedMessages()[0];
      assertThat(sent.getSubject()).isEqualTo("[capex] 2 alerts: Amazon <spends> more");
      assertThat(sent.getAllRecipients()[0].toString()).isEqualTo("ann@example.org");
      assertThat(sent.getMessageID()).isEqualTo("<m1.c@chipwire>");
      assertThat(sent.getHeader("List-Unsubscribe")[0].replaceAll("\\s+", " ")) // unfolded
          .isEqualTo(
              "<https://alerts.example.org/wire/unsubscribe/hush>,"
                  + " <mailto:stop@example.org?subject=unsubscribe%20capex>");
      assertThat(sent.getHeader("List-Unsubscribe-Post"))
          .containsExactly("List-Unsubscribe=One-Click");
      assertThat(sent.getContentType()).startsWith("multipart/");
      assertThat(GreenMailUtil.getWholeMessage(sent).replace("=\r\n", ""))
          .contains("Amazon capex 2026Q1: $43.2B, up 78% YoY")
          .contains("Amazon &lt;spends&gt; more")
          .contains("&lt;b&gt;rose&lt;/b&gt;");
    } finally {
      mail.stop();
    }
  }

  @Test
  void namesAMailAddressWhereNobodyReachesItsPages() throws Exception {
    Unsubscription none = Unsubscription.of(message("m1", ANN, 1, "x"), "stop@example.org", null);
    assertThat(none.headers())
        .isEqualTo(
            Map.of("List-Unsubscribe", "<mailto:stop@example.org?subject=unsubscribe%20capex>"));
    Unsubscription plain =
        Unsubscription.of(
            message("m1", ANN, 1, "x"), "stop@example.org", URI.create("http://wire.example"));
    assertThat(plain.way()).isEqualTo("http://wire.example/unsubscribe/hush");
    assertThat(plain.headers()).doesNotContainKey("List-Unsubscribe-Post"); // RFC 8058 wants https
  }

  @Test
  void triesAgainWhereTheServerIsAway() throws Exception {
    GreenMail mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    mail.start();
    MailServer gone = server(mail);
    mail.stop();
    try (MailCourier courier = new MailCourier(gone, null)) {
      assertThat(courier.deliver(message("m1", ANN, 1, "x")).verdict())
          .isEqualTo(Receipt.Verdict.LATER);
    }
  }

  private static Receipt answered(String command, String answer) throws Exception {
    try (MailScript mail = new MailScript(Map.of(command, answer));
        MailCourier courier = new MailCourier(mail.server(), null)) {
      return courier.deliver(message("m1", ANN, 1, "x"));
    }
  }

  @Test
  void triesNoMoreWhatTheServerRefusesForGood() throws Exception {
    Receipt receiver = answered("RCPT", "550-5.1.1 Who is that?\r\n550 5.1.1 Nobody here.");
    assertThat(receiver.verdict()).isEqualTo(Receipt.Verdict.NEVER);
    assertThat(receiver.status()).isEqualTo(550);
    assertThat(receiver.detail()).endsWith(": 550-5.1.1 Who is that? 550 5.1.1 Nobody here.");

    for (String command : List.of("MAIL", "DATA", ".")) {
      Receipt receipt = answered(command, "554 5.7.1 Not from you.");
      assertThat(receipt.verdict()).as(command).isEqualTo(Receipt.Verdict.NEVER);
      assertThat(receipt.detail()).as(command).contains("554 5.7.1 Not from you.");
    }
  }

  @Test
  void triesAgainWhatTheServerRefusesForNow() throws Exception {
    for (String command : List.of("MAIL", "RCPT", "DATA", ".")) {
      Receipt receipt = answered(command, "451 4.7.1 Come back later.");
      assertThat(receipt.verdict()).as(command).isEqualTo(Receipt.Verdict.LATER);
      assertThat(receipt.status()).as(command).isEqualTo(451);
      assertThat(receipt.detail()).as(command).contains("Come back later.");
    }
    assertThat(answered("greeting", "554 Not today.").verdict()).isEqualTo(Receipt.Verdict.LATER);
  }

  @Test
  void blamesOurCredentialsNotTheMail() throws Exception {
    Receipt refused = answered("AUTH", "535 5.7.8 Wrong password.");
    assertThat(refused.verdict()).isEqualTo(Receipt.Verdict.LATER);
    assertThat(refused.status()).isEqualTo(535);
    assertThat(refused.detail())
        .contains(" does not take our user and password: 535 5.7.8 Wrong password.")
        .doesNotContain("hush");
    Receipt wanted = answered("MAIL", "530 5.7.0 Authentication required.");
    assertThat(wanted.verdict()).isEqualTo(Receipt.Verdict.LATER);
    assertThat(wanted.detail()).contains("does not take our user and password");
  }

  @Test
  void leavesItToTheServerWhichAddressesThereAre() throws Exception {
    try (MailScript mail = new MailScript(Map.of())) {
      String url = "smtp://127.0.0.1:" + mail.server().port();
      try (MailCourier courier =
          new MailCourier(MailServer.of(url, null, "chipwire@localhost", null), null)) {
        assertThat(courier.deliver(message("m1", ANN, 1, "x")).verdict())
            .isEqualTo(Receipt.Verdict.ACCEPTED);
      }
    }
  }

  @Test
  void readsAServersAddressAndShowsNoPassword() {
    MailServer server = MailServer.of("smtps://ann@mail.example", "hush", "a@b.example", null);
    assertThat(server.toString()).isEqualTo("smtps://mail.example:465");
    assertThat(server.user()).isEqualTo("ann");
    assertThatThrownBy(() -> MailServer.of("smtp://ann:hush@mail.example", null, "a@b", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("hush");
  }
}
