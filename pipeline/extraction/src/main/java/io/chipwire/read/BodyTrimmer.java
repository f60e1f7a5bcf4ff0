package io.chipwire.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes out of the body what stands in it and is no part of the article. */
final class BodyTrimmer {

  /** Longest line that can be furniture by how it begins, in characters. */
  private static final int SHORT = 160;

  /** Most text of a box that leads to another page, in characters. */
  private static final int LONGEST_CARD = 500;

  /** Fewest boxes that are a row of them. */
  private static final int LEAST_CARDS = 3;

  /** Shortest link that may be a headline, in characters. */
  private static final int LEAST_HEADLINE = 20;

  /** Most quotes of a page that pulls some out of its text. */
  private static final int MOST_QUOTES = 64;

  /** Shortest line that introduces a list of links as part of the article, in characters. */
  private static final int LEAST_INTRODUCTION = 30;

  /** Share of the prose below which a part may be no part of the article. */
  private static final double MINOR = 0.25;

  private final Outline outline;
  private final BlockScores scores;
  private final Region body;
  private final @Nullable String title;

  BodyTrimmer(Outline outline, BlockScores scores, Region body, @Nullable String title) {
    this.outline = outline;
    this.scores = scores;
    this.body = body;
    this.title = title;
  }

  /** The blocks of the article in reading order. */
  List<Block> trimmed() {
    List<Block> all = outline.blocks();
    boolean[] out = new boolean[all.size()];
    for (int i = body.first(); i < body.end(); i++) {
      Block block = all.get(i);
      out[i] = scores.isApart(block) || isFurniture(block);
    }
    dropLinkLists(out);
    dropCards(out);
    dropForeignSections(all, out);
    int start = dropHead(all, out);
    List<Block> kept = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = start; i < body.end(); i++) {
      Block block = all.get(i);
      if (!out[i] && (block.text().length() < 60 || seen.add(block.text()))) {
        kept.add(block);
      }
    }
    return withoutLooseHeadings(withoutPullQuotes(kept));
  }

  private static boolean isFurniture(Block block) {
    if (block.kind() == Block.Kind.CAPTION) {
      return true;
    }
    String text = block.text();
    if (block.kind() == Block.Kind.TABLE) {
      return block.linkDensity() > 0.7;
    }
    return Phrases.isFurniture(text)
        || text.length() <= SHORT
            && block.kind() != Block.Kind.HEADING
            && (Phrases.readsLikeFurniture(text)
                || Phrases.isReleaseSource(text)
                || Phrases.endsInCredit(text)
                || Phrases.isCopyright(text))
        || block.linkDensity() > 0.9
            && block.kind() == Block.Kind.PARAGRAPH
            && text.length() < 100
            && !block.endsSentence();
  }

  /** Elements with several links and hardly a word beside them. */
  private void dropLinkLists(boolean[] out) {
    List<Block> all = outline.blocks();
    for (Region region : outline.regions()) {
      if (region.first() < body.first() || region.end() > body.end() || region == body) {
        continue;
      }
      int links = 0;
      int linked = 0;
      int length = 0;
      for (int i = region.first(); i < region.end(); i++) {
        if (!out[i]) {
          links += all.get(i).links();
          linked += all.get(i).linked();
          length += all.get(i).text().length();
        }
      }
      if (links >= 3 && linked > 0.6 * length && !isIntroduced(region)) {
        for (int i = region.first(); i < region.end(); i++) {
          out[i] |= !isSentence(all.get(i));
        }
      }
    }
  }

  /** Whether the line before a list ends in a colon: then the article enumerates. */
  private boolean isIntroduced(Region list) {
    if (list.first() <= body.first()) {
      return false;
    }
    Block before = outline.blocks().get(list.first() - 1);
    return before.text().endsWith(":")
        && before.kind() == Block.Kind.PARAGRAPH
        && before.text().length() >= LEAST_INTRODUCTION;
  }

  private static boolean isSentence(Block block) {
    return block.kind() == Block.Kind.PARAGRAPH
        && block.endsSentence()
        && block.linkDensity() < 0.3;
  }

  /**
   * Three boxes or more of one kind side by side at the end, each leading elsewhere with a linked
   * headline. In the middle they may be what an article enumerates.
   */
  private void dropCards(boolean[] out) {
    for (List<Region> alike : outline.rows(body)) {
      List<Region> cards = alike.stream().filter(this::isCard).toList();
      if (cards.size() < LEAST_CARDS) {
        continue;
      }
      double prose = cards.stream().mapToDouble(scores::prose).sum();
      double behind = scores.prose(cards.getLast().end(), body.end());
      if (prose + behind < MINOR * scores.prose(body)) {
        cards.forEach(card -> Arrays.fill(out, card.first(), card.end(), true));
      }
    }
  }

  private boolean isCard(Region region) {
    int length = 0;
    boolean headline = false;
    for (int i = region.first(); i < region.end() && length <= LONGEST_CARD; i++) {
      Block block = outline.blocks().get(i);
      length += block.length();
      headline |= block.linkDensity() > 0.7 && block.text().length() >= LEAST_HEADLINE;
    }
    return headline && length <= LONGEST_CARD;
  }

  /**
   * Headings such as "Related stories" and what stands under them: to the end of their box, or to
   * the next heading of their rank. A box that holds much of the prose is believed to be the
   * article.
   */
  private void dropForeignSections(List<Block> all, boolean[] out) {
    double prose = scores.prose(body);
    int[] next = nextHeadings(all);
    for (int i = body.first(); i < body.end(); i++) {
      Block heading = all.get(i);
      if (out[i] || !looksLikeHeading(heading) || !Phrases.opensForeignSection(heading.text())) {
        continue;
      }
      out[i] = true;
      Region section = sectionOf(heading);
      boolean box = section != body && i <= section.first() + 1;
      int end = Math.min(section.end(), body.end());
      if (heading.level() > 0 || !box) {
        end = Math.min(end, next[i]);
      }
      double under = scores.prose(i + 1, end);
      double before = scores.prose(body.first(), i);
      if (box ? under < 0.4 * prose : under < 0.25 * prose && before > 0.4 * prose) {
        Arrays.fill(out, i + 1, end, true);
      }
    }
  }

  /**
   * For each block of the body the next heading of its rank or a higher one that is not foreign.
   */
  private int[] nextHeadings(List<Block> all) {
    int[] next = new int[all.size()];
    int[] nearest = new int[7];
    Arrays.fill(nearest, body.end());
    for (int i = body.end() - 1; i >= body.first(); i--) {
      int level = all.get(i).level();
      next[i] = nearest[level == 0 ? 6 : level];
      if (level > 0 && !Phrases.opensForeignSection(all.get(i).text())) {
        Arrays.fill(nearest, level, nearest.length, i);
      }
    }
    return next;
  }

  private static boolean looksLikeHeading(Block block) {
    return block.kind() == Block.Kind.HEADING
        || block.kind() == Block.Kind.PARAGRAPH && block.text().length() < 60;
  }

  /** The element around a heading that holds more than the heading. */
  private Region sectionOf(Block heading) {
    Region at = heading.region();
    while (at.end() - at.first() == 1 && at.parent() != null && at != body) {
      at = at.parent();
    }
    return at;
  }

  /**
   * Finds where the text starts: behind the headline, byline and date, if they stand in the body.
   */
  private int dropHead(List<Block> all, boolean[] out) {
    int start = body.first();
    for (int i = body.first(); i < body.end(); i++) {
      Block block = all.get(i);
      if (block.level() == 1 || isTitle(block.text())) {
        start = i + 1;
        break;
      }
    }
    if (scores.prose(body.first(), start) > 0.3 * scores.prose(body)) {
      start = body.first();
    }
    for (int i = start; i < body.end(); i++) {
      Block block = all.get(i);
      boolean prose =
          block.kind() == Block.Kind.TABLE || block.length() > 80 && block.linkDensity() < 0.5;
      if (!out[i] && prose) {
        break;
      }
      if (isTitle(block.text()) || isCredit(block)) {
        out[i] = true;
      }
    }
    return start;
  }

  private boolean isTitle(String text) {
    return title != null && text.equalsIgnoreCase(title);
  }

  private static boolean isCredit(Block block) {
    for (Region at = block.region(); at != null; at = at.parent()) {
      if (at.is(Cue.BYLINE)) {
        return at.end() - at.first() < 8;
      }
    }
    String text = block.text();
    return block.kind() != Block.Kind.HEADING
        && (text.toLowerCase(Locale.ROOT).startsWith("by ") || DateText.parse(text, true) != null);
  }

  /** Quotes that repeat a sentence of the text. */
  private static List<Block> withoutPullQuotes(List<Block> blocks) {
    List<Block> quotes = blocks.stream().filter(BodyTrimmer::mayBePulled).toList();
    if (quotes.isEmpty() || quotes.size() > MOST_QUOTES) {
      return blocks;
    }
    List<String> letters = blocks.stream().map(block -> PlainText.letters(block.text())).toList();
    List<Block> kept = new ArrayList<>(blocks);
    for (Block quote : quotes) {
      String core = PlainText.letters(quote.text());
      for (int i = 0; i < blocks.size(); i++) {
        if (blocks.get(i) != quote
            && blocks.get(i).text().length() >= quote.text().length() - 4
            && letters.get(i).contains(core)) {
          kept.remove(quote);
          break;
        }
      }
    }
    return kept;
  }

  private static boolean mayBePulled(Block block) {
    int length = block.text().length();
    return block.kind() != Block.Kind.HEADING && length >= 25 && length <= 400 && isQuote(block);
  }

  private static boolean isQuote(Block block) {
    Region at = block.region();
    for (int up = 0; at != null && up < 3; up++, at = at.parent()) {
      if (at.tag().equals("blockquote")) {
        return true;
      }
    }
    return false;
  }

  /** Headings at the end, under which nothing stands. */
  private static List<Block> withoutLooseHeadings(List<Block> blocks) {
    int end = blocks.size();
    while (end > 0 && blocks.get(end - 1).kind() == Block.Kind.HEADING) {
      end--;
    }
    return blocks.subList(0, end);
  }
}
