package io.chipwire.read;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * An element of the page and the blocks it holds, which stand side by side in reading order: {@code
 * [first, end)}. Confined to the thread that reads the page; {@code end} is set when the element is
 * left.
 */
final class Region {

  private final int index;
  private final @Nullable Region parent;
  private final Element element;
  private final int cues;
  private final int first;
  private int end;

  Region(int index, @Nullable Region parent, Element element, int cues, int first) {
    this.index = index;
    this.parent = parent;
    this.element = element;
    this.cues = cues;
    this.first = first;
    this.end = first;
  }

  /** Its place among the page's regions, parents before children. */
  int index() {
    return index;
  }

  void close(int end) {
    this.end = end;
  }

  @Nullable Region parent() {
    return parent;
  }

  Element element() {
    return element;
  }

  String tag() {
    return element.normalName();
  }

  /** The element's own cues, as bits of {@link Cue}. */
  int cues() {
    return cues;
  }

  boolean is(Cue cue) {
    return cue.in(cues);
  }

  int first() {
    return first;
  }

  int end() {
    return end;
  }

  boolean holds(int block) {
    return first <= block && block < end;
  }
}
