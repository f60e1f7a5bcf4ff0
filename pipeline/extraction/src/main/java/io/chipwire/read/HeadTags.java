package io.chipwire.read;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The page's meta tags, by lower-case {@code property}, {@code name}, {@code itemprop} or {@code
 * http-equiv}; the first of a name counts. Immutable.
 */
final class HeadTags {

  /** What of a value is kept, in characters. */
  private static final int LONGEST = 4_000;

  private final Map<String, String> values;

  private HeadTags(Map<String, String> values) {
    this.values = values;
  }

  /** Reads meta tags. */
  static HeadTags of(List<Element> metas) {
    Map<String, String> values = new HashMap<>();
    for (Element meta : metas) {
      String content = meta.hasAttr("content") ? meta.attr("content") : meta.attr("value");
      if (!content.isBlank()) {
        for (String key : new String[] {"property", "name", "itemprop", "http-equiv"}) {
          String name = meta.attr(key).strip().toLowerCase(Locale.ROOT);
          if (!name.isEmpty()) {
            values.putIfAbsent(name, content.substring(0, Math.min(content.length(), LONGEST)));
          }
        }
      }
    }
    return new HeadTags(values);
  }

  /** The first of these that the page has, normalised, or null. */
  @Nullable String first(String... names) {
    for (String name : names) {
      String value = values.get(name);
      if (value != null) {
        String line = Entities.line(value);
        if (!line.isEmpty()) {
          return line;
        }
      }
    }
    return null;
  }
}
