package io.chipwire.figure;

import io.chipwire.fact.Labelled;
import io.chipwire.fact.Metric;
import io.chipwire.language.Phrase;
import io.chipwire.quantity.Quantity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds what a quantity measures: the nearest word that names a metric of its kind of unit. */
final class MetricCues {

  /** What lies between a quantity and a cue is a reason to doubt that they belong together. */
  private static final int OTHER_QUANTITY = 6;

  private static final int BEHIND = 3;
  private static final int CLAUSE_END = 8;

  private record Cue(Metric metric, Set<UnitClass> units, Phrase phrase) {}

  private record Sighting(Cue cue, int first, int end) {}

  private final List<Cue> cues = new ArrayList<>();
  private final Map<String, Metric> byUnit = new HashMap<>();

  MetricCues() {
    for (String[] row : CueRows.of("metrics.tsv", 3)) {
      Set<UnitClass> units = EnumSet.noneOf(UnitClass.class);
      for (String unit : row[1].split("\\|")) {
        units.add(UnitClass.valueOf(unit.toUpperCase(Locale.ROOT)));
      }
      Metric metric = Labelled.find(Metric.class, row[0]).orElseThrow();
      for (String phrase : row[2].split(";")) {
        cues.add(new Cue(metric, units, new Phrase(phrase)));
      }
    }
    for (String[] row : CueRows.of("unit-metrics.tsv", 2)) {
      byUnit.put(row[0], Labelled.find(Metric.class, row[1]).orElseThrow());
    }
  }

  /** The metric of each quantity of a sentence, in the same order. */
  List<Metric> of(List<String> words, List<Quantity> quantities) {
    List<Sighting> sightings = sightings(words);
    List<Metric> metrics = new ArrayList<>();
    for (Quantity quantity : quantities) {
      metrics.add(of(quantity, words, quantities, sightings));
    }
    return metrics;
  }

  private List<Sighting> sightings(List<String> words) {
    List<Sighting> sightings = new ArrayList<>();
    for (int from = 0; from < words.size(); from++) {
      for (Cue cue : cues) {
        int end = cue.phrase.endAt(words, from);
        if (end >= 0) {
          sightings.add(new Sighting(cue, from, end));
        }
      }
    }
    return sightings;
  }

  private Metric of(
      Quantity quantity, List<String> words, List<Quantity> all, List<Sighting> sightings) {
    UnitClass unit = UnitClass.of(quantity.unit());
    if ("share".equals(quantity.per())) {
      for (Sighting sighting : sightings) {
        if (sighting.cue.metric == Metric.SHARE_PRICE || sighting.cue.metric == Metric.DEAL_VALUE) {
          return Metric.SHARE_PRICE;
        }
      }
      return Metric.EPS;
    }
    Sighting best = null;
    int nearest = Integer.MAX_VALUE;
    for (Sighting sighting : sightings) {
      if (!sighting.cue.units.contains(unit) && !sighting.cue.units.contains(UnitClass.ANY)) {
        continue;
      }
      int distance = distance(quantity, sighting, words, all);
      if (distance < nearest) {
        best = sighting;
        nearest = distance;
      }
    }
    if (best != null) {
      return best.cue.metric;
    }
    Metric unitMetric = byUnit.get(quantity.unit());
    if (unitMetric != null) {
      return unitMetric;
    }
    return quantity.per() != null && unit == UnitClass.MONEY ? Metric.PRICE : Metric.OTHER;
  }

  private static int distance(
      Quantity quantity, Sighting sighting, List<String> words, List<Quantity> all) {
    boolean before = sighting.end <= quantity.first();
    int from = before ? sighting.end : quantity.end();
    int to = before ? quantity.first() : sighting.first;
    int distance = Math.max(0, to - from) + (before ? 0 : BEHIND);
    for (int i = from; i < to; i++) {
      if (words.get(i).equals(";")) {
        distance += CLAUSE_END;
      }
    }
    for (Quantity other : all) {
      if (other != quantity && other.first() >= from && other.end() <= to) {
        distance += OTHER_QUANTITY / (before ? 2 : 1);
      }
    }
    return distance;
  }
}
