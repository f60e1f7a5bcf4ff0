package io.chipwire.app.web;

import io.chipwire.alert.Subscription;
import io.chipwire.app.web.Questions.BadParameterException;
import io.chipwire.query.QuerySyntaxException;
import io.chipwire.store.Subscriptions;
import io.chipwire.store.TokenScope;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The forms of the pages about alerts, and the login. */
final class AlertActions {

  private final AlertDesk desk;
  private final AlertPages pages;
  private final Access access;
  private final Doors doors;

  AlertActions(AlertDesk desk, AlertPages pages, Access access, Doors doors) {
    this.desk = desk;
    this.pages = pages;
    this.access = access;
    this.doors = doors;
  }

  void define(RoutesConfig routes) {
    routes.post(AlertAddress.NEW, writing(context -> store(context, null)));
    routes.post(
        AlertAddress.EDIT,
        writing(context -> store(context, desk.subscription(AlertPages.id(context)))));
    routes.post(AlertAddress.CHANGE, writing(this::change));
    routes.post(AlertAddress.RETRY, writing(this::retry));
    routes.get(
        AlertAddress.LOGIN,
        context -> context.html(Pages.login(local(context.queryParam("to")), null)));
    routes.post(AlertAddress.LOGIN, doors.alert(form(this::logIn)));
    routes.post(AlertAddress.LOGOUT, this::logOut);
  }

  private Handler writing(Handler handler) {
    return access.page(TokenScope.WRITE, doors.alert(form(handler)));
  }

  /** Takes what our own pages send, and no form of another kind. */
  private static Handler form(Handler handler) {
    return context -> {
      if (!context.isFormUrlencoded()) {
        throw new UnsupportedMediaTypeResponse(
            "Content-Type \"%s\": expected application/x-www-form-urlencoded"
                .formatted(context.contentType()));
      }
      handler.handle(context);
    };
  }

  private static String value(Context context, String name) {
    String value = Objects.requireNonNullElse(context.formParam(name), "");
    if (value.indexOf(0) >= 0) {
      throw new BadParameterException(name + ": expected a text without the character 0", null);
    }
    return value;
  }

  private void store(Context context, @Nullable Subscription before) {
    try {
      var object = WatchForms.object(context, before != null);
      AlertDesk.Stored stored = before == null ? desk.add(object) : desk.edit(before.id(), object);
      if (stored.secrets().isEmpty()) {
        see(context, AlertAddress.of(AlertAddress.SUBSCRIPTION, stored.subscription().id()));
      } else {
        context
            .header("Cache-Control", "no-store")
            .html(pages.page(context, stored.subscription(), stored.secrets()));
      }
    } catch (QuerySyntaxException | BadParameterException | ConflictResponse e) {
      context
          .status(e instanceof ConflictResponse ? 409 : 400)
          .html(Pages.watchForm(WatchForms.again(context, before, e)));
    }
  }

  private void change(Context context) {
    String id = value(context, "id");
    Subscriptions subscriptions = desk.store().subscriptions();
    String change = value(context, "change");
    boolean done =
        switch (change) {
          case "pause" -> subscriptions.pause(id);
          case "resume" -> subscriptions.resume(id);
          case "mute" -> subscriptions.mute(id, MuteTime.after(value(context, "for"), desk.now()));
          case "remove" -> subscriptions.remove(id);
          default ->
              throw new BadParameterException(
                  "change \"" + change + "\": expected pause, resume, mute or remove", null);
        };
    if (!done) {
      throw AlertDesk.noSubscription();
    }
    see(
        context,
        change.equals("remove")
            ? AlertAddress.HOME
            : AlertAddress.of(AlertAddress.SUBSCRIPTION, id));
  }

  private void retry(Context context) {
    String alert = desk.alert(value(context, "id")).filed().alert().id();
    desk.retry(alert, value(context, "channel"));
    see(context, AlertAddress.of(AlertAddress.ALERT, alert));
  }

  private void logIn(Context context) {
    SameOrigin.require(context);
    String to = local(context.formParam("to"));
    if (access.logIn(context, context.formParam("token"))) {
      see(context, to);
    } else {
      context
          .status(HttpStatus.UNAUTHORIZED)
          .html(Pages.login(to, "The token is not known here, or was revoked."));
    }
  }

  private void logOut(Context context) {
    SameOrigin.require(context);
    access.logOut(context);
    see(context, AlertAddress.LOGIN);
  }

  /** Only a page about alerts: a login must not lead elsewhere. */
  private static String local(@Nullable String to) {
    boolean ours =
        to != null
            && to.startsWith(AlertAddress.HOME)
            && to.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
    return ours ? to : AlertAddress.HOME;
  }

  private static void see(Context context, String address) {
    context.redirect(address, HttpStatus.SEE_OTHER);
  }
}
