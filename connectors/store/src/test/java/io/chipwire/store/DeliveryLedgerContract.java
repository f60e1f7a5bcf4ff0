package io.chipwire.store;

import static io.chipwire.store.Alerts.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.alert.Alert;
import io.chipwire.alert.Attempt;
import io.chipwire.alert.Channel;
import io.chipwire.alert.ChannelKind;
import io.chipwire.alert.Delivery;
import io.chipwire.alert.Message;
import io.chipwire.alert.Rules;
import io.chipwire.alert.Subscription;
import io.chipwire.store.NewSubscription.NewChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a store knows of deliveries, feeds and secrets, whatever the database behind it. */
abstract class DeliveryLedgerContract {

  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Set<ChannelKind> KINDS = EnumSet.allOf(ChannelKind.class);

  final SettableClock clock = new SettableClock(Instant.parse("2026-05-04T10:20:00Z"));
  private AlertStore store;
  private Subscription subscription;

  /** A store that is empty. */
  abstract StoreLocation emptyStore() throws Exception;

  @BeforeEach
  void open() throws Exception {
    store = AlertStore.open(emptyStore(), clock, () -> UUID.randomUUID().toString());
    subscription = add("capex", Delivery.INSTANT);
  }

  private Subscription add(String name, Delivery delivery) throws NameTakenException {
    return store
        .subscriptions()
        .add(
            new NewSubscription(
                name,
                "metric:capex",
                "ann",
                List.of(
                    new NewChannel(ChannelKind.WEBHOOK, "https://hooks.example/hush", "whsec_bmV3"),
                    new NewChannel(ChannelKind.EMAIL, "ann@example.org", "way-out-" + name)),
                new Rules(delivery, null, 0, 1, true)));
  }

  private Alert put(Subscription of, String article) {
    Alert alert = alert(of, article, clock.instant(), "k-" + article);
    assertThat(store.outbox().put(List.of(alert))).isEqualTo(1);
    return alert;
  }

  private List<Message> claim() {
    return store.deliveries().claim(100, 100, KINDS, Set.of(), LEASE);
  }

  private void settleAll(Attempt.Outcome outcome, @Nullable Instant next) {
    for (Message message : claim()) {
      store
          .deliveries()
          .settle(message, new Attempt(clock.instant(), outcome, 200, "in test", next));
    }
  }

  private List<LedgerEntry> ledger() {
    return store.ledger().list(DeliveryFilter.ALL, 100);
  }

  private static DeliveryFilter only(
      @Nullable String subscriptionId, @Nullable ChannelKind kind, @Nullable Instant since) {
    return new DeliveryFilter(subscriptionId, null, kind, null, null, null, since);
  }

