package io.chipwire.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values and full facts of the figures of one class. */
record ClassTally(Tally values, Tally facts) {

  /** Adds the figures of an article to the tallies of their classes. */
  static void add(
      Map<String, ClassTally> tallies,
      JsonNode gold,
      JsonNode found,
      Function<JsonNode, @Nullable String> classOf) {
    Map<String, List<JsonNode>> wanted = byClass(gold, classOf);
    Map<String, List<JsonNode>> had = byClass(found, classOf);
    Set<String> names = new HashSet<>(wanted.keySet());
    names.addAll(had.keySet());
    for (String name : names) {
      List<JsonNode> want = wanted.getOrDefault(name, List.of());
      List<JsonNode> have = had.getOrDefault(name, List.of());
      ClassTally counted =
          new ClassTally(tally(want, have, FactKeys::value), tally(want, have, FactKeys::fullFact));
      tallies.merge(name, counted, ClassTally::plus);
    }
  }

  private ClassTally plus(ClassTally other) {
    return new ClassTally(values.plus(other.values), facts.plus(other.facts));
  }

  private static Map<String, List<JsonNode>> byClass(
      JsonNode article, Function<JsonNode, @Nullable String> classOf) {
    Map<String, List<JsonNode>> figures = new HashMap<>();
    for (JsonNode figure : article.path("figures")) {
      String name = classOf.apply(figure);
      figures.computeIfAbsent(name == null ? "-" : name, key -> new ArrayList<>()).add(figure);
    }
    return figures;
  }

  private static Tally tally(
      List<JsonNode> want, List<JsonNode> have, Function<JsonNode, List<@Nullable Object>> key) {
    Set<List<@Nullable Object>> wanted = new HashSet<>();
    want.forEach(figure -> wanted.add(key.apply(figure)));
    Set<List<@Nullable Object>> had = new HashSet<>();
    have.forEach(figure -> had.add(key.apply(figure)));
    int gold = wanted.size();
    wanted.retainAll(had);
    return new Tally(wanted.size(), gold, had.size());
  }

  static String header(String name) {
    return "%-22s %6s %9s   %-23s   %s"
        .formatted(name, "gold", "predicted", "value P / R / F1", "full fact P / R / F1");
  }

  String row(String name) {
    return "%-22s %6d %9d   %s   %s"
        .formatted(name, values.gold(), values.predicted(), shares(values), shares(facts));
  }

  private static String shares(Tally tally) {
    return "%-7s %-7s %-7s"
        .formatted(
            Tally.three(tally.precision()), Tally.three(tally.recall()), Tally.three(tally.f1()));
  }
}
