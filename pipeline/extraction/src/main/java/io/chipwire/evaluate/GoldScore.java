package io.chipwire.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Scores predictions against gold articles, joined on {@code url}.
 *
 * <p>Each kind of fact is compared as a set an article, and the counts are summed up. A figure's
 * fields are counted over the gold figures whose value was found. Immutable.
 */
public final class GoldScore {

  /** The scores, by the names that a report gives them. */
  public static final String FIGURE_VALUES = "figures (value)";

  public static final String FULL_FACTS = "figures (full fact)";
  public static final String ENTITIES = "entities";
  public static final String COMMITMENTS = "commitments";
  public static final String COMMITMENT_PARTIES = "commitments (parties)";
  public static final String SIGNALS = "signals";
  public static final String SIGNAL_KINDS = "signals (kind)";

  private static final List<String> MEASURES =
      List.of(
          FIGURE_VALUES,
          FULL_FACTS,
          ENTITIES,
          COMMITMENTS,
          COMMITMENT_PARTIES,
          SIGNALS,
          SIGNAL_KINDS);
  private static final List<String> FIELDS =
      List.of("metric", "subject", "product", "period", "bound", "status", "change");

  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private final Map<String, int[]> fields = new LinkedHashMap<>();
  private final Map<String, ClassTally> units = new TreeMap<>();
  private final Map<String, ClassTally> metrics = new TreeMap<>();
  private final List<Miss> misses = new ArrayList<>();
  private int articles;
  private int missing;
  private int quiet;
  private int alarmed;

  private GoldScore() {
    MEASURES.forEach(name -> tallies.put(name, Tally.EMPTY));
    FIELDS.forEach(name -> fields.put(name, new int[2]));
  }

  /** Scores every gold article; one without a prediction counts as predicted empty. */
  public static GoldScore of(Collection<JsonNode> gold, Map<String, JsonNode> predictions) {
    GoldScore score = new GoldScore();
    for (JsonNode article : gold) {
      score.add(article, predictions.get(article.path("url").asText()));
    }
    return score;
  }

  /**
   * The counts of one score.
   *
   * @throws IllegalArgumentException if there is no score of that name
   */
  public Tally tally(String name) {
    Tally tally = tallies.get(name);
    if (tally == null) {
      throw new IllegalArgumentException("score \"" + name + "\": expected one of " + MEASURES);
    }
    return tally;
  }

  /** Share of found figures with the right value in a field; NaN where none was found. */
  public double accuracy(String field) {
    int[] counts = fields.get(field);
    if (counts == null) {
      throw new IllegalArgumentException("field \"" + field + "\": expected one of " + FIELDS);
    }
    return counts[1] == 0 ? Double.NaN : (double) counts[0] / counts[1];
  }

  /** Gold articles without a signal. */
  public int quiet() {
    return quiet;
  }

  /** Gold articles without a signal for which one was predicted. */
  public int quietAlarmed() {
    return alarmed;
  }

  /** All that was missed or invented, article by article. */
  public List<Miss> misses() {
    return List.copyOf(misses);
  }

  /** The report, at most {@code most} misses and inventions of each score. */
  public List<String> report(int most) {
    List<String> lines = new ArrayList<>();
    lines.add(articles + " articles, " + missing + " without a prediction");
    tallies.forEach((name, tally) -> lines.add(tally.row(name)));
    StringBuilder accuracy = new StringBuilder("figure fields, of values found: ");
    for (String field : FIELDS) {
      double share = accuracy(field);
      accuracy.append(field == FIELDS.getFirst() ? "" : "  ").append(field).append(' ');
      accuracy.append(Double.isNaN(share) ? "-" : Tally.three(share));
    }
    lines.add(accuracy.toString());
    lines.add("quiet articles with a false signal: " + alarmed + " of " + quiet);
    Map<String, Integer> shown = new HashMap<>();
    for (Miss miss : misses) {
      if (shown.merge(miss.measure() + miss.invented(), 1, Integer::sum) <= most) {
        lines.add(miss.line());
      }
    }
    return lines;
  }

