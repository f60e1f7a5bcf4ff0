package io.chipwire.store;

import static io.chipwire.store.Alerts.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chipwire.alert.Alert;
import io.chipwire.alert.Attempt;
import io.chipwire.alert.Channel;
import io.chipwire.alert.ChannelKind;
import io.chipwire.alert.Delivery;
import io.chipwire.alert.DeliveryQueue;
import io.chipwire.alert.Message;
import io.chipwire.alert.Quota;
import io.chipwire.alert.Rules;
import io.chipwire.alert.Subscription;
import io.chipwire.alert.SubscriptionChange;
import io.chipwire.alert.Suppression;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a store does, whatever the database behind it. */
abstract class AlertStoreContract {

  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Set<ChannelKind> ALL = EnumSet.allOf(ChannelKind.class);

  final SettableClock clock = new SettableClock(Instant.parse("2026-05-04T10:20:00Z"));
  private AlertStore store;

  /** A store that is empty. */
  abstract StoreLocation emptyStore() throws Exception;

  @BeforeEach
  void open() throws Exception {
    store = open(emptyStore());
  }

  private AlertStore open(StoreLocation location) {
    return AlertStore.open(location, clock, () -> UUID.randomUUID().toString());
  }

  private static NewSubscription wanted(String name, Delivery delivery, @Nullable Quota quota) {
    return new NewSubscription(
        name,
        "metric:capex value:>40B",
        "ann",
        List.of(
            new NewSubscription.NewChannel(
                ChannelKind.WEBHOOK, "https://hooks.example/T/secret-path", "whsec_c2VjcmV0"),
            new NewSubscription.NewChannel(ChannelKind.EMAIL, "ann@example.org", null)),
        new Rules(delivery, quota, 0.5, 1, false));
  }

  private Subscription add(String name, Delivery delivery) throws NameTakenException {
    return store.subscriptions().add(wanted(name, delivery, null));
  }

  private Attempt attempt(Attempt.Outcome outcome, @Nullable Instant next) {
    return new Attempt(clock.instant(), outcome, 200, "in test", next);
  }

