package io.chipwire.app.web;

import io.chipwire.alert.Subscription;
import io.chipwire.app.web.AlertsView.WatchView;
import io.chipwire.app.web.Questions.BadParameterException;
import io.chipwire.query.QuerySyntaxException;
import io.chipwire.store.Inbox;
import io.chipwire.store.TokenScope;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The pages about subscriptions and alerts that change nothing. */
final class AlertPages {

  private static final int SHOWN = 100;

  private final AlertDesk desk;
  private final AlertDetail detail;
  private final Access access;
  private final Doors doors;

  AlertPages(AlertDesk desk, Access access, Doors doors) {
    this.desk = desk;
    this.detail = new AlertDetail(desk);
    this.access = access;
    this.doors = doors;
  }

  void define(RoutesConfig routes) {
    routes.get(AlertAddress.HOME, reading(this::home));
    routes.get(AlertAddress.SUBSCRIPTION, reading(this::subscription));
    routes.get(
        AlertAddress.ALERT,
        reading(context -> context.html(Pages.alert(detail.view(id(context))))));
    routes.get(
        AlertAddress.NEW,
        reading(
            context -> context.html(Pages.watchForm(WatchForms.empty(Questions.text(context))))));
    routes.get(
        AlertAddress.EDIT,
        reading(
            context ->
                context.html(Pages.watchForm(WatchForms.of(desk.subscription(id(context)))))));
    routes.get(AlertAddress.BACKTEST, access.page(TokenScope.READ, doors.history(this::backtest)));
  }

  private Handler reading(Handler handler) {
    return access.page(TokenScope.READ, doors.alert(handler));
  }

  static String id(Context context) {
    return Objects.requireNonNullElse(context.queryParam("id"), "");
  }

  private void home(Context context) {
    Map<String, Inbox.Counts> counts = desk.store().inbox().counts();
    List<WatchView> watches =
        desk.store().subscriptions().all().stream()
            .map(
                subscription ->
                    AlertViews.watch(
                        desk,
                        subscription,
                        counts.getOrDefault(subscription.id(), Inbox.Counts.NONE)))
            .toList();
    boolean held = "true".equals(context.queryParam("held"));
    context.html(
        Pages.alerts(
            new AlertsView(
                watches,
                List.of(),
                AlertViews.inbox(
                    null, held, desk.store().inbox().latest(null, held, SHOWN), desk.now()),
                false,
                Access.isLoggedIn(context))));
  }

  private void subscription(Context context) {
    context.html(page(context, desk.subscription(id(context)), List.of()));
  }

  /**
   * The page of one subscription.
   *
   * @param secrets of webhooks that were added just now
   */
  String page(Context context, Subscription subscription, List<String> secrets) {
    String id = subscription.id();
    boolean held = "true".equals(context.queryParam("held"));
    return Pages.alerts(
        new AlertsView(
            List.of(
                AlertViews.watch(
                    desk,
                    subscription,
                    desk.store().inbox().counts().getOrDefault(id, Inbox.Counts.NONE))),
            secrets,
            AlertViews.inbox(id, held, desk.store().inbox().latest(id, held, SHOWN), desk.now()),
            true,
            Access.isLoggedIn(context)));
  }

  private void backtest(Context context) throws IOException {
    String id = context.queryParam("id");
    Subscription subscription = id == null ? null : desk.subscription(id);
    String name = subscription == null ? "a new subscription" : subscription.name();
    try {
      Subscription asked = subscription == null ? desk.candidate(context) : subscription;
      context.html(Pages.backtest(BacktestViews.of(id, asked, desk.backtest(asked))));
    } catch (QuerySyntaxException | BadParameterException e) {
      String query = subscription == null ? Questions.text(context) : subscription.query();
      context
          .status(400)
          .html(Pages.backtest(BacktestViews.problem(id, name, query, e.getMessage())));
    }
  }
}
