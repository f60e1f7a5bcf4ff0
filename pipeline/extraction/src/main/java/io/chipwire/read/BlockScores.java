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

  private final double[] sums;
  private final double[] prose;
  private final boolean[] apart;

  private BlockScores(int blocks) {
    sums = new double[blocks + 1];
    prose = new double[blocks + 1];
    apart = new boolean[blocks];
  }

  static BlockScores of(Outline outline) {
    List<Block> blocks = outline.blocks();
    BlockScores scores = new BlockScores(blocks.size());
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

  private boolean isNamedApart(Region region) {
    if (region.is(Cue.HARD) || region.is(Cue.CAPTION)) {
      return true;
    }
    return (region.is(Cue.APART) || region.is(Cue.UNSEEN))
        && prose(region) < MOST * prose[prose.length - 1];
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
