package io.chipwire.app.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what a page from elsewhere has a browser send here (cross-site request forgery). Browsers
 * say where a request comes from, in {@code Sec-Fetch-Site} or {@code Origin}, and no page can keep
 * them from it. A program says neither; it must send JSON or nothing, which no page can have sent
 * here without being asked first.
 */
final class SameOrigin {

  private SameOrigin() {}

  static void require(Context context) {
    String refusal =
        refusal(
            context.header("Sec-Fetch-Site"),
            context.header("Origin"),
            context.header("Host"),
            context.contentType());
    if (refusal != null) {
      throw new ForbiddenResponse(refusal);
    }
  }

  /** Why a request is not let in, or null. */
  static @Nullable String refusal(
      @Nullable String site,
      @Nullable String origin,
      @Nullable String host,
      @Nullable String contentType) {
    if (site != null) {
      return site.equals("same-origin") || site.equals("none")
          ? null
          : "Sec-Fetch-Site \"" + site + "\": expected a request from a page of this server";
    }
    if (origin != null) {
      boolean ours =
          host != null && (origin.equals("http://" + host) || origin.equals("https://" + host));
      return ours ? null : "Origin \"" + origin + "\": expected this server's";
    }
    if (contentType == null || isJson(contentType)) {
      return null;
    }
    return "Content-Type \"" + contentType + "\" without Origin: expected application/json";
  }

  static boolean isJson(String contentType) {
    return contentType
        .split(";", -1)[0]
        .strip()
        .toLowerCase(Locale.ROOT)
        .equals("application/json");
  }
}
