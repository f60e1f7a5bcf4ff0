package io.chipwire.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * The elements that tell something about the page, gathered by one walk over the tree, in reading
 * order. Of each kind only the first {@value #MOST} are kept, of meta tags and scripts the first
 * {@value #MOST_DECLARING}. Confined to the thread that reads the page.
 */
final class Landmarks {

  /** Most elements of a kind; no article has more headlines or authors that count. */
  private static final int MOST = 64;

  private static final int MOST_DECLARING = 1_024;

  private static final List<String> BYLINES =
      List.of("byline", "author", "article-author", "author-name");

  private final List<Element> metas = new ArrayList<>();
  private final List<Element> scripts = new ArrayList<>();
  private final List<Element> canonicals = new ArrayList<>();
  private final List<Element> headings = new ArrayList<>();
  private final List<Element> headlines = new ArrayList<>();
  private final List<Element> authors = new ArrayList<>();
  private final List<Element> bylines = new ArrayList<>();
  private final List<Element> times = new ArrayList<>();
  private final Map<String, List<Element>> properties = new HashMap<>();

  private Landmarks() {}

  static Landmarks of(Document page) {
    Landmarks landmarks = new Landmarks();
    landmarks.walk(page);
    return landmarks;
  }

  /** The meta tags, wherever they stand: pages put them into the body too. */
  List<Element> metas() {
    return metas;
  }

  /** The scripts that hold JSON-LD. */
  List<Element> scripts() {
    return scripts;
  }

  /** The links to the page's own address. */
  List<Element> canonicals() {
    return canonicals;
  }

  /** The headings of the first rank. */
  List<Element> headings() {
    return headings;
  }

  /** The headings of the first rank, and what microdata calls a headline. */
  List<Element> headlines() {
    return headlines;
  }

  /** What names an author in microdata or by a link. */
  List<Element> authors() {
    return authors;
  }

  /** What class names call a byline. */
  List<Element> bylines() {
    return bylines;
  }

  /** The {@code <time>} elements. */
  List<Element> times() {
    return times;
  }

  /** The elements of a property in microdata. */
  List<Element> property(String name) {
    return properties.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  private void walk(Element element) {
    look(element);
    for (Node node = element.firstChild(); node != null; node = node.nextSibling()) {
      if (node instanceof Element child) {
        walk(child);
      }
    }
  }

  private void look(Element element) {
    boolean heading = false;
    switch (element.normalName()) {
      case "meta" -> keep(element, metas, MOST_DECLARING);
      case "script" -> {
        if (element.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
          keep(element, scripts, MOST_DECLARING);
        }
      }
      case "link" -> {
        if (element.attr("rel").equalsIgnoreCase("canonical")) {
          keep(element, canonicals, MOST);
        }
      }
      case "h1" -> {
        heading = true;
        keep(element, headings, MOST);
      }
      case "time" -> keep(element, times, MOST);
      default -> {}
    }
    if (element.attributesSize() == 0) {
      if (heading) {
        keep(element, headlines, MOST);
      }
      return;
    }
    Attributes attributes = element.attributes();
    String property = attributes.get("itemprop");
    property = property.isEmpty() ? property : property.strip().toLowerCase(Locale.ROOT);
    if (!property.isEmpty() && properties.size() < MOST_DECLARING) {
      keep(element, properties.computeIfAbsent(property, p -> new ArrayList<>(2)), MOST);
    }
    if (heading || property.equals("headline")) {
      keep(element, headlines, MOST);
    }
    if (isByline(element, attributes.get("class"))) {
      keep(element, bylines, MOST);
    }
    if (property.equals("author") || attributes.get("rel").strip().equalsIgnoreCase("author")) {
      keep(element, authors, MOST);
    }
  }

  private static boolean isByline(Element element, String names) {
    return (names.contains("byline") || names.contains("author"))
        && BYLINES.stream().anyMatch(element::hasClass);
  }

  private static void keep(Element element, List<Element> kind, int most) {
    if (kind.size() < most) {
      kind.add(element);
    }
  }
}
