package io.chipwire.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.chipwire.article.PageFlag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What a page declares about itself besides its metadata. Stateless. */
final class PageFlags {

  private static final Set<String> LIVE_BLOG = Set.of("liveblogposting");

  /** Names of the tags that speak to us: to all robots, to ours, or to those that index. */
  private static final Set<String> ROBOTS = Set.of("robots", "chipwire", "googlebot");

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
    Set<String> robots = robots(declared.landmarks().metas());
    if (robots.contains("noindex") || robots.contains("none")) {
      flags.add(PageFlag.NO_INDEX);
    }
    if (robots.contains("noai") || "1".equals(declared.head().first("tdm-reservation"))) {
      flags.add(PageFlag.NO_AI);
    }
    return flags;
  }

  /** What all robots tags say together; of several, each forbids. */
  private static Set<String> robots(List<Element> metas) {
    Set<String> rules = new HashSet<>();
    for (Element meta : metas) {
      if (ROBOTS.contains(meta.attr("name").strip().toLowerCase(Locale.ROOT))) {
        String content = meta.attr("content").toLowerCase(Locale.ROOT);
        rules.addAll(List.of(content.split("[\\s,]+")));
      }
    }
    return rules;
  }
}
