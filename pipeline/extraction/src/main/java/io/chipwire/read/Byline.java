package io.chipwire.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds who wrote an article. Stateless. */
final class Byline {

  private static final int MAX_LENGTH = 120;

  private static final Pattern BY =
      Pattern.compile(
          "^(?:written by|posted by|by|von|por|par|di|door|av|od|przez)\\b[:\\s]+",
          Pattern.CASE_INSENSITIVE);

  private Byline() {}

  /** The names as printed, without "By", or null. */
  static @Nullable String of(Declared declared) {
    List<String> names = declared.linked().names(declared.linked().article(), "author");
    if (!names.isEmpty()) {
      return clean(String.join(", ", names));
    }
    String told =
        declared
            .head()
            .first(
                "author",
                "article:author",
                "parsely-author",
                "sailthru.author",
                "dc.creator",
                "byl",
                "og:article:author");
    String byline = told == null || told.contains("://") ? null : clean(told);
    return byline != null ? byline : shown(declared);
  }

  private static @Nullable String shown(Declared declared) {
    List<String> names = new ArrayList<>();
    for (Element author : declared.landmarks().authors()) {
      Element name = author.selectFirst("[itemprop=name]");
      Element told = name == null ? author : name;
      String text = clean(told.hasAttr("content") ? told.attr("content") : ShortText.of(told));
      if (text != null && !names.contains(text) && names.size() < 5) {
        names.add(text);
      }
    }
    if (!names.isEmpty()) {
      return String.join(", ", names);
    }
    List<Element> lines = declared.landmarks().bylines();
    return lines.isEmpty() ? null : clean(ShortText.of(lines.getFirst()));
  }

  private static @Nullable String clean(String raw) {
    String text = BY.matcher(Entities.line(raw)).replaceFirst("");
    return text.isEmpty() || text.length() > MAX_LENGTH ? null : text;
  }
}
