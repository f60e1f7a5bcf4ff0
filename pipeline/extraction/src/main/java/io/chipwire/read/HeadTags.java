package io.chipwire.read;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The page's meta tags, by lower-case {@code property}, {@code name}, {@code itemprop} or {@code
 * http-equiv}; the first of a name counts. Immutable.
 */
final class HeadTags {

  private final Map<String, String> values;

  private HeadTags(Map<String, String> values) {
    this.values = values;
  }

  /** Reads the meta tags wherever they stand: pages put them into the body too. */
  static HeadTags of(Document page) {
    Map<String, String> values = new HashMap<>();
    for (Element meta : page.getElementsByTag("meta")) {
      String content = meta.hasAttr("content") ? meta.attr("content") : meta.attr("value");
      if (!content.isBlank()) {
        for (String key : new String[] {"property", "name", "itemprop", "http-equiv"}) {
          String name = meta.attr(key).strip().toLowerCase(Locale.ROOT);
          if (!name.isEmpty()) {
            values.putIfAbsent(name, content);
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