  @Test
  void keepsEveryAttempt() {
    Alert alert = put(subscription, "a1");
    settleAll(Attempt.Outcome.RETRY, clock.instant().plusSeconds(5));
    clock.forward(Duration.ofSeconds(5));
    settleAll(Attempt.Outcome.DELIVERED, null);

    assertThat(ledger()).hasSize(2);
    LedgerEntry webhook = store.ledger().list(only(null, ChannelKind.WEBHOOK, null), 9).getFirst();
    assertThat(webhook.messageId()).isEqualTo(alert.id());
    assertThat(webhook.subscription()).isEqualTo("capex");
    assertThat(webhook.owner()).isEqualTo("ann");
    assertThat(webhook.channel()).isEqualTo(subscription.channels().getFirst());
    assertThat(webhook.state()).isEqualTo(DeliveryState.DELIVERED);
    assertThat(webhook.title()).isEqualTo("A title");
    assertThat(webhook.underWay()).isFalse();
    assertThat(webhook.attempts())
        .extracting(LedgerEntry.NumberedAttempt::number, one -> one.attempt().outcome())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, Attempt.Outcome.RETRY),
            org.assertj.core.groups.Tuple.tuple(2, Attempt.Outcome.DELIVERED));
  }

  @Test
  void writesDownAnAttemptOfWhichNobodySaidHowItEnded() {
    put(subscription, "a1");
    Message lost = claim().getFirst();
    assertThat(ledger()).allMatch(LedgerEntry::underWay);
    clock.forward(LEASE);
    claim();

    assertThat(ledger())
        .allSatisfy(
            entry ->
                assertThat(entry.attempts())
                    .extracting(one -> one.attempt().outcome())
                    .containsExactly(Attempt.Outcome.LOST));
    // It was only slow; the message is another's by now, but what it says is written down.
    Attempt late = new Attempt(clock.instant(), Attempt.Outcome.DELIVERED, 200, "late", null);
    assertThat(store.deliveries().settle(lost, late)).isFalse();
    assertThat(ledger().stream().flatMap(entry -> entry.attempts().stream()))
        .extracting(one -> one.attempt().detail())
        .containsExactlyInAnyOrder("late", "nobody said how it ended");
  }

  @Test
  void leavesMessagesOfKindsThatANotifierDoesNotServe() {
    put(subscription, "a1");

    assertThat(store.deliveries().claim(9, 9, Set.of(ChannelKind.WEBHOOK), Set.of(), LEASE))
        .singleElement()
        .satisfies(m -> assertThat(m.channel().kind()).isEqualTo(ChannelKind.WEBHOOK));
  }

  @Test
  void triesDeadMessagesAnewUnderTheirIds() throws Exception {
    Subscription other = add("other", Delivery.INSTANT);
    Alert alert = put(subscription, "a1");
    put(other, "a2");
    settleAll(Attempt.Outcome.DEAD, null);
    assertThat(claim()).isEmpty();

    DeliveryFilter one = only(subscription.id(), ChannelKind.WEBHOOK, null);
    assertThat(store.ledger().retry(one)).isEqualTo(1);
    assertThat(store.ledger().retry(one)).isZero();
    List<Message> again = claim();
    assertThat(again).extracting(Message::id).containsExactly(alert.id());
    assertThat(again.getFirst().attempt()).isEqualTo(1); // as often as the first time
    assertThat(store.ledger().retry(DeliveryFilter.ALL.ofMessage(alert.id()))).isEqualTo(1);
    assertThat(store.ledger().retry(DeliveryFilter.ALL)).isEqualTo(2);
  }

  @Test
  void triesWhatWaitsAfterAFailureNowIfSomebodyAsks() {
    Alert alert = put(subscription, "a1");
    assertThat(store.ledger().retry(DeliveryFilter.ALL)).isZero(); // it is due as it is
    settleAll(Attempt.Outcome.RETRY, clock.instant().plus(Duration.ofDays(1)));
    assertThat(claim()).isEmpty();

    String channel = subscription.channels().getFirst().id();
    DeliveryFilter one = DeliveryFilter.ALL.ofAlert(alert.id(), channel);
    assertThat(store.ledger().retry(one.in(DeliveryState.DEAD))).isZero();
    assertThat(store.ledger().retry(one)).isEqualTo(1);
    assertThat(claim()).extracting(message -> message.channel().id()).containsExactly(channel);
    assertThat(store.ledger().retry(one)).isZero(); // somebody is at it
    assertThat(store.ledger().retry(DeliveryFilter.ALL.ofAlert(alert.id(), "none"))).isZero();
  }

  @Test
  void sendsNothingAgainToAChannelThatIsOff() {
    put(subscription, "a1");
    settleAll(Attempt.Outcome.GONE, null);

    assertThat(store.ledger().retry(DeliveryFilter.ALL)).isZero();
    assertThat(store.channels().enable(subscription.channels().getFirst().id())).isTrue();
    assertThat(store.ledger().retry(DeliveryFilter.ALL)).isEqualTo(1);
    assertThat(claim()).hasSize(1);
  }

  @Test
  void sendsOnceMoreWhatWasDeliveredSinceATime() {
    put(subscription, "early");
    settleAll(Attempt.Outcome.DELIVERED, null);
    clock.forward(Duration.ofHours(2));
    Alert late = put(subscription, "late");
    settleAll(Attempt.Outcome.DELIVERED, null);
    put(subscription, "dead");
    settleAll(Attempt.Outcome.DEAD, null);

    Instant since = clock.instant().minus(Duration.ofHours(1));
    assertThat(store.ledger().replay(only(null, ChannelKind.WEBHOOK, null), since)).isEqualTo(1);
    assertThat(claim()).extracting(Message::id).containsExactly(late.id());
  }

  @Test
  void sendsADigestAgainAsTheSameMessage() throws Exception {
    Subscription daily = add("daily", Delivery.DAILY);
    put(daily, "a1");
    put(daily, "a2");
    assertThat(ledger()).hasSize(2).allSatisfy(entry -> assertThat(entry.alerts()).isEqualTo(2));
    assertThat(ledger().getFirst().messageId()).isNull();
    clock.forward(Duration.ofDays(1));
    List<Message> digests = claim();
    for (Message message : digests) {
      store
          .deliveries()
          .settle(
              message,
              new Attempt(clock.instant(), Attempt.Outcome.DELIVERED, 200, "in test", null));
    }

    assertThat(store.ledger().replay(DeliveryFilter.ALL, clock.instant())).isEqualTo(2);
    assertThat(claim())
        .extracting(Message::id, Message::alerts)
        .containsExactlyInAnyOrderElementsOf(
            digests.stream()
                .map(m -> org.assertj.core.groups.Tuple.tuple(m.id(), m.alerts()))
                .toList());
  }

  @Test
  void listsWhatIsAskedForTheNewestFirst() {
    put(subscription, "early");
    clock.forward(Duration.ofHours(2));
    Alert late = put(subscription, "late");

    assertThat(store.ledger().list(DeliveryFilter.ALL, 1).getFirst().messageId())
        .isEqualTo(late.id());
    Instant since = clock.instant().minus(Duration.ofHours(1));
    assertThat(store.ledger().list(only(null, null, since), 9)).hasSize(2);
    assertThat(store.ledger().list(DeliveryFilter.ALL.in(DeliveryState.DEAD), 9)).isEmpty();
    assertThat(store.ledger().list(DeliveryFilter.ALL.in(DeliveryState.WAITING), 9)).hasSize(4);
  }

  @Test
  void signsWithTheFormerSecretForADay() {
    Channel webhook = subscription.channels().getFirst();
    assertThat(store.channels().newSecret(webhook.id(), "whsec_bmV3ZXI=")).isTrue();

    put(subscription, "a1");
    assertThat(secretOfWebhook()).isEqualTo("whsec_bmV3ZXI= whsec_bmV3");
    clock.forward(Channels.OVERLAP);
    assertThat(secretOfWebhook()).isEqualTo("whsec_bmV3ZXI=");
  }

  private @Nullable String secretOfWebhook() {
    return store
        .deliveries()
        .claim(1, 1, Set.of(ChannelKind.WEBHOOK), Set.of(), LEASE)
        .getFirst()
        .channel()
        .secret();
  }

  @Test
  void showsWhatWasToldToWhoKnowsTheSecret() {
    Feeds feeds = store.feeds();
    String secret = feeds.newSecret(subscription.id()).orElseThrow();
    assertThat(secret).matches("[A-Za-z0-9_-]{22}");
    put(subscription, "early");
    clock.forward(Duration.ofHours(2));
    Alert late = put(subscription, "late");
    store.subscriptions().pause(subscription.id());
    put(subscription, "held back");

    Feeds.Told told = feeds.read(secret, 1).orElseThrow();
    assertThat(told.subscription().name()).isEqualTo("capex");
    assertThat(told.alerts()).containsExactly(late);
    assertThat(feeds.read(secret, 9).orElseThrow().alerts()).hasSize(2);
    String newer = feeds.newSecret(subscription.id()).orElseThrow();
    assertThat(feeds.read(secret, 1)).isEmpty();
    assertThat(feeds.read(newer, 1)).isPresent();
    store.subscriptions().remove(subscription.id());
    assertThat(feeds.read(newer, 1)).isEmpty();
    assertThat(feeds.newSecret(subscription.id())).isEmpty();
  }

  @Test
  void endsTheMailsOfOneReader() {
    put(subscription, "a1");
    Channels channels = store.channels();
    assertThat(channels.mailedWith("way-out-capex").orElseThrow().name()).isEqualTo("capex");
    assertThat(channels.mailedWith("whsec_bmV3")).isEmpty();
    assertThat(channels.unsubscribe("whsec_bmV3")).isFalse();

    assertThat(channels.unsubscribe("way-out-capex")).isTrue();

    Subscription now = store.subscriptions().find("ann", "capex").orElseThrow();
    assertThat(now.channels())
        .extracting(Channel::disabled)
        .containsExactly(null, "unsubscribed by its reader");
    assertThat(now.revision()).isGreaterThan(subscription.revision());
    assertThat(claim()).extracting(m -> m.channel().kind()).containsExactly(ChannelKind.WEBHOOK);
  }

  @Test
  void sendsNothingToAChannelThatIsTakenOutAndKeepsItsAttempts() throws Exception {
    put(subscription, "a1");
    settleAll(Attempt.Outcome.DEAD, null);
    put(subscription, "a2");
    NewSubscription same =
        new NewSubscription(
            "capex",
            "metric:capex",
            "ann",
            List.of(),
            new Rules(Delivery.INSTANT, null, 0, 1, true));

    Subscription now =
        store
            .edits()
            .apply(subscription.id(), same, Set.of(subscription.channels().getLast().id()))
            .orElseThrow();

    assertThat(now.channels()).extracting(Channel::kind).containsExactly(ChannelKind.EMAIL);
    assertThat(claim()).extracting(m -> m.channel().kind()).containsExactly(ChannelKind.EMAIL);
    assertThat(store.ledger().list(only(null, ChannelKind.WEBHOOK, null), 9)).hasSize(2);
    assertThat(store.ledger().retry(only(null, ChannelKind.WEBHOOK, null))).isZero();
  }
}
