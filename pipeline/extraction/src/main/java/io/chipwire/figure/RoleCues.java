package io.chipwire.figure;

import io.chipwire.fact.Metric;
import io.chipwire.table.Rows;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which part in a verb makes a party the owner of a metric, from {@code role-cues.tsv}: of "sold
 * the unit to Infineon for $2.5 billion" the buyer stands behind "to".
 */
final class RoleCues {

  private record Verb(boolean passive, List<String> markers) {}

  private final Map<Metric, Map<String, List<Verb>>> verbs = new EnumMap<>(Metric.class);
  private final Map<Metric, Set<String>> foreign = new EnumMap<>(Metric.class);

  RoleCues() {
    for (Rows.Row row : Rows.of(RoleCues.class, "role-cues.tsv")) {
      Metric metric = row.constant(Metric.class, 0);
      if (row.cell(1).equals("foreign")) {
        foreign.computeIfAbsent(metric, key -> new HashSet<>()).addAll(row.list(3));
        continue;
      }
      Verb verb = new Verb(row.cell(1).equals("passive"), row.list(3));
      Map<String, List<Verb>> known = verbs.computeIfAbsent(metric, key -> new HashMap<>());
      for (String word : row.list(2)) {
        known.computeIfAbsent(word, key -> new ArrayList<>()).add(verb);
      }
    }
  }

  /** Whether a verb says anything of whose a metric is. */
  boolean knows(Metric metric, String verb) {
    return verbs.getOrDefault(metric, Map.of()).containsKey(verb);
  }

  /** The prepositions before the owner where this verb governs the amount; none if unknown. */
  List<String> markers(Metric metric, String verb, boolean passive) {
    return verbs.getOrDefault(metric, Map.of()).getOrDefault(verb, List.of()).stream()
        .filter(v -> v.passive == passive)
        .flatMap(v -> v.markers.stream())
        .toList();
  }

  /** Whether a preposition leads to somebody other than the owner. */
  boolean foreign(Metric metric, String preposition) {
    return foreign.getOrDefault(metric, Set.of()).contains(preposition);
  }
}
