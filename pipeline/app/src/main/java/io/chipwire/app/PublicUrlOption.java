package io.chipwire.app;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where readers reach the pages of {@code chipwire serve}. */
final class PublicUrlOption {

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description =
          "Where readers reach chipwire serve, such as https://alerts.example.org, for links in"
              + " mails and feeds (default: CHIPWIRE_PUBLIC_URL).")
  private @Nullable String url;

  /** It, without a slash in the end; null if none was named. */
  @Nullable URI of(Terminal terminal) {
    String text = url == null ? terminal.environment().get("CHIPWIRE_PUBLIC_URL") : url;
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      URI uri = new URI(text.replaceFirst("/+$", ""));
      boolean http = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (http && uri.getHost() != null && uri.getRawQuery() == null && uri.getFragment() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // said below
    }
    throw new UsageException("public URL \"" + text + "\": expected https://HOST[:PORT][/PATH]");
  }
}
