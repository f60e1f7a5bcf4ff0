package io.chipwire.read;

import org.jspecify.annotations.Nullable;

/**
 * Finds the element that holds the article: the one whose blocks weigh most together.
 *
 * @param region the element; of several that weigh the same, the innermost
 * @param scores how its blocks were weighed
 */
record BodyFinder(Region region, BlockScores scores) {

  /** Share of the page's prose below which the names of elements have misled. */
  private static final double MISLED = 0.2;

  /** Share of its weight that counts of what would be cut out of the element again. */
  private static final double CUT = 0.2;

  static BodyFinder find(Outline outline, @Nullable String title) {
    int headline = outline.headline(title);
    BodyFinder found = heaviest(outline, BlockScores.of(outline, headline, true));
    double all = found.scores.prose(outline.regions().get(0));
    if (found.scores.of(found.region) >= MISLED * all) {
      return found;
    }
    BodyFinder other = heaviest(outline, BlockScores.of(outline, headline, false));
    return other.scores.of(other.region) > 2 * found.scores.of(found.region) ? other : found;
  }

  private static BodyFinder heaviest(Outline outline, BlockScores scores) {
    double[] weights = weights(outline, scores);
    int best = 0;
    for (int i = 1; i < weights.length; i++) {
      if (weights[i] >= weights[best]) {
        best = i;
      }
    }
    return new BodyFinder(outline.regions().get(best), scores);
  }

  /** An element weighs as much as its parts; parts that weigh against it count a little only. */
  private static double[] weights(Outline outline, BlockScores scores) {
    var regions = outline.regions();
    double[] weights = new double[regions.size()];
    for (Block block : outline.blocks()) {
      weights[block.region().index()] += scores.of(block);
    }
    for (int i = regions.size() - 1; i > 0; i--) {
      Region region = regions.get(i);
      weights[region.parent().index()] += weights[i] < 0 ? CUT * weights[i] : weights[i];
      weights[i] *= region.is(Cue.BODY) ? 1.05 : 1;
    }
    return weights;
  }
}
