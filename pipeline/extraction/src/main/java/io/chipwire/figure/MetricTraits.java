package io.chipwire.figure;

import io.chipwire.fact.Metric;
import io.chipwire.table.Rows;
import java.util.EnumMap;
import java.util.Map;

/**
 * How a metric behaves.
 *
 * @param time how it relates to time
 * @param owner whose it is when nobody is named beside it
 * @param product where its product may be taken from
 */
record MetricTraits(Time time, Owner owner, Products product) {

  enum Time {
    /** Of a period, and of the one spoken of if none is said: revenue. */
    FLOW,
    /** Of a moment, said in its sentence: backlog. */
    STOCK,
    /** Of a moment, and of the end of the quarter reported if told in the past tense. */
    LEVEL,
    /** Of now, unless a date is said: a price. */
    QUOTE,
    /** Of no period: a pledge. */
    PLEDGE
  }

  enum Owner {
    /** The company spoken of. */
    COMPANY,
    /** Only one that is the subject or possessor in its sentence. */
    SAID,
    /** Nobody: a whole market. */
    NONE
  }

  enum Products {
    /** Also one spoken of before. */
    CONTEXT,
    /** One in its clause. */
    CLAUSE,
    /** Only one that the metric's words name. */
    PHRASE,
    /** None. */
    NONE
  }

  static Map<Metric, MetricTraits> load() {
    Map<Metric, MetricTraits> traits = new EnumMap<>(Metric.class);
    for (Rows.Row row : Rows.of(MetricTraits.class, "metrics.tsv")) {
      traits.put(
          row.constant(Metric.class, 0),
          new MetricTraits(
              row.constant(Time.class, 1),
              row.constant(Owner.class, 2),
              row.constant(Products.class, 3)));
    }
    for (Metric metric : Metric.values()) {
      if (!traits.containsKey(metric)) {
        throw new IllegalStateException("metrics.tsv: expected a row for " + metric.label());
      }
    }
    return traits;
  }
}
