package io.chipwire.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much each block weighs as a piece of an article: prose counts for its length, links and loose
 * words against it, and what stands in an element that is named for something else counts against.
 * Sums over an element are differences of running sums, since its blocks stand side by side.
 */
final class BlockScores {

  /** Share of the page's prose above which an element's name is not believed. */
  private static final double MOST = 0.6;

  /** Prose below which an element may be a list of links or a caption, in characters. */
  private static final double LITTLE = 400;

  private final double[] sums;
  private final double[] prose;
  private final boolean[] apart;

  private final int headline;
  private final boolean believesNames;

  private BlockScores(int blocks, int headline, boolean believesNames) {
    this.headline = headline;
    this.believesNames = believesNames;
    sums = new double[blocks + 1];
    prose = new double[blocks + 1];
    apart = new boolean[blocks];
  }

  /**
   * Weighs the blocks of a page.
   *
   * @param headline index of the headline's block, or -1
   * @param believesNames whether class names and ids count
   */
  static BlockScores of(Outline outline, int headline, boolean believesNames) {
    List<Block> blocks = outline.blocks();
    BlockScores scores = new BlockScores(blocks.size(), headline, believesNames);
    for (Block block : blocks) {
      scores.prose[block.index() + 1] = scores.prose[block.index()] + Math.max(0, own(block));
    }
    Map<Region, Boolean> verdicts = new HashMap<>();
    for (Block block : blocks) {
      int i = block.index();
      scores.apart[i] = scores.isApart(block.region(), verdicts);
      double own = own(block);
      double score = scores.apart[i] ? -Math.abs(own) / 2 - 10 : own;
      scores.sums[i + 1] = scores.sums[i] + score;
    }
    return scores;
  }

  /** The weight of the blocks that a region holds. */
  double of(Region region) {
    return sums[region.end()] - sums[region.first()];
  }

  double of(Block block) {
    return sums[block.index() + 1] - sums[block.index()];
  }

  /** The prose that a region holds, whatever it is named. */
  double prose(Region region) {
    return prose[region.end()] - prose[region.first()];
  }

  /** The prose of the blocks {@code [first, end)}. */
  double prose(int first, int end) {
    return first < end ? prose[end] - prose[first] : 0;
  }

  /** Whether the block stands in an element that is named as no part of an article. */
  boolean isApart(Block block) {
    return apart[block.index()];
  }

  private boolean isApart(@Nullable Region region, Map<Region, Boolean> verdicts) {
    if (region == null) {
      return false;
    }
    Boolean known = verdicts.get(region);
    if (known == null) {
      known = isNamedApart(region) || isApart(region.parent(), verdicts);
      verdicts.put(region, known);
    }
    return known;
  }

  /** Whether an element's own names and tag say that it is no part of an article. */
  private boolean isNamedApart(Region region) {
    if (headline >= 0 && region.holds(headline)) {
      return false;
    }
    if (region.is(Cue.HARD)) {
      return true;
    }
    double inside = prose(region);
    if (region.is(Cue.LINKS) && inside < LITTLE || region.is(Cue.CAPTION) && inside < LITTLE) {
      return true;
    }
    boolean most = inside >= MOST * prose[prose.length - 1];
    return switch (region.tag()) {
      case "footer", "aside" -> true;
      default -> (region.is(Cue.APART) || region.is(Cue.UNSEEN)) && !most && believesNames;
    };
  }

  /** The weight by the block's own looks. */
  private static double own(Block block) {
    int length = block.length();
    double unlinked = length * (1 - block.linkDensity());
    double linked = length - unlinked;
    return switch (block.kind()) {
      case HEADING -> 0;
      case TABLE -> Math.min(unlinked, 600) / 3 - linked;
      case CAPTION -> -10;
      case ITEM -> 0.6 * unlinked - 1.5 * linked - 15;
      case CELL, PARAGRAPH -> {
        double weight = unlinked - 2 * linked - 25;
        yield block.endsSentence() || length > 140 ? weight : Math.min(weight, 0) - 10;
      }
    };
  }
}