  @Test
  void keepsWhatASubscriptionSays() throws Exception {
    Subscription added =
        store.subscriptions().add(wanted("capex", Delivery.DAILY, new Quota(3, Quota.Period.WEEK)));

    Subscription found = store.subscriptions().find("ann", "capex").orElseThrow();
    assertThat(found).isEqualTo(added);
    assertThat(found.query()).isEqualTo("metric:capex value:>40B");
    assertThat(found.rules().delivery()).isEqualTo(Delivery.DAILY);
    assertThat(found.rules().quota()).isEqualTo(new Quota(3, Quota.Period.WEEK));
    assertThat(found.rules().minimumConfidence()).isEqualTo(0.5);
    assertThat(found.createdAt()).isEqualTo(clock.instant());
    assertThat(found.paused()).isFalse();
    assertThat(found.mutedUntil()).isNull();
    assertThat(found.channels())
        .extracting(Channel::kind, Channel::target, Channel::secret)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                ChannelKind.WEBHOOK, "https://hooks.example/T/secret-path", "whsec_c2VjcmV0"),
            org.assertj.core.groups.Tuple.tuple(ChannelKind.EMAIL, "ann@example.org", null));
    assertThat(found.toString()).doesNotContain("whsec_").doesNotContain("secret-path");
    assertThat(store.subscriptions().all()).containsExactly(found);
  }

  @Test
  void refusesASecondSubscriptionOfTheSameNameUntilTheFirstIsGone() throws Exception {
    Subscription first = add("capex", Delivery.INSTANT);

    assertThatThrownBy(() -> add("capex", Delivery.INSTANT))
        .isInstanceOf(NameTakenException.class)
        .hasMessage("subscription \"capex\" of ann is there already; expected a new name");
    assertThat(store.subscriptions().remove(first.id())).isTrue();
    assertThat(store.subscriptions().remove(first.id())).isFalse();
    assertThat(add("capex", Delivery.INSTANT).id()).isNotEqualTo(first.id());
  }

  @Test
  void tellsJobsWhatChangedSinceTheyLastAsked() throws Exception {
    Subscription one = add("one", Delivery.INSTANT);
    Subscription two = add("two", Delivery.INSTANT);
    List<SubscriptionChange> all = store.subscriptions().changedAfter(0);
    assertThat(all).containsExactly(SubscriptionChange.put(one), SubscriptionChange.put(two));

    store.subscriptions().pause(one.id());
    store.subscriptions().remove(two.id());
    List<SubscriptionChange> later = store.subscriptions().changedAfter(two.revision());

    assertThat(later)
        .extracting(change -> subscription(change).id())
        .containsExactly(one.id(), two.id());
    assertThat(later).extracting(SubscriptionChange::removed).containsExactly(false, true);
    assertThat(subscription(later.getFirst()).paused()).isTrue();
    assertThat(store.subscriptions().changedAfter(subscription(later.getLast()).revision()))
        .isEmpty();
  }

  private static Subscription subscription(SubscriptionChange change) {
    return java.util.Objects.requireNonNull(change.subscription());
  }

  @Test
  void takesAnAlertOnceHoweverOftenItIsPut() throws Exception {
    Subscription subscription = add("capex", Delivery.INSTANT);
    Alert alert = alert(subscription, "a1", clock.instant(), "k1");

    assertThat(store.outbox().put(List.of(alert, alert))).isEqualTo(1);
    assertThat(store.outbox().put(List.of(alert))).isZero();

    assertThat(store.outbox().latest(subscription.id(), 10))
        .containsExactly(new FiledAlert(alert, null));
    assertThat(store.deliveries().claim(10, 100, ALL, Set.of(), LEASE)).hasSize(2);
  }

  @Test
  void holdsBackWhatTheRulesSayWithTheReason() throws Exception {
    Subscription subscription = add("capex", Delivery.INSTANT);
    Instant now = clock.instant();
    store.outbox().put(List.of(alert(subscription, "a1", now, "k1")));
    store.outbox().put(List.of(alert(subscription, "a2", now, "k1")));
    store.outbox().put(List.of(alert(subscription, "a3", now, "k1", "revised")));
    store.subscriptions().mute(subscription.id(), now.plusSeconds(60));
    store.outbox().put(List.of(alert(subscription, "a4", now, "k4")));
    store.subscriptions().pause(subscription.id());
    store.outbox().put(List.of(alert(subscription, "a5", now, "k5")));
    store.subscriptions().resume(subscription.id());
    store.outbox().put(List.of(alert(subscription, "a6", now, "k4")));

    assertThat(store.outbox().latest(subscription.id(), 10))
        .extracting(filed -> filed.alert().articleId() + " " + filed.suppression())
        .containsExactlyInAnyOrder(
            "a1 null",
            "a2 " + Suppression.KNOWN_FACT,
            "a3 null",
            "a4 " + Suppression.MUTED,
            "a5 " + Suppression.PAUSED,
            "a6 null");
  }

  private Alert from(Subscription subscription, String outlet, String... facts) {
    return Alerts.from(outlet, subscription, outlet, clock.instant(), facts);
  }

  @Test
  void tellsWhatEnoughOutletsStateWhetherOrNotTheFirstWereTold() throws Exception {
    NewSubscription wanted = wanted("two", Delivery.INSTANT, null);
    Subscription subscription =
        store
            .subscriptions()
            .add(
                new NewSubscription(
                    wanted.name(),
                    wanted.query(),
                    wanted.owner(),
                    wanted.channels(),
                    new Rules(Delivery.INSTANT, null, 0.5, 2, false)));
    assertThat(subscription.rules().minimumCorroboration()).isEqualTo(2);
    Alert first = from(subscription, "gazette", "k1", "k2");

    store.outbox().put(List.of(first, from(subscription, "gazette", "k1")));
    store.outbox().put(List.of(first, from(subscription, "post", "k2")));
    store.outbox().put(List.of(from(subscription, "yield", "k2")));

    assertThat(store.outbox().latest(subscription.id(), 10))
        .extracting(filed -> filed.alert().origins(), FiledAlert::suppression)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(List.of("gazette"), Suppression.UNCORROBORATED),
            org.assertj.core.groups.Tuple.tuple(List.of("gazette"), Suppression.UNCORROBORATED),
            org.assertj.core.groups.Tuple.tuple(List.of("gazette", "post"), null),
            org.assertj.core.groups.Tuple.tuple(
                List.of("gazette", "post", "yield"), Suppression.KNOWN_FACT));
  }

  @Test
  void tellsNoMoreThanTheQuotaInAPeriod() throws Exception {
    Subscription subscription =
        store
            .subscriptions()
            .add(wanted("capex", Delivery.INSTANT, new Quota(2, Quota.Period.HOUR)));
    for (int i = 0; i < 4; i++) {
      store.outbox().put(List.of(alert(subscription, "a" + i, clock.instant(), "k" + i)));
    }
    clock.set("2026-05-04T11:00:00Z");
    store.outbox().put(List.of(alert(subscription, "a9", clock.instant(), "k9")));

    assertThat(store.outbox().latest(subscription.id(), 10))
        .extracting(FiledAlert::suppression)
        .containsExactlyInAnyOrder(null, null, Suppression.THROTTLED, Suppression.THROTTLED, null);
  }

  @Test
  void lendsAMessageToOneUntilTheLeaseIsOver() throws Exception {
    Subscription subscription = add("capex", Delivery.INSTANT);
    Alert alert = alert(subscription, "a1", clock.instant(), "k1");
    store.outbox().put(List.of(alert));
    DeliveryQueue queue = store.deliveries();

    List<Message> first = queue.claim(10, 100, ALL, Set.of(), LEASE);
    assertThat(first).extracting(Message::id).containsExactly(alert.id(), alert.id());
    assertThat(first).extracting(Message::attempt).containsOnly(1);
    assertThat(first).allSatisfy(m -> assertThat(m.alerts()).containsExactly(alert));
    assertThat(queue.claim(10, 100, ALL, Set.of(), LEASE)).isEmpty();

    clock.forward(LEASE);
    List<Message> second = queue.claim(10, 100, ALL, Set.of(), LEASE);
    assertThat(second).extracting(Message::attempt).containsOnly(2);
    Attempt done = attempt(Attempt.Outcome.DELIVERED, null);
    assertThat(queue.settle(first.getFirst(), done)).isFalse();
    assertThat(queue.settle(second.getFirst(), done)).isTrue();
    assertThat(queue.settle(second.getLast(), done)).isTrue();
    clock.forward(LEASE);
    assertThat(queue.claim(10, 100, ALL, Set.of(), LEASE)).isEmpty();
  }

  @Test
  void lendsOnlySoManyOfAReceiverAndNoneOfThoseThatAreBusy() throws Exception {
    Subscription subscription = add("capex", Delivery.INSTANT);
    for (int i = 0; i < 5; i++) {
      store.outbox().put(List.of(alert(subscription, "a" + i, clock.instant(), "k" + i)));
    }
    String webhook = subscription.channels().getFirst().id();

    assertThat(store.deliveries().claim(10, 2, ALL, Set.of(), LEASE))
        .hasSize(4)
        .filteredOn(message -> message.channel().id().equals(webhook))
        .hasSize(2);
    assertThat(store.deliveries().claim(10, 2, ALL, Set.of(webhook), LEASE))
        .hasSize(2)
        .noneMatch(message -> message.channel().id().equals(webhook));
  }

  @Test
  void triesAgainWhenToldToAndNotBefore() throws Exception {
    Subscription subscription = add("capex", Delivery.INSTANT);
    store.outbox().put(List.of(alert(subscription, "a1", clock.instant(), "k1")));
    DeliveryQueue queue = store.deliveries();
    Instant next = clock.instant().plusSeconds(300);
    for (Message message : queue.claim(10, 100, ALL, Set.of(), LEASE)) {
      queue.settle(message, attempt(Attempt.Outcome.RETRY, next));
    }

    clock.forward(Duration.ofSeconds(299));
    assertThat(queue.claim(10, 100, ALL, Set.of(), LEASE)).isEmpty();
    clock.forward(Duration.ofSeconds(1));
    List<Message> again = queue.claim(1, 100, ALL, Set.of(), LEASE);
    assertThat(again).hasSize(1);
    assertThat(again.getFirst().attempt()).isEqualTo(2);
  }

  @Test
  void disablesAChannelThatIsGoneAndKeepsTheOther() throws Exception {
    Subscription subscription = add("capex", Delivery.INSTANT);
    store.outbox().put(List.of(alert(subscription, "a1", clock.instant(), "k1")));
    store.outbox().put(List.of(alert(subscription, "a2", clock.instant(), "k2")));
    DeliveryQueue queue = store.deliveries();
    Message toWebhook =
        queue.claim(10, 100, ALL, Set.of(), LEASE).stream()
            .filter(message -> message.channel().kind() == ChannelKind.WEBHOOK)
            .findFirst()
            .orElseThrow();

    queue.settle(toWebhook, attempt(Attempt.Outcome.GONE, null));

    Subscription now = store.subscriptions().find("ann", "capex").orElseThrow();
    assertThat(now.channels()).extracting(Channel::disabled).containsExactly("in test", null);
    store.outbox().put(List.of(alert(subscription, "a3", clock.instant(), "k3")));
    clock.forward(LEASE);
    assertThat(queue.claim(10, 100, ALL, Set.of(), LEASE))
        .hasSize(3)
        .allSatisfy(m -> assertThat(m.channel().kind()).isEqualTo(ChannelKind.EMAIL));
  }

  @Test
  void gathersADigestAndSendsTheSameOneAgain() throws Exception {
    Subscription subscription = add("capex", Delivery.HOURLY);
    store.outbox().put(List.of(alert(subscription, "a1", clock.instant(), "k1")));
    store.outbox().put(List.of(alert(subscription, "a2", clock.instant(), "k2")));
    DeliveryQueue queue = store.deliveries();
    assertThat(queue.claim(10, 100, ALL, Set.of(), LEASE)).isEmpty();
    assertThat(store.outbox().latest(subscription.id(), 10))
        .extracting(FiledAlert::suppression)
        .containsOnly(Suppression.DIGEST_WAITING);

    clock.set("2026-05-04T11:00:00Z");
    List<Message> digests = queue.claim(10, 100, ALL, Set.of(), LEASE);
    assertThat(digests).hasSize(2).allSatisfy(m -> assertThat(m.alerts()).hasSize(2));
    store.outbox().put(List.of(alert(subscription, "a3", clock.instant(), "k3")));
    clock.set("2026-05-04T12:00:00Z");
    List<Message> again = queue.claim(10, 100, ALL, Set.of(), LEASE);

    assertThat(again).hasSize(4);
    for (Message digest : digests) {
      assertThat(again)
          .filteredOn(m -> m.id().equals(digest.id()))
          .singleElement()
          .satisfies(
              m -> {
                assertThat(m.alerts()).isEqualTo(digest.alerts());
                assertThat(m.attempt()).isEqualTo(2);
              });
    }
    assertThat(store.outbox().latest(subscription.id(), 10))
        .extracting(FiledAlert::suppression)
        .containsOnlyNulls();
  }

  @Test
  void sendsNothingMoreOfASubscriptionThatIsGone() throws Exception {
    Subscription subscription = add("capex", Delivery.INSTANT);
    store.outbox().put(List.of(alert(subscription, "a1", clock.instant(), "k1")));

    store.subscriptions().remove(subscription.id());

    assertThat(store.deliveries().claim(10, 100, ALL, Set.of(), LEASE)).isEmpty();
    assertThat(store.outbox().put(List.of(alert(subscription, "a2", clock.instant(), "k2"))))
        .isZero();
  }

  @Test
  void neverLendsAMessageTwiceToNotifiersThatRace() throws Exception {
    Subscription subscription = add("capex", Delivery.INSTANT);
    List<Alert> alerts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      alerts.add(alert(subscription, "a" + i, clock.instant(), "k" + i));
    }
    store.outbox().put(alerts);
    Set<String> lent = ConcurrentHashMap.newKeySet();
    Set<String> twice = ConcurrentHashMap.newKeySet();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        running.add(
            threads.submit(
                () -> {
                  for (int round = 0; round < 12; round++) {
                    for (Message message : store.deliveries().claim(5, 100, ALL, Set.of(), LEASE)) {
                      String key = message.id() + message.channel().id();
                      if (!lent.add(key)) {
                        twice.add(key);
                      }
                      store.deliveries().settle(message, attempt(Attempt.Outcome.DELIVERED, null));
                    }
                  }
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    store
        .deliveries()
        .claim(100, 100, ALL, Set.of(), LEASE)
        .forEach(m -> lent.add(m.id() + m.channel().id()));

    assertThat(twice).isEmpty();
    assertThat(lent).hasSize(80);
  }

  @Test
  void judgesTheSameFactOnceThoughTwoJobsPutItAtATime() throws Exception {
    Subscription subscription = add("capex", Delivery.INSTANT);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        Alert alert = alert(subscription, "a" + i, clock.instant(), "the fact");
        running.add(threads.submit(() -> store.outbox().put(List.of(alert))));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }

    assertThat(store.outbox().latest(subscription.id(), 20))
        .hasSize(12)
        .filteredOn(filed -> filed.suppression() == null)
        .hasSize(1);
  }

  @Test
  void knowsATokenByItsSecretUntilItIsRevoked() {
    ApiTokens tokens = store.tokens();
    assertThat(tokens.everMade()).isFalse();
    ApiToken.New made = tokens.create("desk", TokenScope.READ);
    assertThat(made.secret())
        .matches("chipwire_[A-Za-z0-9_-]{43}")
        .startsWith(made.token().shown());
    assertThat(made.toString()).doesNotContain(made.secret());
    assertThat(tokens.create("desk", TokenScope.WRITE).secret()).isNotEqualTo(made.secret());

    clock.forward(Duration.ofMinutes(5));
    assertThat(tokens.use(made.secret())).contains(made.token());
    assertThat(tokens.use(made.secret() + "x")).isEmpty();
    assertThat(tokens.use(made.secret().substring(9))).isEmpty();
    Instant first = clock.instant();
    clock.forward(Duration.ofMinutes(1));
    assertThat(tokens.use(made.secret())).isPresent();
    assertThat(token(made.token().id()).lastUsedAt()).isEqualTo(first); // not every use is written
    clock.forward(Duration.ofSeconds(1));
    assertThat(tokens.use(made.secret())).isPresent();
    ApiToken used = token(made.token().id());
    assertThat(used.lastUsedAt()).isEqualTo(clock.instant());
    assertThat(used.scope().allows(TokenScope.WRITE)).isFalse();

    assertThat(tokens.revoke(used.id())).isTrue();
    assertThat(tokens.revoke(used.id())).isFalse();
    assertThat(tokens.use(made.secret())).isEmpty();
    assertThat(token(used.id()).revokedAt()).isEqualTo(clock.instant());
    assertThat(tokens.everMade()).isTrue();
  }

  private ApiToken token(String id) {
    return store.tokens().all().stream()
        .filter(token -> token.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void showsWhatCameInSinceATimeAndCountsIt() throws Exception {
    Subscription one = add("one", Delivery.INSTANT);
    Subscription two = add("two", Delivery.DAILY);
    Alert early = alert(one, "a", clock.instant(), "k");
    store.outbox().put(List.of(early));
    clock.forward(Duration.ofMinutes(1));
    Alert known = alert(one, "b", clock.instant(), "k");
    Alert digest = alert(two, "a", clock.instant(), "k");
    store.outbox().put(List.of(known, digest));

    Inbox inbox = store.inbox();
    assertThat(inbox.since(clock.instant(), 10))
        .extracting(arrival -> arrival.filed().alert().id())
        .containsExactlyInAnyOrder(known.id(), digest.id());
    List<String> paged = new ArrayList<>();
    Instant time = Instant.EPOCH;
    String after = "";
    for (List<Arrival> page = inbox.since(null, time, after, 1);
        !page.isEmpty();
        page = inbox.since(null, time, after, 1)) {
      time = page.getFirst().filedAt();
      after = page.getFirst().filed().alert().id();
      paged.add(after);
    }
    assertThat(paged).containsExactlyInAnyOrder(early.id(), known.id(), digest.id());
    assertThat(paged.getFirst()).isEqualTo(early.id());
    assertThat(inbox.since(two.id(), Instant.EPOCH, "", 10))
        .extracting(arrival -> arrival.filed().alert().id())
        .containsExactly(digest.id());
    assertThat(inbox.latest(one.id(), true, 10))
        .extracting(arrival -> arrival.filed().suppression())
        .containsExactly(Suppression.KNOWN_FACT, null);
    assertThat(inbox.latest(null, false, 10))
        .extracting(arrival -> arrival.filed().alert())
        .containsExactly(digest, early);
    assertThat(inbox.counts())
        .containsEntry(one.id(), new Inbox.Counts(1, 1))
        .containsEntry(two.id(), new Inbox.Counts(1, 0));
    assertThat(inbox.find(digest.id()).orElseThrow().filed().suppression())
        .isEqualTo(Suppression.DIGEST_WAITING);
    store.subscriptions().remove(one.id());
    assertThat(inbox.find(early.id())).isEmpty();
  }

  @Test
  void showsHowFarAnAlertGot() throws Exception {
    Subscription subscription = add("capex", Delivery.INSTANT);
    Alert alert = alert(subscription, "a", clock.instant(), "k");
    store.outbox().put(List.of(alert));
    for (Message message : store.deliveries().claim(10, 10, ALL, Set.of(), LEASE)) {
      store.deliveries().settle(message, attempt(Attempt.Outcome.GONE, null));
    }

    List<AlertDelivery> given = store.alertDeliveries().of(alert.id());

    assertThat(given)
        .extracting(AlertDelivery::state)
        .containsExactly(AlertDelivery.State.DEAD, AlertDelivery.State.DEAD);
    assertThat(given.getFirst().attempts())
        .extracting(Attempt::outcome)
        .containsExactly(Attempt.Outcome.GONE);
    assertThat(given.getFirst().channel().disabled()).isEqualTo("in test");
  }

  @Test
  void letsASubscriptionSaySomethingElseAndKeepsItsAlerts() throws Exception {
    Subscription before = add("capex", Delivery.INSTANT);
    add("taken", Delivery.INSTANT);
    store.outbox().put(List.of(alert(before, "a", clock.instant(), "k")));
    NewSubscription wanted =
        new NewSubscription(
            "spending",
            "metric:capex",
            "ann",
            List.of(new NewSubscription.NewChannel(ChannelKind.EMAIL, "bob@example.org", null)),
            new Rules(Delivery.DAILY, new Quota(2, Quota.Period.DAY), 0.1, 1, true));
    Channel webhook = before.channels().getFirst();

    Subscription after =
        store.edits().apply(before.id(), wanted, Set.of(webhook.id())).orElseThrow();

    assertThat(after.revision()).isGreaterThan(before.revision());
    assertThat(after.query()).isEqualTo("metric:capex");
    assertThat(after.channels())
        .extracting(Channel::target)
        .containsExactly("https://hooks.example/T/secret-path", "bob@example.org");
    assertThat(after.channels().getFirst()).isEqualTo(webhook);
    assertThat(store.deliveries().claim(10, 10, ALL, Set.of(), LEASE))
        .extracting(message -> message.channel().id())
        .containsExactly(webhook.id());
    assertThat(store.inbox().latest(before.id(), false, 5)).hasSize(1);
    assertThat(store.subscriptions().changedAfter(before.revision()))
        .extracting(change -> subscription(change).query())
        .contains("metric:capex");
    NewSubscription taken = new NewSubscription("taken", "x", "ann", List.of(), Rules.USUAL);
    assertThatThrownBy(() -> store.edits().apply(before.id(), taken, Set.of()))
        .isInstanceOf(NameTakenException.class);
    store.subscriptions().remove(before.id());
    assertThat(store.edits().apply(before.id(), wanted, Set.of())).isEmpty();
  }
}
