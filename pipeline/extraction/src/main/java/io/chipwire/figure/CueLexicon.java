package io.chipwire.figure;

import io.chipwire.fact.Metric;
import io.chipwire.table.Rows;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The cues of {@code metric-cues.tsv} and what counted nouns mean, of {@code counted-nouns.tsv}.
 */
final class CueLexicon {

  /** How the words end that a rate follows: "$3 a share". */
  private static final Pattern SUM = Pattern.compile(".*(\\d|cents?|pence|illion|dollars?)");

  private final PhraseMap<Cue> phrases = new PhraseMap<>();
  private final Map<String, Metric> counted = new HashMap<>();
  private final Map<Metric, Set<UnitKind>> kinds = new EnumMap<>(Metric.class);

  CueLexicon() {
    for (Rows.Row row : Rows.of(CueLexicon.class, "metric-cues.tsv")) {
      Cue cue =
          new Cue(
              row.constant(Metric.class, 0),
              row.constant(Cue.Part.class, 1),
              units(row),
              Double.parseDouble(row.cell(4)));
      kinds
          .computeIfAbsent(cue.metric(), key -> EnumSet.noneOf(UnitKind.class))
          .addAll(cue.units());
      for (String phrase : row.list(2)) {
        for (String form : forms(phrase, cue.part())) {
          phrases.put(form, cue);
        }
      }
    }
    for (Rows.Row row : Rows.of(CueLexicon.class, "counted-nouns.tsv")) {
      for (String noun : row.list(1)) {
        counted.put(noun, row.constant(Metric.class, 0));
      }
    }
  }

  private static Set<UnitKind> units(Rows.Row row) {
    if (row.cell(3).equals("any")) {
      return EnumSet.allOf(UnitKind.class);
    }
    Set<UnitKind> units = EnumSet.noneOf(UnitKind.class);
    for (String unit : row.list(3)) {
      units.add(UnitKind.valueOf(unit.toUpperCase(Locale.ROOT)));
    }
    return units;
  }

  /** The forms of a phrase: of a noun phrase its last word bends, of a verb phrase its first. */
  private static Set<String> forms(String phrase, Cue.Part part) {
    if (phrase.startsWith("=")) {
      return Set.of(phrase.substring(1));
    }
    Set<String> forms = new LinkedHashSet<>();
    switch (part) {
      case NOUN -> {
        int last = phrase.lastIndexOf(' ') + 1;
        Inflection.noun(phrase.substring(last))
            .forEach(form -> forms.add(phrase.substring(0, last) + form));
      }
      case VERB -> {
        int space = phrase.indexOf(' ');
        String verb = space < 0 ? phrase : phrase.substring(0, space);
        String rest = space < 0 ? "" : phrase.substring(space);
        Inflection.verb(verb).forEach(form -> forms.add(form + rest));
      }
      default -> forms.add(phrase);
    }
    return forms;
  }

  /** The cues of a sentence, by position. */
  List<Cue.Hit> find(List<String> lower) {
    List<Cue.Hit> hits = new ArrayList<>();
    for (int i = 0; i < lower.size(); ) {
      List<PhraseMap.Found<Cue>> here = phrases.at(lower, i);
      boolean article = lower.get(i).equals("a") || lower.get(i).equals("an");
      if (article && !here.isEmpty() && (i == 0 || !SUM.matcher(lower.get(i - 1)).matches())) {
        // "With a share of": an article, where "$3 a share" is a rate.
        here = List.of();
      }
      for (PhraseMap.Found<Cue> found : here) {
        hits.add(new Cue.Hit(found.value(), found.first(), found.end()));
      }
      if (!here.isEmpty() && lower.get(i).equals("of")) {
        inside(lower, here, hits);
      }
      i = here.isEmpty() ? i + 1 : here.getFirst().end();
    }
    return hits;
  }

  /**
   * Adds shorter cues within a longer "of …" that speaks of other units: "orders" in "of orders".
   */
  private void inside(List<String> lower, List<PhraseMap.Found<Cue>> longer, List<Cue.Hit> hits) {
    Set<UnitKind> units = EnumSet.noneOf(UnitKind.class);
    longer.forEach(found -> units.addAll(found.value().units()));
    int end = longer.getFirst().end();
    for (int i = longer.getFirst().first() + 1; i < end; i++) {
      for (PhraseMap.Found<Cue> found : phrases.at(lower, i)) {
        if (found.end() <= end && found.value().units().stream().noneMatch(units::contains)) {
          hits.add(new Cue.Hit(found.value(), found.first(), found.end()));
        }
      }
    }
  }

  /** Whether a metric is ever measured in such a unit. */
  boolean goes(Metric metric, UnitKind kind) {
    return kinds.getOrDefault(metric, Set.of()).contains(kind);
  }

  /** What a count of such things most often measures; {@code OTHER} if nothing is known. */
  Metric counted(String unit) {
    Metric known = counted.get(unit);
    if (known == null) {
      known = counted.get(unit.substring(unit.lastIndexOf(' ') + 1));
    }
    return known == null ? Metric.OTHER : known;
  }
}
