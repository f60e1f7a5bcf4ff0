package io.chipwire.detect;

import io.chipwire.fact.Direction;
import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Labelled;
import io.chipwire.fact.Metric;
import io.chipwire.language.Phrase;
import io.chipwire.signal.SignalKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The detector's vocabulary, read once from its resource files. Immutable. */
final class SignalRules {

  /** How a figure's own movement becomes the direction of its signal. */
  enum DirectionRule {
    TREND,
    TREND_ONLY,
    AGAINST,
    UP,
    DOWN,
    NONE
  }

  /** Where the subject of a cue stands. */
  enum SubjectSide {
    BEFORE,
    AFTER,
    NONE
  }

  record FigureRule(Set<FigureStatus> statuses, SignalKind kind, DirectionRule direction) {}

  record Cue(SignalKind kind, @Nullable Direction direction, SubjectSide subject, Phrase phrase) {}

  private final Map<Metric, List<FigureRule>> figureRules = new EnumMap<>(Metric.class);
  private final List<Cue> cues;
  private final Map<String, Integer> relevantWords = new HashMap<>();
  private final Map<String, Integer> relevantBeginnings = new HashMap<>();
  private final List<String> boilerplate;

  SignalRules() {
    for (String[] row : rows("figure-signals.tsv", 4)) {
      Metric metric = label(Metric.class, row[0], "figure-signals.tsv");
      Set<FigureStatus> statuses =
          row[1].equals("*") ? EnumSet.allOf(FigureStatus.class) : statuses(row[1]);
      figureRules
          .computeIfAbsent(metric, m -> new ArrayList<>())
          .add(
              new FigureRule(
                  statuses,
                  label(SignalKind.class, row[2], "figure-signals.tsv"),
                  directionRule(row[3])));
    }
    cues =
        rows("cues.tsv", 4).stream()
            .map(
                row ->
                    new Cue(
                        label(SignalKind.class, row[0], "cues.tsv"),
                        row[1].equals("none") ? null : label(Direction.class, row[1], "cues.tsv"),
                        SubjectSide.valueOf(row[2].toUpperCase(Locale.ROOT)),
                        new Phrase(row[3])))
            .toList();
    for (String[] row : rows("relevance.tsv", 2)) {
      if (row[0].endsWith("~")) {
        relevantBeginnings.put(row[0].substring(0, row[0].length() - 1), Integer.parseInt(row[1]));
      } else {
        relevantWords.put(row[0], Integer.parseInt(row[1]));
      }
    }
    boilerplate = rows("boilerplate.tsv", 1).stream().map(row -> row[0]).toList();
  }

  List<FigureRule> of(Metric metric) {
    return figureRules.getOrDefault(metric, List.of());
  }

  List<Cue> cues() {
    return cues;
  }

  /** How much a lower-case word says that the text is about the chip world; 0 if nothing. */
  int relevance(String word) {
    Integer exact = relevantWords.get(word);
    if (exact != null) {
      return exact;
    }
    for (Map.Entry<String, Integer> beginning : relevantBeginnings.entrySet()) {
      if (word.startsWith(beginning.getKey())) {
        return beginning.getValue();
      }
    }
    return 0;
  }

  /** Whether a paragraph with these first words opens the boilerplate of a release. */
  boolean opensBoilerplate(String paragraph) {
    String beginning = paragraph.toLowerCase(Locale.ROOT);
    return paragraph.length() < 80 && boilerplate.stream().anyMatch(beginning::startsWith);
  }

  private static Set<FigureStatus> statuses(String labels) {
    Set<FigureStatus> statuses = EnumSet.noneOf(FigureStatus.class);
    for (String one : labels.split(",")) {
      statuses.add(label(FigureStatus.class, one, "figure-signals.tsv"));
    }
    return statuses;
  }

  private static DirectionRule directionRule(String label) {
    return label.equals("trend!")
        ? DirectionRule.TREND_ONLY
        : DirectionRule.valueOf(label.toUpperCase(Locale.ROOT));
  }

  private static <E extends Enum<E> & Labelled> E label(
      Class<E> type, String label, String resource) {
    return Labelled.find(type, label)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "%s: \"%s\" is none of %s".formatted(resource, label, Labelled.labels(type))));
  }

  private static List<String[]> rows(String resource, int columns) {
    try (InputStream in = SignalRules.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + ": not in the class path");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<String[]> rows = new ArrayList<>();
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] cells = line.split("\t");
        if (cells.length != columns) {
          throw new IllegalStateException(
              "%s:%d: %d columns, expected %d".formatted(resource, number, cells.length, columns));
        }
        rows.add(cells);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
