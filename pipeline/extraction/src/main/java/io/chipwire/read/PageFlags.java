package io.chipwire.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.chipwire.article.PageFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a page declares about itself besides its metadata. Stateless. */
final class PageFlags {

  private static final Set<String> LIVE_BLOG = Set.of("liveblogposting");

  private PageFlags() {}

  static List<PageFlag> of(Declared declared) {
    List<PageFlag> flags = new ArrayList<>();
    JsonNode article = declared.linked().article();
    String free = LinkedData.text(article, "isAccessibleForFree");
    String tier = declared.head().first("article:content_tier");
    if ("false".equalsIgnoreCase(free)
        || "locked".equalsIgnoreCase(tier)
        || "metered".equalsIgnoreCase(tier)) {
      flags.add(PageFlag.PAYWALL);
    }
    if (declared.linked().has(LIVE_BLOG)) {
      flags.add(PageFlag.LIVE_BLOG);
    }
    String robots =
        lower(declared.head().first("robots")) + "," + lower(declared.head().first("googlebot"));
    if (robots.contains("noindex") || robots.matches("(?:.*[,\\s])?none(?:[,\\s].*)?")) {
      flags.add(PageFlag.NO_INDEX);
    }
    if (robots.contains("noai") || "1".equals(declared.head().first("tdm-reservation"))) {
      flags.add(PageFlag.NO_AI);
    }
    return flags;
  }

  private static String lower(String value) {
    return value == null ? "" : value.toLowerCase(Locale.ROOT);
  }
}
