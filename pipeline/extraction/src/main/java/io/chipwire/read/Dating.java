package io.chipwire.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds when an article was published and last changed: JSON-LD, meta tags, microdata, {@code
 * <time>}, a date line near the headline, the URL; in this order.
 *
 * @param published when it was published, or null
 * @param modified when it was last changed, or null
 */
record Dating(@Nullable Instant published, @Nullable Instant modified) {

  private static final String[] PUBLISHED = {
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "publish-date",
    "publish_date",
    "publishdate",
    "published_time",
    "publication_date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.issued",
    "dcterms.date",
    "dc.date",
    "dc.date.created",
    "date",
    "originalpublicationdate",
    "article_date_original",
    "article:published",
    "published_at",
    "created",
    "displaydate",
    "citation_publication_date",
    "citation_online_date",
    "release_date",
    "issue_date",
    "cse_article_date",
    "rbpubdate"
  };
  private static final String[] MODIFIED = {
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "dcterms.modified",
    "dc.date.modified",
    "lastmod",
    "revision_date",
    "updated_time"
  };

  private static final Pattern IN_URL =
      Pattern.compile(
          "/((?:19|20)\\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\\d|3[01])(?=[/\\-_.?]|$|\\d{4,})");

  private static final Set<String> PAGES = Set.of("webpage", "website");

  /** How many blocks around the headline are searched for a date line. */
  private static final int NEAR = 14;

  /** Longest line that is a date line, in characters. */
  private static final int MAX_LINE = 140;

  static Dating of(
      Declared declared, Outline outline, @Nullable String title, @Nullable String url) {
    boolean monthFirst = isAmerican(declared.languageTag());
    JsonNode article = declared.linked().article();
    Moment published =
        firstOf(
            monthFirst,
            LinkedData.text(article, "datePublished"),
            LinkedData.text(article, "dateCreated"));
    Moment modified = firstOf(monthFirst, LinkedData.text(article, "dateModified"));
    for (String name : PUBLISHED) {
      published = better(published, DateText.parse(declared.head().first(name), monthFirst));
    }
    modified = modified != null ? modified : firstOf(monthFirst, first(declared.head(), MODIFIED));
    published = better(published, microdata(declared, "datePublished", monthFirst));
    modified = modified != null ? modified : microdata(declared, "dateModified", monthFirst);
    JsonNode page = declared.linked().first(PAGES);
    published = better(published, firstOf(monthFirst, LinkedData.text(page, "datePublished")));
    if (published == null) {
      published = shown(declared, outline, title, monthFirst);
    }
    if (published == null) {
      published = inUrl(url);
    }
    return new Dating(
        published == null ? null : published.instant(),
        modified == null ? null : modified.instant());
  }

  /** The first found, unless a later one says the same day with a time and the first has none. */
  private static @Nullable Moment better(@Nullable Moment first, @Nullable Moment later) {
    return first == null ? later : first;
  }

  private static @Nullable Moment firstOf(boolean monthFirst, @Nullable String... texts) {
    for (String text : texts) {
      Moment moment = DateText.parse(text, monthFirst);
      if (moment != null) {
        return moment;
      }
    }
    return null;
  }

  private static @Nullable String first(HeadTags head, String[] names) {
    return head.first(names);
  }

  private static @Nullable Moment microdata(
      Declared declared, String property, boolean monthFirst) {
    for (Element element : declared.page().select("[itemprop=" + property + "]")) {
      String told =
          element.hasAttr("datetime")
              ? element.attr("datetime")
              : element.hasAttr("content") ? element.attr("content") : element.text();
      Moment moment = DateText.parse(told, monthFirst);
      if (moment != null) {
        return moment;
      }
    }
    return null;
  }

  /** The first date in a {@code <time>} or a short line near the headline. */
  private static @Nullable Moment shown(
      Declared declared, Outline outline, @Nullable String title, boolean monthFirst) {
    List<Block> blocks = outline.blocks();
    int headline = 0;
    for (Block block : blocks) {
      if (block.level() == 1 || title != null && block.text().equalsIgnoreCase(title)) {
        headline = block.index();
        break;
      }
    }
    for (int distance = 0; distance <= NEAR; distance++) {
      int below = headline + distance;
      if (below < blocks.size()) {
        Moment moment = inLine(blocks.get(below), monthFirst);
        if (moment != null) {
          return moment;
        }
      }
      int above = headline - distance;
      if (distance > 0 && distance < 4 && above >= 0) {
        Moment moment = inLine(blocks.get(above), monthFirst);
        if (moment != null) {
          return moment;
        }
      }
    }
    for (Element time : declared.page().getElementsByTag("time")) {
      Moment moment =
          DateText.parse(
              time.hasAttr("datetime") ? time.attr("datetime") : time.text(), monthFirst);
      if (moment != null) {
        return moment;
      }
    }
    return null;
  }

  private static @Nullable Moment inLine(Block block, boolean monthFirst) {
    for (Element time : block.region().element().getElementsByTag("time")) {
      Moment moment = DateText.parse(time.attr("datetime"), monthFirst);
      if (moment != null) {
        return moment;
      }
    }
    return block.text().length() <= MAX_LINE ? DateText.parse(block.text(), monthFirst) : null;
  }

  private static @Nullable Moment inUrl(@Nullable String url) {
    if (url == null) {
      return null;
    }
    Matcher m = IN_URL.matcher(url);
    return m.find() ? DateText.parse(m.group(1) + "-" + m.group(2) + "-" + m.group(3), true) : null;
  }

  /** Whether dates in this language put the month first. */
  private static boolean isAmerican(@Nullable String tag) {
    if (tag == null) {
      return true;
    }
    String t = tag.toLowerCase(Locale.ROOT).replace('_', '-');
    return t.equals("en") || t.startsWith("en-us");
  }
}
