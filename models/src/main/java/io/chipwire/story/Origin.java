package io.chipwire.story;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who states something on his own account: an outlet, with the text that says so. Two articles have
 * the same origin if they are of the same outlet, by its name or site, or if one is a copy of the
 * other, whichever outlets print them. Outlets that are not known count as one.
 *
 * @param publisher the outlet's name, or null
 * @param site see {@link #site}, or null
 * @param text of the article; null for a short text, of which no copies can be told
 */
public record Origin(
    @Nullable String publisher, @Nullable String site, @Nullable Fingerprint text) {

  /** Host, without {@code www}, and port if it is said, of an address; null where it has none. */
  public static @Nullable String site(@Nullable String url) {
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

  /** The first of each that are the same, in their order. */
  public static List<Origin> independent(List<Origin> all) {
    List<Origin> independent = new ArrayList<>();
    for (Origin origin : all) {
      if (independent.stream().noneMatch(origin::isSame)) {
        independent.add(origin);
      }
    }
    return independent;
  }

  /** What to call it. */
  public String name() {
    if (publisher != null) {
      return publisher;
    }
    return site == null ? "an unknown outlet" : site;
  }

  /** Whether both go back to one. */
  public boolean isSame(Origin other) {
    boolean bothUnknown =
        publisher == null && site == null && other.publisher == null && other.site == null;
    return bothUnknown
        || (publisher != null && publisher.equalsIgnoreCase(other.publisher))
        || (site != null && site.equals(other.site))
        || (text != null && other.text != null && text.isCopyOf(other.text));
  }
}
