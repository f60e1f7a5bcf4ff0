package io.chipwire.app.web;

import io.chipwire.app.text.MarkedText.Segment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page about an article shows; texts are raw, the template escapes them.
 *
 * @param name the title without marks
 * @param title the title's segments
 * @param origin publisher, author, day
 * @param link the article's own address if it is one of the web, or null
 * @param paragraphs the text's segments, paragraph by paragraph
 * @param tables what was read, as tables
 */
public record ArticleView(
    String name,
    List<Segment> title,
    String origin,
    @Nullable String link,
    List<List<Segment>> paragraphs,
    List<FactTable> tables) {

  /** Copies the lists. */
  public ArticleView {
    title = List.copyOf(title);
    paragraphs = List.copyOf(paragraphs);
    tables = List.copyOf(tables);
  }

  /** Facts of one kind. */
  public record FactTable(String name, List<String> header, List<List<String>> rows) {}

  /** The class names of a segment, or null where nothing is to be marked. */
  public static @Nullable String style(Segment segment) {
    String mark =
        segment.mark() == null
            ? ""
            : segment.mark().kind().name().toLowerCase(java.util.Locale.ROOT);
    String all = segment.commitment() == null ? mark : (mark + " commitment").strip();
    return all.isEmpty() ? null : all;
  }

  /** What hovering over a segment shows. */
  public static String reading(Segment segment) {
    if (segment.mark() != null) {
      return segment.mark().reading();
    }
    return segment.commitment() == null ? "" : segment.commitment().reading();
  }

  /** Whether a segment can be reached by the keyboard: figures, not every name. */
  public static @Nullable String tabIndex(Segment segment) {
    return segment.mark() != null && segment.mark().kind() == io.chipwire.app.text.Mark.Kind.FIGURE
        ? "0"
        : null;
  }

  /** Whether a paragraph is rows of a table. */
  public static @Nullable String rows(List<Segment> paragraph) {
    return paragraph.stream().anyMatch(segment -> segment.text().contains(" | ")) ? "rows" : null;
  }
}
