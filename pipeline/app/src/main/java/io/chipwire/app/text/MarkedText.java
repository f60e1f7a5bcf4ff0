package io.chipwire.app.text;

import io.chipwire.extraction.Extraction;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.Entity;
import io.chipwire.fact.Figure;
import io.chipwire.fact.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A text cut where marks begin and end, so that it can be printed piece by piece. Marks may overlap
 * in any way; those that lie outside the text are left out.
 */
public final class MarkedText {

  private final String text;
  private final List<Mark> marks;

  private MarkedText(String text, List<Mark> marks) {
    this.text = text;
    this.marks = marks;
  }

  /** Marks of a text. */
  public static MarkedText of(String text, List<Mark> marks) {
    List<Mark> inside = new ArrayList<>();
    for (Mark mark : marks) {
      if (mark.start() >= 0 && mark.start() < mark.end() && mark.end() <= text.length()) {
        inside.add(mark);
      }
    }
    inside.sort(Comparator.comparingInt(Mark::start).thenComparing(Mark::kind));
    return new MarkedText(text, List.copyOf(inside));
  }

  /** The article's text with everything it says marked. */
  public static MarkedText ofText(Extraction extraction) {
    return of(extraction.article().text(), marks(extraction, false));
  }

  /** The article's title with everything it says marked. */
  public static MarkedText ofTitle(Extraction extraction) {
    String title = extraction.article().title();
    return of(title == null ? "" : title, marks(extraction, true));
  }

  private static List<Mark> marks(Extraction extraction, boolean inTitle) {
    FactText words = FactText.of(extraction);
    List<Mark> marks = new ArrayList<>();
    for (Figure figure : extraction.figures()) {
      if (figure.inTitle() == inTitle) {
        marks.add(new Mark(figure.start(), figure.end(), Mark.Kind.FIGURE, words.reading(figure)));
      }
    }
    for (Commitment commitment : extraction.commitments()) {
      if (commitment.inTitle() == inTitle) {
        marks.add(
            new Mark(
                commitment.start(),
                commitment.end(),
                Mark.Kind.COMMITMENT,
                words.reading(commitment)));
      }
    }
    for (Entity entity : inTitle ? List.<Entity>of() : extraction.entities()) {
      for (Span mention : entity.mentions()) {
        marks.add(
            new Mark(mention.start(), mention.end(), Mark.Kind.ENTITY, FactText.reading(entity)));
      }
    }
    return marks;
  }

  /** The paragraphs of the text, each as its segments; blank lines separate paragraphs. */
  public List<List<Segment>> paragraphs() {
    List<List<Segment>> paragraphs = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf("\n\n", start);
      end = end < 0 ? text.length() : end;
      if (end > start) {
        paragraphs.add(segments(start, end));
      }
      start = end + 2;
    }
    return paragraphs;
  }

  /** All of the text as segments. */
  public List<Segment> segments() {
    return segments(0, text.length());
  }

  /** The segments between two offsets. */
  public List<Segment> segments(int from, int to) {
    List<Mark> near = new ArrayList<>();
    TreeSet<Integer> cuts = new TreeSet<>(List.of(from, to));
    for (Mark mark : marks) {
      if (mark.start() < to && mark.end() > from) {
        near.add(mark);
        cuts.add(Math.max(from, mark.start()));
        cuts.add(Math.min(to, mark.end()));
      }
    }
    List<Segment> segments = new ArrayList<>();
    int start = from;
    for (int cut : cuts) {
      if (cut > start) {
        segments.add(segment(near, start, cut));
        start = cut;
      }
    }
    return segments;
  }

  private Segment segment(List<Mark> near, int start, int end) {
    Mark top = null;
    Mark commitment = null;
    for (Mark mark : near) {
      if (mark.start() <= start && mark.end() >= end) {
        if (mark.kind() == Mark.Kind.COMMITMENT) {
          commitment = commitment == null ? mark : commitment;
        } else if (top == null || mark.kind().compareTo(top.kind()) > 0) {
          top = mark;
        }
      }
    }
    return new Segment(text.substring(start, end), top, commitment);
  }

  /**
   * A piece of the text over which the marks do not change.
   *
   * @param text its characters, never empty
   * @param mark the figure or else the entity that it belongs to
   * @param commitment the commitment whose sentence it is part of
   */
  public record Segment(String text, @Nullable Mark mark, @Nullable Mark commitment) {}
}
