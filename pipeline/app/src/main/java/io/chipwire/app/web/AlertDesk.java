package io.chipwire.app.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.chipwire.alert.ChannelKind;
import io.chipwire.alert.Subscription;
import io.chipwire.app.web.Questions.BadParameterException;
import io.chipwire.match.Backtest;
import io.chipwire.match.BacktestReport;
import io.chipwire.query.NameResolver;
import io.chipwire.query.QueryLanguage;
import io.chipwire.query.QuerySyntaxException;
import io.chipwire.search.ArticleIndex;
import io.chipwire.store.AlertDelivery;
import io.chipwire.store.AlertStore;
import io.chipwire.store.Arrival;
import io.chipwire.store.DeliveryFilter;
import io.chipwire.store.NameTakenException;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What pages and API do alike with subscriptions and alerts. Thread-safe. */
final class AlertDesk {

  private static final int USUAL_LIMIT = 50;
  private static final int MOST = 500;

  private final ServedAlerts served;
  private final ArticleIndex index;
  private final NameResolver names;
  private final Backtest backtest;

  AlertDesk(ServedAlerts served, ArticleIndex index, NameResolver names) {
    this.served = served;
    this.index = index;
    this.names = names;
    this.backtest = new Backtest(index, names);
  }

  /**
   * A subscription that was stored just now.
   *
   * @param secrets of the webhooks that were added with it; nobody can say them again
   */
  record Stored(Subscription subscription, List<String> secrets) {

    /** Without the secrets. */
    @Override
    public String toString() {
      return "Stored[" + subscription + "]";
    }
  }

  AlertStore store() {
    return served.store();
  }

  ArticleIndex index() {
    return index;
  }

  NameResolver names() {
    return names;
  }

  Instant now() {
    return served.clock().instant();
  }

  Subscription subscription(String id) {
    return store().subscriptions().get(id).orElseThrow(AlertDesk::noSubscription);
  }

  static NotFoundResponse noSubscription() {
    return new NotFoundResponse("there is no subscription of that id");
  }

  Arrival alert(String id) {
    return store()
        .inbox()
        .find(id)
        .orElseThrow(() -> new NotFoundResponse("there is no alert of that id"));
  }

  /**
   * Has an alert tried on a channel now, if it was given up or waits for its next try. The rest of
   * its digest goes with it. What was switched off by its receiver is switched on again, since
   * somebody asks for it; a mail address whose reader ended the mails is not.
   *
   * @return whether there was anything to send
   */
  boolean retry(String alertId, String channelId) {
    store().alertDeliveries().of(alertId).stream()
        .filter(delivery -> delivery.channel().id().equals(channelId))
        .filter(delivery -> delivery.state() == AlertDelivery.State.DEAD)
        .map(AlertDelivery::channel)
        .filter(channel -> channel.disabled() != null && channel.kind() != ChannelKind.EMAIL)
        .forEach(channel -> store().channels().enable(channel.id()));
    return store().ledger().retry(DeliveryFilter.ALL.ofAlert(alertId, channelId)) > 0;
  }

  Stored add(JsonNode object) throws QuerySyntaxException {
    SubscriptionInput input = SubscriptionInput.of(object, null, served.owner(), names);
    try {
      return new Stored(store().subscriptions().add(input.wanted()), input.secrets());
    } catch (NameTakenException e) {
      throw conflict(e);
    }
  }

  Stored edit(String id, JsonNode object) throws QuerySyntaxException {
    SubscriptionInput input = SubscriptionInput.of(object, subscription(id), served.owner(), names);
    try {
      return new Stored(
          store()
              .edits()
              .apply(id, input.wanted(), input.kept())
              .orElseThrow(AlertDesk::noSubscription),
          input.secrets());
    } catch (NameTakenException e) {
      throw conflict(e);
    }
  }

  private static ConflictResponse conflict(NameTakenException taken) {
    return new ConflictResponse(String.valueOf(taken.getMessage()));
  }

  BacktestReport backtest(Subscription subscription) throws IOException, QuerySyntaxException {
    return backtest.run(subscription);
  }

  /** A subscription that is not stored, as the request's parameters say it. */
  Subscription candidate(Context context) throws QuerySyntaxException {
    String query = Questions.text(context);
    QueryLanguage.parse(query, names);
    return Subscription.candidate(query, served.owner(), CandidateRules.of(context));
  }

  /** Why a query that was right when it was stored is none any more. */
  Optional<String> broken(Subscription subscription) {
    try {
      QueryLanguage.parse(subscription.query(), names);
      return Optional.empty();
    } catch (QuerySyntaxException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** How many alerts a request asks for. */
  static int limit(@Nullable String limit) {
    try {
      int number = limit == null || limit.isBlank() ? USUAL_LIMIT : Integer.parseInt(limit);
      if (number >= 0 && number <= MOST) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new BadParameterException(
        "limit \"" + limit + "\": expected a number from 0 to " + MOST, null);
  }
}
