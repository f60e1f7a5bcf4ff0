package io.chipwire.read;

/** Finds the element that holds the article: the one whose blocks weigh most together. */
final class BodyFinder {

  private BodyFinder() {}

  /** The element; of several that weigh the same, the innermost. */
  static Region find(Outline outline, BlockScores scores) {
    Region best = outline.regions().get(0);
    double most = scores.of(best);
    for (Region region : outline.regions()) {
      double weight = scores.of(region) * (region.is(Cue.BODY) ? 1.05 : 1);
      if (weight >= most) {
        best = region;
        most = weight;
      }
    }
    return best;
  }
}
