package io.chipwire.figure;

import io.chipwire.table.Rows;
import java.util.EnumMap;
import java.util.Map;

/**
 * How sure a figure is, from what its metric, subject and period rest on.
 *
 * <p>{@code confidence.tsv} has, for each field and kind of evidence, the share of figures of the
 * annotated articles where that field was right. Their product is the confidence, as if fields
 * erred independently.
 */
final class Confidence {

  private enum Field {
    METRIC,
    SUBJECT,
    PERIOD
  }

  private final Map<Field, Map<Evidence, Double>> shares = new EnumMap<>(Field.class);

  Confidence() {
    for (Rows.Row row : Rows.of(Confidence.class, "confidence.tsv")) {
      shares
          .computeIfAbsent(row.constant(Field.class, 0), key -> new EnumMap<>(Evidence.class))
          .put(row.constant(Evidence.class, 1), Double.parseDouble(row.cell(2)));
    }
  }

  double of(Draft draft) {
    double product =
        share(Field.METRIC, draft.metricBy)
            * share(Field.SUBJECT, draft.subjectBy)
            * share(Field.PERIOD, draft.periodBy);
    return Math.round(product * 100) / 100.0;
  }

  private double share(Field field, Evidence evidence) {
    return shares.getOrDefault(field, Map.of()).getOrDefault(evidence, 0.5);
  }
}
