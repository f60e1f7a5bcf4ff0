package io.chipwire.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads addresses as the web writes them. Stateless. */
public final class WebAddress {

  /** Longer ones are refused: no browser bar takes them, and they identify nothing. */
  public static final int MAX_LENGTH = 2_048;

  private WebAddress() {}

  /**
   * An absolute http or https address without fragment, in ASCII; empty for everything else, also
   * for one with a user name in it.
   *
   * @param base what a relative address refers to; null if it must be absolute
   */
  public static Optional<URI> parse(String text, @Nullable URI base) {
    String stripped = text.strip().replace(" ", "%20");
    if (stripped.isEmpty() || stripped.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(stripped);
      URI absolute = uri.isAbsolute() || base == null ? uri : base.resolve(uri);
      String scheme = String.valueOf(absolute.getScheme()).toLowerCase(Locale.ROOT);
      if (absolute.getHost() == null
          || absolute.getRawUserInfo() != null
          || absolute.getPort() == 0
          || absolute.getPort() > 65_535
          || !scheme.equals("http") && !scheme.equals("https")) {
        return Optional.empty();
      }
      return Optional.of(
          URI.create(
              new URI(
                      scheme
                          + "://"
                          + authority(absolute)
                          + path(absolute)
                          + (absolute.getRawQuery() == null ? "" : "?" + absolute.getRawQuery()))
                  .toASCIIString()));
    } catch (URISyntaxException | IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  private static String authority(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return uri.getPort() < 0 ? host : host + ":" + uri.getPort();
  }

  private static String path(URI uri) {
    return uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
  }

  /**
   * Scheme, host and port (RFC 6454), of which each is asked at its own pace, such as {@code
   * https://example.com:443}.
   */
  public static String origin(URI uri) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
    return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
  }
}
