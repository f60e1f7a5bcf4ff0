package io.chipwire.alert;

import io.chipwire.story.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who states what an alert says. Facts that are less sure than the subscription demands state
 * nothing. What was told before does not help what is new beside it to be told.
 *
 * @param origins of the fact that most have stated, the alert's own among them
 * @param gained keys of the facts that none of the same origin had stated
 */
record Corroboration(List<Origin> origins, List<String> gained) {

  static Corroboration of(Alert alert, Rules rules, History history) {
    Set<String> known = history.toldFacts(alert);
    boolean onlyNew = !rules.repeats() && !known.containsAll(alert.factKeys());
    Map<String, List<Origin>> before = history.origins(alert);
    Origin own = alert.origin();
    List<Origin> most = List.of(own);
    List<String> gained = new ArrayList<>();
    for (MatchedFact fact : alert.facts()) {
      String key = fact.key();
      if (fact.confidence() < rules.minimumConfidence() || gained.contains(key)) {
        continue;
      }
      List<Origin> all = before.getOrDefault(key, List.of());
      if (all.stream().noneMatch(own::isSame)) {
        all = Stream.concat(all.stream(), Stream.of(own)).toList();
        gained.add(key);
      }
      if (!(onlyNew && known.contains(key)) && all.size() > most.size()) {
        most = all;
      }
    }
    return new Corroboration(most, gained);
  }
}
