package io.chipwire.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds when an article was published and last changed: JSON-LD, meta tags, microdata, a date line
 * near the headline, {@code <time>}, the URL, the last change; in this order. A date line that
 * readers see outweighs a declared date that it contradicts; see {@link DateLine#outweighs}.
 *
 * @param published when it was published, or null
 * @param offset distance from UTC that the page gave with it, such as {@code -07:00}; null for UTC
 * @param modified when it was last changed, or null
 */
record Dating(@Nullable Instant published, @Nullable String offset, @Nullable Instant modified) {

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
    "published",
    "published-date",
    "published_date",
    "w-published-date",
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
    DateLine shown = DateLine.near(outline, title, monthFirst);
    if (shown != null && (published == null || shown.outweighs(published, modified))) {
      published = shown.moment();
    }
    published = shown == null || shown.update() ? published : better(published, shown.moment());
    if (published == null) {
      published = anywhere(declared, monthFirst);
    }
    if (published == null) {
      published = inUrl(url);
    }
    if (published == null) {
      published = modified;
    }
    return new Dating(
        published == null ? null : published.instant(),
        published == null || published.offset().equals(ZoneOffset.UTC)
            ? null
            : published.offset().getId(),
        modified == null ? null : modified.instant());
  }

  /** The first found, unless a later one gives the time of the same day and the first does not. */
  private static @Nullable Moment better(@Nullable Moment first, @Nullable Moment later) {
    return first == null || later != null && later.timesDayOf(first) ? later : first;
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
    for (Element element : declared.landmarks().property(property)) {
      String told =
          element.hasAttr("datetime")
              ? element.attr("datetime")
              : element.hasAttr("content") ? element.attr("content") : ShortText.of(element);
      Moment moment = DateText.parse(told, monthFirst);
      if (moment != null) {
        return moment;
      }
    }
    return null;
  }

  /** The first date in a {@code <time>} of the page. */
  private static @Nullable Moment anywhere(Declared declared, boolean monthFirst) {
    for (Element time : declared.landmarks().times()) {
      Moment moment =
          DateText.parse(
              time.hasAttr("datetime") ? time.attr("datetime") : ShortText.of(time), monthFirst);
      if (moment != null) {
        return moment;
      }
    }
    return null;
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
