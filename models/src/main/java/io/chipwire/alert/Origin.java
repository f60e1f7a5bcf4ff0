package io.chipwire.alert;

import io.chipwire.story.Fingerprint;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who states something on his own account: an outlet, with the text that says so. Two articles have
 * the same origin if they are of the same outlet, by its name or site, or if one is a near copy of
 * the other, whichever outlets print them. Outlets that are not known count as one.
 *
 * @param publisher the outlet's name, or null
 * @param site host, and port if it is said, of the article's address, or null
 * @param story see {@link Alert#story}
 */
public record Origin(@Nullable String publisher, @Nullable String site, @Nullable String story) {

  /** That of an alert's article. */
  public static Origin of(Alert alert) {
    return new Origin(alert.publisher(), site(alert.url()), alert.story());
  }

  /** What to call it. */
  public String name() {
    if (publisher != null) {
      return publisher;
    }
    return site == null ? "an unknown outlet" : site;
  }

  /** Whether both go back to one. */
  boolean isSame(Origin other) {
    if (isUnknown() && other.isUnknown()) {
      return true;
    }
    return (publisher != null && publisher.equalsIgnoreCase(other.publisher))
        || (site != null && site.equals(other.site))
        || isCopy(other);
  }

  private boolean isUnknown() {
    return publisher == null && site == null;
  }

  private boolean isCopy(Origin other) {
    return story != null
        && other.story != null
        && (story.equals(other.story)
            || Fingerprint.ofBase64(story).isCopyOf(Fingerprint.ofBase64(other.story)));
  }

  private static @Nullable String site(@Nullable String url) {
    if (url == null) {
      return null;
    }
    try {
      String authority = new URI(url).getRawAuthority();
      return authority == null
          ? null
          : authority.toLowerCase(Locale.ROOT).replaceFirst("^.*@", "").replaceFirst("^www\\.", "");
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
