package io.chipwire.extract;

import io.chipwire.fact.Commitment;
import io.chipwire.fact.Figure;
import io.chipwire.fact.Metric;
import java.util.List;

/** Gives the sum of a commitment to who owes it, once its parties are read. */
final class OwedSums {

  private OwedSums() {}

  /** The figures; the sum that one obligor owes is that obligor's. */
  static List<Figure> assign(List<Figure> figures, List<Commitment> commitments) {
    return figures.stream().map(figure -> assign(figure, commitments)).toList();
  }

  private static Figure assign(Figure figure, List<Commitment> commitments) {
    for (Commitment commitment : commitments) {
      boolean within =
          commitment.inTitle() == figure.inTitle()
              && commitment.start() <= figure.start()
              && figure.end() <= commitment.end();
      boolean single = commitment.obligors().size() == 1;
      if (within && single && isSum(figure, commitment)) {
        return figure.withSubject(commitment.obligors().getFirst());
      }
    }
    return figure;
  }

  private static boolean isSum(Figure figure, Commitment commitment) {
    return figure.metric() == Metric.COMMITMENT && figure.amount().equals(commitment.amount());
  }
}
