package io.chipwire.read;

import java.time.Duration;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A line near the headline that says when the article is from.
 *
 * @param moment what it says
 * @param update whether it speaks of the last change
 * @param below whether it stands between the headline and the first paragraph
 */
record DateLine(Moment moment, boolean update, boolean below) {

  /** How many blocks around the headline are searched. */
  private static final int NEAR = 14;

  private static final int ABOVE = 4;

  /** How many elements around a line are searched for its {@code <time>}. */
  private static final int MAX_ELEMENTS = 1_000;

  /** Longest line that is a date line, in characters. */
  private static final int MAX_LINE = 140;

  /** Longest line that is a date line and nothing else, in characters. */
  private static final int MAX_PLAIN = 80;

  /** Declared and shown date may differ by this for the time zone. */
  private static final Duration SAME_DAY = Duration.ofHours(36);

  /** The best date line around the headline or, failing that, the first marked one, or null. */
  static @Nullable DateLine near(Outline outline, @Nullable String title, boolean monthFirst) {
    List<Block> blocks = outline.blocks();
    int headline = Math.max(0, outline.headline(title));
    DateLine best = null;
    boolean below = true;
    int end = Math.min(blocks.size(), headline + NEAR + 1);
    for (int i = headline; i < end && (best == null || best.update); i++) {
      Block block = blocks.get(i);
      below &= i == headline || !PageShape.isProse(block);
      DateLine line = read(block, below && block.text().length() <= MAX_PLAIN, monthFirst);
      best = line != null && (best == null || !line.update && line.below) ? line : best;
    }
    for (int i = headline - 1; i >= Math.max(0, headline - ABOVE) && best == null; i--) {
      best = read(blocks.get(i), false, monthFirst);
    }
    for (int i = 0; i < blocks.size() && best == null; i++) {
      best = isMarked(blocks.get(i)) ? read(blocks.get(i), false, monthFirst) : null;
    }
    return best;
  }

  /** Whether a short line says of itself that it is a date line, in its words or its names. */
  private static boolean isMarked(Block block) {
    Region around = block.region().parent();
    return block.text().length() <= MAX_PLAIN
        && block.linkDensity() < 0.5
        && (Phrases.startsLikeDateLine(block.text())
            || block.region().is(Cue.BYLINE)
            || around != null && around.is(Cue.BYLINE));
  }

  private static @Nullable DateLine read(Block block, boolean below, boolean monthFirst) {
    String text = block.text();
    Moment timed = timed(block.region().element(), monthFirst, new int[] {MAX_ELEMENTS});
    if (timed != null) {
      return new DateLine(timed, Phrases.speaksOfUpdate(text), below);
    }
    Moment moment = text.length() <= MAX_LINE ? DateText.parse(text, monthFirst) : null;
    return moment == null ? null : new DateLine(moment, Phrases.speaksOfUpdate(text), below);
  }

  /** What the first {@code <time>} in an element says; only so many elements are looked at. */
  private static @Nullable Moment timed(Element element, boolean monthFirst, int[] left) {
    if (element.nameIs("time")) {
      Moment moment = DateText.parse(element.attr("datetime"), monthFirst);
      if (moment != null) {
        return moment;
      }
    }
    Element child = element.firstElementChild();
    while (child != null && left[0]-- > 0) {
      Moment moment = timed(child, monthFirst, left);
      if (moment != null) {
        return moment;
      }
      child = child.nextElementSibling();
    }
    return null;
  }

  /**
   * Whether the line is believed against the declared dates: it is if it stands below the headline
   * and is earlier than the declared date, for content systems declare the day of an import. The
   * day of the last change is no date of publication.
   */
  boolean outweighs(Moment published, @Nullable Moment modified) {
    return below
        && !update
        && Duration.between(moment.instant(), published.instant()).compareTo(SAME_DAY) > 0
        && (modified == null
            || Duration.between(modified.instant(), moment.instant()).abs().compareTo(SAME_DAY)
                >= 0);
  }
}
