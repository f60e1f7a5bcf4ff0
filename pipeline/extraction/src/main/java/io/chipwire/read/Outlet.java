package io.chipwire.read;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the name of the outlet that published a page. Stateless. */
final class Outlet {

  private static final Set<String> SITES = Set.of("website");
  private static final int MAX_LENGTH = 80;

  private Outlet() {}

  /**
   * The outlet's name: declared, or the part of the page's title that is not the headline, or the
   * host as the page spells it, or the bare host; null if even that is unknown.
   */
  static @Nullable String of(Declared declared, Outline outline, @Nullable String url) {
    List<@Nullable String> names = new ArrayList<>();
    names.add(declared.head().first("og:site_name"));
    names.addAll(declared.linked().names(declared.linked().article(), "publisher"));
    names.add(LinkedData.text(declared.linked().first(SITES), "name"));
    names.add(microdata(declared));
    names.add(inTitle(declared));
    names.add(
        declared
            .head()
            .first("application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher"));
    for (String name : names) {
      if (name != null && !name.isBlank() && name.length() <= MAX_LENGTH && !name.contains("://")) {
        return name;
      }
    }
    String host = host(url);
    if (host == null) {
      return null;
    }
    String spelled = SpelledHost.in(declared.page().title(), outline.blocks(), host);
    return spelled == null ? host : spelled;
  }

  private static @Nullable String microdata(Declared declared) {
    List<Element> publishers = declared.landmarks().property("publisher");
    if (publishers.isEmpty()) {
      return null;
    }
    Element publisher = publishers.getFirst();
    Element name = publisher.selectFirst("[itemprop=name]");
    Element told = name == null ? publisher : name;
    String text =
        PlainText.line(told.hasAttr("content") ? told.attr("content") : ShortText.of(told));
    return text.isEmpty() ? null : text;
  }

  private static @Nullable String inTitle(Declared declared) {
    List<String> headlines = new ArrayList<>();
    String linked = LinkedData.text(declared.linked().article(), "headline");
    if (linked != null) {
      headlines.add(linked);
    }
    String og = declared.head().first("og:title");
    if (og != null) {
      headlines.add(og);
    }
    for (Element heading : declared.landmarks().headings()) {
      headlines.add(ShortText.of(heading));
    }
    headlines.removeIf(String::isBlank);
    return Headline.siteIn(PlainText.line(declared.page().title()), headlines);
  }

  private static @Nullable String host(@Nullable String url) {
    if (url == null) {
      return null;
    }
    String host = URI.create(url).getHost();
    return host == null ? null : host.startsWith("www.") ? host.substring(4) : host;
  }
}
