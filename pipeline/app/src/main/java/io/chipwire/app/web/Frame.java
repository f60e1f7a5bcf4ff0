package io.chipwire.app.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What all pages about a query have in common; texts are raw, the templates escape them.
 *
 * @param tab which of them it is
 * @param query as typed
 * @param summary how much there is, and how old
 * @param empty whether that is nothing
 * @param problem why there is no answer, or null
 */
public record Frame(
    Tab tab, String query, String summary, boolean empty, @Nullable String problem) {

  /** A way to look at what a query finds. */
  public enum Tab {
    /** One by one. */
    ARTICLES("/", "articles"),
    /** Figures over their periods. */
    SERIES("/series", "figures"),
    /** Commitments, each once. */
    LEDGER("/ledger", "commitments"),
    /** Where sources differ. */
    CONFLICTS("/conflicts", "figures");

    private final String path;
    private final String exported;

    Tab(String path, String exported) {
      this.path = path;
      this.exported = exported;
    }

    /** Where its page is. */
    public String path() {
      return path;
    }

    /** Its name as a link. */
    public String label() {
      return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
  }

  /** Address of the same query in another tab. */
  public String in(Tab other) {
    return other.path() + (query.isBlank() ? "" : "?q=" + encoded(query));
  }

  /** Says which tab a link leads to is the one that is open. */
  public @Nullable String current(Tab other) {
    return tab == other ? "page" : null;
  }

  /** Address of what was found, as a file. */
  public String export(String format) {
    return "/api/v1/export?of="
        + tab.exported
        + "&format="
        + format
        + (query.isBlank() ? "" : "&q=" + encoded(query));
  }

  /** The command that watches for more of the same, for a shell. */
  public String watchCommand() {
    return "chipwire watch add NAME '" + query.strip().replace("'", "'\\''") + "'";
  }

  /** Address of the form for a subscription to the same query. */
  public String watchAddress() {
    return AlertAddress.NEW + "?q=" + encoded(query.strip());
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
