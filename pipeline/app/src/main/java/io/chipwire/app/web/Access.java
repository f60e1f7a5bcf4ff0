package io.chipwire.app.web;

import io.chipwire.store.ApiToken;
import io.chipwire.store.ApiTokens;
import io.chipwire.store.TokenScope;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import io.javalin.http.UnauthorizedResponse;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who may look at alerts or change them: by a token in {@code Authorization: Bearer} (RFC
 * 6750), or in the cookie that the login sets. Until the first token is made an open server lets
 * everybody in. Whatever changes something must come from a page of this server, or from no page at
 * all. Thread-safe.
 */
final class Access {

  private static final String COOKIE = "chipwire-token";
  private static final String BEARER = "Bearer ";
  private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);

  private final ApiTokens tokens;
  private final boolean open;
  private final boolean behindTls;

  /**
   * A guard.
   *
   * @param behindTls whether people come by https, though this server may not see it
   */
  Access(ApiTokens tokens, boolean open, boolean behindTls) {
    this.tokens = tokens;
    this.open = open;
    this.behindTls = behindTls;
  }

  /** For programs: who is not let in is told so. */
  Handler guard(TokenScope scope, Handler handler) {
    return context -> {
      admit(context, scope);
      handler.handle(context);
    };
  }

  /** For people: who is not let in is shown the login. */
  Handler page(TokenScope scope, Handler handler) {
    return context -> {
      try {
        admit(context, scope);
      } catch (UnauthorizedResponse e) {
        boolean reading = READING.contains(context.method());
        String query = context.queryString();
        String to =
            reading ? context.path() + (query == null ? "" : "?" + query) : AlertAddress.HOME;
        context.redirect(AlertAddress.LOGIN + "?to=" + Frame.encoded(to), HttpStatus.SEE_OTHER);
        return;
      }
      handler.handle(context);
    };
  }

  private void admit(Context context, TokenScope scope) {
    if (!READING.contains(context.method())) {
      SameOrigin.require(context);
    }
    String secret = secret(context);
    if (secret == null && isOpen()) {
      return;
    }
    Optional<ApiToken> token = secret == null ? Optional.empty() : tokens.use(secret);
    if (token.isEmpty()) {
      context.header("WWW-Authenticate", "Bearer realm=\"chipwire\"");
      throw new UnauthorizedResponse(
          secret == null
              ? "alerts: expected a token, as Authorization: Bearer; `chipwire token create` makes"
                  + " one"
              : "alerts: the token is not known here, or was revoked");
    }
    if (!token.get().scope().allows(scope)) {
      throw new ForbiddenResponse(
          "alerts: the token may %s, expected one that may %s"
              .formatted(token.get().scope().label(), scope.label()));
    }
  }

  /** Says, whenever it is asked, whether who was let in would be let in still. */
  BooleanSupplier stillAdmits(Context context) {
    String secret = secret(context);
    return () -> secret == null ? isOpen() : tokens.use(secret).isPresent();
  }

  private boolean isOpen() {
    return open && !tokens.everMade();
  }

  /** The token that is shown, if any; what is shown in another way than we know is none of ours. */
  private static @Nullable String secret(Context context) {
    String header = context.header("Authorization");
    if (header == null) {
      return context.cookie(COOKIE);
    }
    return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? header.substring(BEARER.length()).strip()
        : header;
  }

  /** Remembers a token in the browser until it is closed; false if it is none. */
  boolean logIn(Context context, @Nullable String secret) {
    if (secret == null || tokens.use(secret.strip()).isEmpty()) {
      return false;
    }
    context.cookie(cookie(context, secret.strip(), -1));
    return true;
  }

  /** Forgets it. */
  void logOut(Context context) {
    context.cookie(cookie(context, "", 0));
  }

  /** Whether the browser holds a token. */
  static boolean isLoggedIn(Context context) {
    return context.cookie(COOKIE) != null;
  }

  private Cookie cookie(Context context, String value, int maxAge) {
    boolean secure = behindTls || context.scheme().equals("https");
    return new Cookie(COOKIE, value, "/", maxAge, secure, true, null, SameSite.STRICT);
  }
}
