package io.chipwire.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the headline, without the name of the site. Stateless. */
final class Headline {

  private static final Pattern SEPARATOR =
      Pattern.compile("\\s+(?:[|\\-–—:·•»«›/~]|::|&gt;|\\|\\|)\\s+|\\s*[|｜]\\s*|\\s*::\\s*");

  private static final int MAX_LENGTH = 400;

  private Headline() {}

  /**
   * The headline, or null if the page has none.
   *
   * @param outline what the page shows
   * @param site the site's name, if known
   */
  static @Nullable String of(Declared declared, Outline outline, @Nullable String site) {
    String pageTitle = PlainText.line(declared.page().title());
    List<String> shown = shown(declared);
    List<String> told = new ArrayList<>();
    add(told, LinkedData.text(declared.linked().article(), "headline"));
    add(told, declared.head().first("og:title"));
    add(
        told,
        declared
            .head()
            .first(
                "twitter:title",
                "dc.title",
                "parsely-title",
                "sailthru.title",
                "title",
                "headline"));
    for (String heading : shown) {
      if (contains(pageTitle, heading) || told.stream().anyMatch(t -> contains(t, heading))) {
        return heading;
      }
    }
    for (String title : told) {
      return withoutSite(title, site);
    }
    if (shown.size() == 1) {
      return shown.get(0);
    }
    if (BareHeadline.namesKindOnly(pageTitle)) {
      return BareHeadline.in(outline.blocks());
    }
    return pageTitle.isEmpty() ? null : withoutSite(pageTitle, site);
  }

  private static List<String> shown(Declared declared) {
    List<String> shown = new ArrayList<>();
    for (Element heading : declared.landmarks().headlines()) {
      String text =
          heading.hasAttr("content")
              ? PlainText.line(heading.attr("content"))
              : ShortText.of(heading);
      if (text.length() > 3 && text.length() <= MAX_LENGTH && !shown.contains(text)) {
        shown.add(text);
      }
    }
    return shown;
  }

  private static void add(List<String> titles, @Nullable String title) {
    if (title != null && title.length() <= MAX_LENGTH) {
      titles.add(title);
    }
  }

  private static boolean contains(String title, String heading) {
    String whole = PlainText.letters(title);
    String part = PlainText.letters(heading);
    return !part.isEmpty() && whole.contains(part) && part.length() * 3 >= whole.length();
  }

  /** Cuts the site's name from either end of a title. */
  static String withoutSite(String title, @Nullable String site) {
    int colon = title.indexOf(": ");
    if (site != null && colon > 0 && sameName(title.substring(0, colon), site)) {
      return title.substring(colon + 2);
    }
    Matcher m = SEPARATOR.matcher(title);
    int firstEnd = -1;
    int firstStart = -1;
    int lastStart = -1;
    int lastEnd = -1;
    while (m.find()) {
      if (firstStart < 0) {
        firstStart = m.start();
        firstEnd = m.end();
      }
      lastStart = m.start();
      lastEnd = m.end();
    }
    if (lastStart <= 0) {
      return title;
    }
    String tail = title.substring(lastEnd);
    String head = title.substring(0, firstStart);
    if (site != null && sameName(tail, site)) {
      return title.substring(0, lastStart);
    }
    if (site != null && sameName(head, site)) {
      return title.substring(firstEnd);
    }
    boolean bar =
        title.substring(lastStart, lastEnd).contains("|")
            || title.substring(lastStart, lastEnd).contains("::");
    int words = tail.split(" ").length;
    boolean looksLikeName = words <= 4 && Character.isUpperCase(tail.codePointAt(0));
    return site == null && (bar || looksLikeName) && lastStart > tail.length()
        ? title.substring(0, lastStart)
        : title;
  }

  /** The part of a page's title that names the site: what it has over the headline. */
  static @Nullable String siteIn(String pageTitle, List<String> headlines) {
    for (String headline : headlines) {
      if (pageTitle.length() > headline.length() && pageTitle.startsWith(headline)) {
        Matcher m = SEPARATOR.matcher(pageTitle);
        if (m.find(headline.length()) && m.start() == headline.length()) {
          String rest = pageTitle.substring(m.end());
          Matcher more = SEPARATOR.matcher(rest);
          int cut = -1;
          while (more.find()) {
            cut = more.end();
          }
          return cut < 0 ? rest : rest.substring(cut);
        }
      } else if (pageTitle.endsWith(headline)) {
        Matcher m = SEPARATOR.matcher(pageTitle);
        if (m.find() && m.end() == pageTitle.length() - headline.length()) {
          return pageTitle.substring(0, m.start());
        }
      }
    }
    return null;
  }

  private static boolean sameName(String part, String site) {
    String a = PlainText.letters(part);
    String b = PlainText.letters(site);
    return !a.isEmpty() && (a.equals(b) || a.startsWith(b) || b.startsWith(a) && a.length() > 3);
  }
}
