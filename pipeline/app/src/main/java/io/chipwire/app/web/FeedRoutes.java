package io.chipwire.app.web;

import io.chipwire.notify.FeedDocument;
import io.chipwire.store.Feeds;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** A subscription's alerts as Atom and JSON Feed, for who knows its secret. */
final class FeedRoutes {

  private static final int ALERTS = 50;

  /** No secret is longer. */
  private static final int LONGEST_SECRET = 64;

  private static final int TAG_BYTES = 16;

  private final Published published;
  private final Doors doors;

  FeedRoutes(Published published, Doors doors) {
    this.published = published;
    this.doors = doors;
  }

  void define(RoutesConfig routes) {
    routes.get(
        "/feeds/{secret}.atom",
        doors.question(
            context -> answer(context, "application/atom+xml; charset=utf-8", FeedDocument::atom)));
    routes.get(
        "/feeds/{secret}.json",
        doors.question(context -> answer(context, "application/feed+json", FeedDocument::json)));
  }

  private void answer(Context context, String type, Function<FeedDocument, byte[]> form) {
    String secret = context.pathParam("secret");
    Optional<Feeds.Told> told =
        secret.length() > LONGEST_SECRET
            ? Optional.empty()
            : published.store().feeds().read(secret, ALERTS);
    if (told.isEmpty()) {
      Problems.send(context, 404, "No such feed", "its address may have been changed");
      return;
    }
    byte[] body =
        form.apply(
            new FeedDocument(
                told.get().subscription(),
                told.get().alerts(),
                base(context) + "/feeds/" + secret));
    String tag = tag(body);
    context
        .header("ETag", tag)
        .header("Cache-Control", "private, no-cache")
        .header("X-Robots-Tag", "noindex");
    if (Revalidation.holds(context.header("If-None-Match"), tag)) {
      context.status(304);
    } else {
      context.contentType(type).result(body);
    }
  }

  private String base(Context context) {
    URI url = published.publicUrl();
    return url == null
        ? context.scheme() + "://" + Objects.requireNonNullElse(context.host(), "localhost")
        : url.toString();
  }

  /** Weak, as the body may be compressed on its way. */
  private static String tag(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return "W/\"" + HexFormat.of().formatHex(Arrays.copyOf(hash, TAG_BYTES)) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
