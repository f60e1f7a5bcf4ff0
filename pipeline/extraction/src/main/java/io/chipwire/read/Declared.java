package io.chipwire.read;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a page declares about itself, read once: meta tags, JSON-LD, and the tree for
 * microdata and visible lines.
 *
 * @param page the parsed page, not to be changed
 * @param landmarks its elements that tell something about it
 * @param fetchedFrom where the page was fetched from, if known
 */
record Declared(
    Document page,
    Landmarks landmarks,
    HeadTags head,
    LinkedData linked,
    @Nullable String fetchedFrom) {

  static Declared of(Document page, @Nullable String fetchedFrom) {
    Landmarks landmarks = Landmarks.of(page);
    return new Declared(
        page,
        landmarks,
        HeadTags.of(landmarks.metas()),
        LinkedData.of(landmarks.scripts()),
        fetchedFrom);
  }

  /** The declared language tag of the page, or null. */
  @Nullable String languageTag() {
    Element html = page.firstElementChild();
    for (String attribute : new String[] {"lang", "xml:lang"}) {
      if (html != null && html.nameIs("html") && !html.attr(attribute).isBlank()) {
        return html.attr(attribute).strip();
      }
    }
    String tag =
        head.first("og:locale", "content-language", "language", "dc.language", "inlanguage");
    return tag != null ? tag : LinkedData.text(linked.article(), "inLanguage");
  }
}