  /**
   * Figures per class of unit and per metric: how many values and how many full facts are right.
   */
  public List<String> classTable() {
    List<String> lines = new ArrayList<>();
    lines.add(ClassTally.header("unit"));
    units.forEach((name, tally) -> lines.add(tally.row(name)));
    lines.add(ClassTally.header("metric"));
    metrics.forEach((name, tally) -> lines.add(tally.row(name)));
    return lines;
  }

  private void add(JsonNode gold, @Nullable JsonNode predicted) {
    articles++;
    missing += predicted == null ? 1 : 0;
    JsonNode found = predicted == null ? MissingNode.getInstance() : predicted;
    String url = gold.path("url").asText();
    compare(FIGURE_VALUES, url, gold, found, "figures", FactKeys::value);
    compare(FULL_FACTS, url, gold, found, "figures", FactKeys::fullFact);
    compare(COMMITMENTS, url, gold, found, "commitments", FactKeys::commitment);
    compare(SIGNALS, url, gold, found, "signals", FactKeys::signal);
    compare(COMMITMENT_PARTIES, url, gold, found, "commitments", FactKeys::parties);
    compare(SIGNAL_KINDS, url, gold, found, "signals", FactKeys::kind);
    Map<String, String> ids = FactKeys.goldIds(gold.path("entities"));
    compare(ENTITIES, url, gold, found, "entities", entity -> FactKeys.entity(entity, ids));
    countFields(gold, found);
    ClassTally.add(units, gold, found, figure -> UnitClasses.of(FactKeys.unit(figure)));
    ClassTally.add(metrics, gold, found, figure -> FactKeys.text(figure, "metric"));
    if (gold.path("signals").isEmpty()) {
      quiet++;
      alarmed += found.path("signals").isEmpty() ? 0 : 1;
    }
  }

  private void compare(
      String name,
      String url,
      JsonNode gold,
      JsonNode found,
      String part,
      Function<JsonNode, List<@Nullable Object>> key) {
    Set<List<@Nullable Object>> want = keys(gold.path(part), key);
    Set<List<@Nullable Object>> have = keys(found.path(part), key);
    Set<List<@Nullable Object>> both = new LinkedHashSet<>(want);
    both.retainAll(have);
    tallies.merge(name, new Tally(both.size(), want.size(), have.size()), Tally::plus);
    want.removeAll(both);
    have.removeAll(both);
    want.forEach(missed -> misses.add(new Miss(name, url, false, missed)));
    have.forEach(invented -> misses.add(new Miss(name, url, true, invented)));
  }

  static Set<List<@Nullable Object>> keys(
      JsonNode facts, Function<JsonNode, List<@Nullable Object>> key) {
    List<List<@Nullable Object>> keys = new ArrayList<>();
    facts.forEach(fact -> keys.add(key.apply(fact)));
    keys.sort(Comparator.comparing(Object::toString));
    return new LinkedHashSet<>(keys);
  }

  private void countFields(JsonNode gold, JsonNode found) {
    Map<List<@Nullable Object>, List<JsonNode>> byValue = new HashMap<>();
    for (JsonNode figure : found.path("figures")) {
      byValue.computeIfAbsent(FactKeys.value(figure), key -> new ArrayList<>()).add(figure);
    }
    for (JsonNode figure : gold.path("figures")) {
      List<JsonNode> same = byValue.getOrDefault(FactKeys.value(figure), List.of());
      if (same.isEmpty()) {
        continue;
      }
      fields.forEach(
          (name, counts) -> {
            Object wanted = FactKeys.field(figure, name);
            counts[1]++;
            boolean right =
                same.stream()
                    .anyMatch(other -> Objects.equals(FactKeys.field(other, name), wanted));
            counts[0] += right ? 1 : 0;
          });
    }
  }
}
