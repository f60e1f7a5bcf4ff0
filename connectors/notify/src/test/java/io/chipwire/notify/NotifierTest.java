package io.chipwire.notify;

import static io.chipwire.notify.Messages.NOW;
import static io.chipwire.notify.Messages.message;
import static io.chipwire.notify.Messages.webhook;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chipwire.alert.Attempt;
import io.chipwire.alert.Channel;
import io.chipwire.alert.ChannelKind;
import io.chipwire.alert.DeliveryQueue;
import io.chipwire.alert.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class NotifierTest {

  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  /** Lends each message once. */
  private static final class OneTimeQueue implements DeliveryQueue {

    private final List<Message> waiting = new ArrayList<>();
    private final Map<String, Attempt> settled = new ConcurrentHashMap<>();
    private int failures;

    @Override
    public synchronized List<Message> claim(
        int most, int each, Set<ChannelKind> kinds, Set<String> except, Duration lease) {
      List<Message> lent =
          waiting.stream()
              .filter(message -> kinds.contains(message.channel().kind()))
              .filter(message -> !except.contains(message.channel().id()))
              .limit(each)
              .toList();
      waiting.removeAll(lent);
      return lent;
    }

    @Override
    public List<Ended> settle(List<Ended> ended) {
      if (failures-- > 0) {
        throw new IllegalStateException("away");
      }
      return ended.stream()
          .filter(one -> settled.put(one.message().id(), one.attempt()) == null)
          .toList();
    }
  }

  private static Notifier notifier(DeliveryQueue queue, Courier courier) {
    return new Notifier(
        queue,
        Map.of(ChannelKind.WEBHOOK, courier),
        RetrySchedule.standard(new Random(1)),
        Notifier.USUAL_LEASE,
        CLOCK);
  }

  private static Message copy(String id, Message message, int attempt) {
    return new Message(
        id, message.channel(), message.subscription(), message.alerts(), attempt, "lease");
  }

  @Test
  void settlesEveryMessageWithWhatFollows() throws Exception {
    OneTimeQueue queue = new OneTimeQueue();
    Message message = message("m", webhook("c", "https://x.example/"), 1, "x");
    for (String id : List.of("ok", "later", "asks", "never", "gone", "fault")) {
      queue.waiting.add(copy(id, message, 1));
    }
    queue.waiting.add(copy("last", message, 10));
    Notifier notifier =
        notifier(
            queue,
            one ->
                switch (one.id()) {
                  case "ok" -> Receipt.accepted(200, "fine");
                  case "never" -> Receipt.never("no");
                  case "gone" -> new Receipt(Receipt.Verdict.GONE, 410, "gone", null);
                  case "asks" ->
                      new Receipt(Receipt.Verdict.LATER, 429, "busy", Duration.ofHours(2));
                  case "fault" -> throw new IllegalStateException("hush");
                  default -> Receipt.later(500, "broken");
                });

    notifier.drain();

    assertThat(queue.settled).hasSize(7);
    assertThat(queue.settled.get("ok").outcome()).isEqualTo(Attempt.Outcome.DELIVERED);
    assertThat(queue.settled.get("later").outcome()).isEqualTo(Attempt.Outcome.RETRY);
    assertThat(queue.settled.get("later").nextAt())
        .isBetween(NOW.plusSeconds(4), NOW.plusSeconds(6));
    assertThat(queue.settled.get("asks").nextAt()).isEqualTo(NOW.plus(Duration.ofHours(2)));
    assertThat(queue.settled.get("never").outcome()).isEqualTo(Attempt.Outcome.DEAD);
    assertThat(queue.settled.get("gone").outcome()).isEqualTo(Attempt.Outcome.GONE);
    assertThat(queue.settled.get("last").outcome()).isEqualTo(Attempt.Outcome.DEAD);
    assertThat(queue.settled.get("fault").detail()).doesNotContain("hush");
    assertThat(notifier.outcomes().get(Attempt.Outcome.RETRY)).isEqualTo(3);
  }

  @Test
  void isNotHeldUpByASlowReceiver() throws Exception {
    OneTimeQueue queue = new OneTimeQueue();
    Message slow = message("slow", webhook("slow", "https://slow.example/"), 1, "x");
    Message quick = message("quick", webhook("quick", "https://quick.example/"), 1, "x");
    for (int i = 0; i < 8; i++) {
      queue.waiting.add(copy("slow" + i, slow, 1));
    }
    for (int i = 0; i < 50; i++) {
      queue.waiting.add(copy("quick" + i, quick, 1));
    }
    CountDownLatch quickBeforeSlow = new CountDownLatch(50);
    Notifier notifier =
        notifier(
            queue,
            one -> {
              if (one.channel().id().equals("slow")) {
                quickBeforeSlow.await();
              } else {
                quickBeforeSlow.countDown();
              }
              return Receipt.accepted(200, "fine");
            });

    notifier.drain();

    assertThat(queue.settled).hasSize(58);
  }

  @Test
  void spendsNoAttemptOnAReceiverThatKeepsFailing() {
    Breaker breaker = new Breaker();
    for (int i = 0; i < 5; i++) {
      assertThat(breaker.resting(NOW)).isEmpty();
      breaker.record("c", false, NOW);
    }
    assertThat(breaker.resting(NOW.plusSeconds(59))).containsExactly("c");
    assertThat(breaker.resting(NOW.plusSeconds(60))).isEmpty();
    breaker.record("c", false, NOW.plusSeconds(60));
    assertThat(breaker.resting(NOW.plusSeconds(179))).containsExactly("c");
    breaker.record("c", true, NOW.plusSeconds(180));
    assertThat(breaker.resting(NOW.plusSeconds(180))).isEmpty();
  }

  @Test
  void leavesAReceiverAloneAsLongAsItAsks() throws Exception {
    OneTimeQueue queue = new OneTimeQueue();
    Message message = message("m", webhook("c", "https://x.example/"), 1, "x");
    for (int i = 0; i < 50; i++) {
      queue.waiting.add(copy("m" + i, message, 1));
    }

    notifier(queue, one -> new Receipt(Receipt.Verdict.LATER, 429, "busy", Duration.ofHours(2)))
        .drain();

    assertThat(queue.settled).hasSizeBetween(1, 8); // those that were under way
    assertThat(queue.waiting).hasSizeGreaterThan(40);
  }

  @Test
  void leavesMessagesOfOtherKindsToOtherNotifiers() throws Exception {
    OneTimeQueue queue = new OneTimeQueue();
    queue.waiting.add(
        message("m", new Channel("c", ChannelKind.EMAIL, "a@b.example", null, null), 1, "x"));

    notifier(queue, one -> Receipt.accepted(200, "fine")).drain();

    assertThat(queue.waiting).hasSize(1);
  }

  private static Attempt attempt(ChannelKind kind, String target, Courier courier)
      throws InterruptedException {
    OneTimeQueue queue = new OneTimeQueue();
    queue.waiting.add(message("m", new Channel("c", kind, target, null, null), 1, "x"));
    new Notifier(
            queue,
            Map.of(kind, courier),
            RetrySchedule.standard(new Random(1)),
            Duration.ofMillis(1_200),
            CLOCK)
        .drain();
    return queue.settled.get("m");
  }

  @Test
  @Timeout(20)
  void givesUpAMailBeforeSomebodyElseMaySendIt() throws Exception {
    try (MailScript mute = new MailScript(Map.of(".", ""));
        MailCourier courier = new MailCourier(mute.server(), null)) {
      Attempt attempt = attempt(ChannelKind.EMAIL, "ann@example.org", courier);

      assertThat(attempt.outcome()).isEqualTo(Attempt.Outcome.RETRY);
      assertThat(attempt.detail()).isEqualTo("given up after 0.9 s: no answer");
      mute.left().await(); // its connection is closed: it cannot be heard later
    }
  }

  @Test
  @Timeout(20)
  void givesUpAReceiverThatNeverEndsItsAnswer() throws Exception {
    CountDownLatch left = new CountDownLatch(1);
    try (ServerSocket endless = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        DirectWebPost web = DirectWebPost.open(Duration.ofSeconds(10), true)) {
      Thread.ofVirtual()
          .start(
              () -> {
                try (Socket client = endless.accept()) {
                  client.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes(US_ASCII));
                  while (true) {
                    client.getOutputStream().write('x');
                    Thread.sleep(20);
                  }
                } catch (IOException | InterruptedException e) {
                  left.countDown();
                }
              });

      Attempt attempt =
          attempt(
              ChannelKind.WEBHOOK,
              "http://127.0.0.1:" + endless.getLocalPort() + "/",
              new WebhookCourier(web, CLOCK));

      assertThat(attempt.outcome()).isEqualTo(Attempt.Outcome.RETRY);
      assertThat(attempt.detail()).startsWith("given up after 0.9 s: no answer: ");
      left.await();
    }
  }

  @Test
  void triesSoonAgainWhatItDidNotBeginInTimeHoweverOftenItFailed() throws Exception {
    OneTimeQueue queue = new OneTimeQueue();
    queue.waiting.add(message("m", webhook("c", "https://x.example/"), 10, "x"));
    List<Message> sent = new ArrayList<>();
    Clock busy =
        new Clock() {
          private Instant now = NOW;

          @Override
          public Instant instant() {
            return now = now.plus(Notifier.USUAL_LEASE.dividedBy(3));
          }

          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };

    new Notifier(
            queue,
            Map.of(
                ChannelKind.WEBHOOK,
                one -> {
                  sent.add(one);
                  return Receipt.accepted(200, "fine");
                }),
            RetrySchedule.standard(new Random(1)),
            Notifier.USUAL_LEASE,
            busy)
        .drain();

    Attempt attempt = queue.settled.get("m");
    assertThat(sent).isEmpty();
    assertThat(attempt.outcome()).isEqualTo(Attempt.Outcome.RETRY);
    assertThat(attempt.detail()).isEqualTo("not begun in time: this machine is busy");
    assertThat(attempt.nextAt()).isEqualTo(attempt.at().plusSeconds(5));
  }

  @Test
  void writesDownWhatEndedOnceTheQueueAnswersAgain() throws Exception {
    OneTimeQueue queue = new OneTimeQueue();
    queue.waiting.add(message("m", webhook("c", "https://x.example/"), 1, "x"));
    queue.failures = 1;
    Notifier notifier = notifier(queue, one -> Receipt.accepted(200, "fine"));

    assertThatThrownBy(notifier::drain).hasMessage("away");
    notifier.drain();

    assertThat(queue.settled.get("m").outcome()).isEqualTo(Attempt.Outcome.DELIVERED);
  }

  @Test
  void waitsLongerWithEachAttemptAndGivesUpAfterThreeDays() {
    RetrySchedule schedule = RetrySchedule.standard(new Random(3));
    Duration sum = Duration.ZERO;
    for (int attempt = 1; attempt <= 9; attempt++) {
      sum = sum.plus(schedule.after(attempt).orElseThrow());
    }
    assertThat(sum).isBetween(Duration.ofHours(60), Duration.ofHours(92));
    assertThat(schedule.after(10)).isEmpty();
  }
}
