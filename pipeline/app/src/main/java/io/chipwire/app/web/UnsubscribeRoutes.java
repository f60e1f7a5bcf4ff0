package io.chipwire.app.web;

import io.chipwire.store.Channels;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/**
 * Ends mails for who has the secret that stands in each of them. Only a POST does: programs that
 * look at mails follow their links (RFC 8058, section 3).
 */
final class UnsubscribeRoutes {

  private static final String PATH = "/unsubscribe/{secret}";

  private final Channels channels;
  private final Doors doors;

  UnsubscribeRoutes(Published published, Doors doors) {
    this.channels = published.store().channels();
    this.doors = doors;
  }

  void define(RoutesConfig routes) {
    routes.get(PATH, doors.question(this::ask));
    routes.post(PATH, doors.question(this::end));
  }

  private void ask(Context context) {
    channels
        .mailedWith(context.pathParam("secret"))
        .ifPresentOrElse(
            subscription -> context.html(Pages.unsubscribe(subscription.name())),
            () -> unknown(context));
    context.header("Cache-Control", "no-store");
  }

  private void end(Context context) {
    if (channels.unsubscribe(context.pathParam("secret"))) {
      context.html(Pages.problem("No more mails", "You get no more mails of this subscription."));
    } else {
      unknown(context);
    }
  }

  private static void unknown(Context context) {
    Problems.send(context, 404, "No such subscription", "it may have been taken out meanwhile");
  }
}
