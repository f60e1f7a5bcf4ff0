package io.chipwire.detect;

import io.chipwire.fact.Direction;
import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Metric;
import io.chipwire.figure.Inflection;
import io.chipwire.language.Phrase;
import io.chipwire.language.WordPattern;
import io.chipwire.signal.SignalKind;
import io.chipwire.table.Rows;
import io.chipwire.table.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The detector's vocabulary, read once from its resource files. Immutable. */
final class SignalRules {

  /** How a figure's own movement becomes the direction of its signal. */
  enum DirectionRule {
    TREND,
    TREND_ONLY,
    TREND_OR_UP,
    AGAINST,
    UP,
    DOWN,
    NONE
  }

  /** What sort of quantity a figure is. */
  enum Sort {
    MONEY,
    CHANGE,
    SHARE,
    POWER,
    COUNT
  }

  /** Whose news a cue is; see {@code cues.tsv}. */
  enum Whose {
    ACTOR,
    OBJECT,
    OTHER,
    OWNER,
    ANY,
    MARKET
  }

  /** What must stand behind a cue. */
  enum Behind {
    NOTHING,
    COMPANY,
    PRODUCT
  }

  record FigureRule(
      Set<FigureStatus> statuses, SignalKind kind, DirectionRule direction, Set<Sort> sorts) {}

  record Cue(
      SignalKind kind, @Nullable Direction direction, Whose whose, Behind behind, Phrase phrase) {}

  record Mover(SignalKind kind, boolean against, Whose whose, Set<String> notBehind, Phrase noun) {}

  /** Which tenses of a verb tell news: any, all but a habit, or only what is done. */
  enum Tense {
    ANY,
    CHANGE,
    DID
  }

  /** Whose signal a frame is; see {@code frames.tsv}. */
  enum Role {
    ACTOR,
    ACTOR_ONLY,
    OWNER,
    THING,
    RECIPIENT,
    MARKET
  }

  /**
   * A verb and what it acts on; see {@code frames.tsv}.
   *
   * @param tense which tenses of the verb tell of it
   * @param nouns the things
   * @param company whether a company by name is one of them
   * @param product whether a product by name is one of them
   */
  record Frame(
      SignalKind kind,
      @Nullable Direction direction,
      Role whose,
      Tense tense,
      WordPattern nouns,
      boolean company,
      boolean product) {}

  /** A frame under one of its verbs, and the particle or preposition of that verb. */
  record FrameVerb(Frame frame, @Nullable String particle) {}

  private static final int DENIED_WITHIN = 10;

  private final Map<Metric, List<FigureRule>> figureRules = new EnumMap<>(Metric.class);
  private final List<Cue> cues;
  private final List<Mover> movers;
  private final Map<String, List<FrameVerb>> frames = new HashMap<>();
  private final Words words = Words.beside(SignalRules.class);
  private final Map<String, Integer> relevantWords = new HashMap<>();
  private final Map<String, Integer> relevantBeginnings = new HashMap<>();
  private final List<String> boilerplate;

  SignalRules() {
    for (Rows.Row row : Rows.of(SignalRules.class, "figure-signals.tsv", 5)) {
      figureRules
          .computeIfAbsent(row.label(Metric.class, 0), m -> new ArrayList<>())
          .add(
              new FigureRule(
                  statuses(row),
                  row.label(SignalKind.class, 2),
                  directionRule(row.cell(3)),
                  sorts(row)));
    }
    cues = Rows.of(SignalRules.class, "cues.tsv", 5).stream().map(SignalRules::cue).toList();
    movers = Rows.of(SignalRules.class, "movers.tsv", 5).stream().map(SignalRules::mover).toList();
    Rows.of(SignalRules.class, "frames.tsv", 6).forEach(this::addFrame);
    for (Rows.Row row : Rows.of(SignalRules.class, "relevance.tsv", 2)) {
      if (row.cell(0).endsWith("~")) {
        relevantBeginnings.put(
            row.cell(0).substring(0, row.cell(0).length() - 1), Integer.parseInt(row.cell(1)));
      } else {
        relevantWords.put(row.cell(0), Integer.parseInt(row.cell(1)));
      }
    }
    boilerplate =
        Rows.of(SignalRules.class, "boilerplate.tsv", 1).stream().map(row -> row.cell(0)).toList();
  }

