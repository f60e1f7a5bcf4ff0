package io.chipwire.app.web;

import io.chipwire.alert.Subscription;
import io.chipwire.app.json.AlertJson;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.store.Inbox;
import io.chipwire.store.TokenScope;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Subscriptions, alerts and deliveries for programs. */
final class AlertApi {

  private static final String ROOT = "/api/v1/subscriptions";
  private static final String ONE = ROOT + "/{id}";

  private final AlertDesk desk;
  private final Access access;
  private final Doors doors;

  AlertApi(AlertDesk desk, Access access, Doors doors) {
    this.desk = desk;
    this.access = access;
    this.doors = doors;
  }

  void define(RoutesConfig routes) {
    routes.get(ROOT, reading(this::list));
    routes.post(ROOT, writing(this::add));
    routes.get(ONE, reading(this::get));
    routes.patch(ONE, writing(this::edit));
    routes.delete(ONE, writing(this::remove));
    routes.post(
        ONE + "/pause",
        writing(change(context -> desk.store().subscriptions().pause(id(context)))));
    routes.post(
        ONE + "/resume",
        writing(change(context -> desk.store().subscriptions().resume(id(context)))));
    routes.post(ONE + "/mute", writing(change(this::mute)));
    routes.get(ONE + "/alerts", reading(this::alertsOf));
    routes.get(
        ONE + "/backtest",
        access.guard(
            TokenScope.READ,
            doors.history(
                context ->
                    send(context, AlertJson.of(desk.backtest(desk.subscription(id(context))))))));
    routes.get(
        "/api/v1/backtest",
        access.guard(
            TokenScope.READ,
            doors.history(
                context -> send(context, AlertJson.of(desk.backtest(desk.candidate(context)))))));
    routes.get("/api/v1/alerts", reading(this::alerts));
    routes.get(
        "/api/v1/alerts/{id}",
        reading(context -> send(context, AlertJson.of(desk.alert(id(context))))));
    routes.get("/api/v1/alerts/{id}/deliveries", reading(this::deliveries));
    routes.post("/api/v1/alerts/{id}/deliveries/{channel}/retry", writing(this::retry));
  }

  private Handler reading(Handler handler) {
    return access.guard(TokenScope.READ, doors.alert(handler));
  }

  private Handler writing(Handler handler) {
    return access.guard(TokenScope.WRITE, doors.alert(handler));
  }

  private static String id(Context context) {
    return context.pathParam("id");
  }

  private void list(Context context) throws Exception {
    Map<String, Inbox.Counts> counts = desk.store().inbox().counts();
    send(
        context,
        desk.store().subscriptions().all().stream()
            .map(
                subscription ->
                    json(subscription, counts.getOrDefault(subscription.id(), Inbox.Counts.NONE)))
            .toList());
  }

  private void get(Context context) throws Exception {
    send(context, json(desk.subscription(id(context))));
  }

  private void add(Context context) throws Exception {
    AlertDesk.Stored stored = desk.add(SubscriptionInput.object(body(context)));
    context.status(HttpStatus.CREATED).header("Location", ROOT + "/" + stored.subscription().id());
    send(context, json(stored));
  }

  private void edit(Context context) throws Exception {
    send(context, json(desk.edit(id(context), SubscriptionInput.object(body(context)))));
  }

  private void remove(Context context) {
    if (!desk.store().subscriptions().remove(id(context))) {
      throw AlertDesk.noSubscription();
    }
    context.status(HttpStatus.NO_CONTENT);
  }

  private boolean mute(Context context) {
    return desk.store()
        .subscriptions()
        .mute(id(context), MuteTime.until(SubscriptionInput.object(body(context)), desk.now()));
  }

  private Handler change(Function<Context, Boolean> change) {
    return context -> {
      if (!change.apply(context)) {
        throw AlertDesk.noSubscription();
      }
      get(context);
    };
  }

  private void alertsOf(Context context) throws Exception {
    Subscription subscription = desk.subscription(id(context));
    send(
        context,
        AlertJson.arrivals(
            desk.store()
                .inbox()
                .latest(subscription.id(), true, AlertDesk.limit(context.queryParam("limit")))));
  }

  private void alerts(Context context) throws Exception {
    send(
        context,
        AlertJson.arrivals(
            desk.store().inbox().latest(null, true, AlertDesk.limit(context.queryParam("limit")))));
  }

  private void deliveries(Context context) throws Exception {
    String alert = desk.alert(id(context)).filed().alert().id();
    send(context, desk.store().alertDeliveries().of(alert).stream().map(AlertJson::of).toList());
  }

  private void retry(Context context) throws Exception {
    String alert = desk.alert(id(context)).filed().alert().id();
    if (!desk.retry(alert, context.pathParam("channel"))) {
      throw new ConflictResponse(
          "there is nothing to send again: expected a delivery that was given up or waits for its"
              + " next try");
    }
    deliveries(context);
  }

  /** Of a subscription that has webhooks with it their secrets, this once. */
  private Map<String, Object> json(AlertDesk.Stored stored) {
    Map<String, Object> object = json(stored.subscription());
    object.put("webhookSecrets", stored.secrets());
    return object;
  }

  private Map<String, Object> json(Subscription subscription) {
    return json(
        subscription,
        desk.store().inbox().counts().getOrDefault(subscription.id(), Inbox.Counts.NONE));
  }

  private Map<String, Object> json(Subscription subscription, Inbox.Counts counts) {
    return new LinkedHashMap<>(
        AlertJson.of(subscription, desk.broken(subscription).orElse(null), counts));
  }

  private static String body(Context context) {
    String type = context.contentType();
    if (type == null || !SameOrigin.isJson(type)) {
      throw new HttpResponseException(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE.getCode(),
          "Content-Type \"" + type + "\": expected application/json");
    }
    return context.body();
  }

  private static void send(Context context, Object answer) throws Exception {
    context
        .contentType("application/json")
        .header("Cache-Control", "no-store")
        .result(ExtractionJson.mapper().writeValueAsBytes(answer));
  }
}