  List<FigureRule> of(Metric metric) {
    return figureRules.getOrDefault(metric, List.of());
  }

  List<Cue> cues() {
    return cues;
  }

  List<Mover> movers() {
    return movers;
  }

  /** The frames of a verb in any of its forms, in lower case. */
  List<FrameVerb> frames(String verb) {
    return frames.getOrDefault(verb, List.of());
  }

  /** Whether a lower-case word has a role of {@code words.tsv}. */
  boolean is(String role, String word) {
    return words.is(role, word);
  }

  /** Whether somebody denies what stands at a word: "denied that it had raised prices". */
  boolean isDenied(List<String> words, int at) {
    return words.subList(Math.max(0, at - DENIED_WITHIN), at).stream()
        .anyMatch(word -> is("denial", word));
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

  private static Cue cue(Rows.Row row) {
    return new Cue(
        row.label(SignalKind.class, 0),
        direction(row),
        row.constant(Whose.class, 2),
        row.cell(3).equals("-") ? Behind.NOTHING : row.constant(Behind.class, 3),
        new Phrase(row.cell(4)));
  }

  private void addFrame(Rows.Row row) {
    List<String> things = List.of(row.cell(5).split(" "));
    Frame frame =
        new Frame(
            row.label(SignalKind.class, 0),
            direction(row),
            row.constant(Role.class, 2),
            row.constant(Tense.class, 3),
            new WordPattern(
                things.stream().filter(t -> !t.startsWith("@")).collect(Collectors.joining("|"))),
            things.contains("@company"),
            things.contains("@product"));
    for (String verb : row.cell(4).split(" ")) {
      int plus = verb.indexOf('+');
      FrameVerb told = new FrameVerb(frame, plus < 0 ? null : verb.substring(plus + 1));
      for (String form : Inflection.verb(plus < 0 ? verb : verb.substring(0, plus))) {
        frames.computeIfAbsent(form, f -> new ArrayList<>()).add(told);
      }
    }
  }

  private static @Nullable Direction direction(Rows.Row row) {
    return row.cell(1).equals("none") ? null : row.label(Direction.class, 1);
  }

  private static Mover mover(Rows.Row row) {
    return new Mover(
        row.label(SignalKind.class, 0),
        row.cell(1).equals("against"),
        row.constant(Whose.class, 2),
        Set.of(row.cell(3).split("\\|")),
        new Phrase(row.cell(4)));
  }

  private static Set<FigureStatus> statuses(Rows.Row row) {
    if (row.cell(1).equals("*")) {
      return EnumSet.allOf(FigureStatus.class);
    }
    Set<FigureStatus> statuses = EnumSet.noneOf(FigureStatus.class);
    for (String one : row.cell(1).split(",")) {
      statuses.add(row.label(FigureStatus.class, one));
    }
    return statuses;
  }

  private static Set<Sort> sorts(Rows.Row row) {
    if (row.cell(4).equals("*")) {
      return EnumSet.allOf(Sort.class);
    }
    Set<Sort> sorts = EnumSet.noneOf(Sort.class);
    for (String one : row.cell(4).split(",")) {
      sorts.add(row.constant(Sort.class, one));
    }
    return sorts;
  }

  private static DirectionRule directionRule(String label) {
    return switch (label) {
      case "trend!" -> DirectionRule.TREND_ONLY;
      case "trend/up" -> DirectionRule.TREND_OR_UP;
      default -> DirectionRule.valueOf(label.toUpperCase(Locale.ROOT));
    };
  }
}
