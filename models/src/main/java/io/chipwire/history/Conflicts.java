package io.chipwire.history;

import io.chipwire.fact.Change;
import io.chipwire.fact.Direction;
import io.chipwire.fact.Figure;
import io.chipwire.fact.FigureStatus;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where sources differ about one fact, and where a stated change does not fit the value before.
 *
 * @param comparisons each value of a fact with the first one of it, where there are several
 * @param checks stated changes against what is known of the period before
 */
public record Conflicts(List<Comparison> comparisons, List<Check> checks) {

  /** Copies the lists. */
  public Conflicts {
    comparisons = List.copyOf(comparisons);
    checks = List.copyOf(checks);
  }

  /** What is stated: two statements with the same key are about the same fact. */
  public record Fact(
      String metric,
      @Nullable String subject,
      @Nullable String product,
      String period,
      String unit,
      @Nullable String per,
      @Nullable Change change) {}

  /** Two values of a fact. */
  public record Comparison(Fact fact, Relation relation, StatedValue first, StatedValue second) {}

  /**
   * "Up 78% to 43.2 billion" against the value before.
   *
   * @param fact the fact that the change and the value imply: that of the period before
   * @param value the value after the change
   * @param change the change, in percent
   * @param impliedLow the least that the value before can have been, by both, as rounded
   * @param impliedHigh the most
   * @param known what is stated of the period before
   * @param fits whether that lies within
   */
  public record Check(
      Fact fact,
      StatedValue value,
      StatedValue change,
      BigDecimal impliedLow,
      BigDecimal impliedHigh,
      StatedValue known,
      boolean fits) {}

  /** Compares all statements; those without a period or a subject cannot be told apart. */
  public static Conflicts of(List<Statement<Figure>> statements) {
    Map<Fact, List<Statement<Figure>>> byFact = new LinkedHashMap<>();
    for (Statement<Figure> statement : statements) {
      Figure figure = statement.fact();
      if (figure.period() != null && figure.subject() != null && isResultOrOwnWord(figure)) {
        byFact.computeIfAbsent(fact(figure), key -> new ArrayList<>()).add(statement);
      }
    }
    Map<Fact, List<StatedValue>> values = new LinkedHashMap<>();
    byFact.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparing(Fact::toString)))
        .forEach(entry -> values.put(entry.getKey(), StatedValue.collect(entry.getValue())));
    List<Comparison> comparisons = new ArrayList<>();
    values.forEach((fact, all) -> compare(fact, all, comparisons));
    return new Conflicts(comparisons, checks(values));
  }

  private static Fact fact(Figure figure) {
    return new Fact(
        figure.metric().label(),
        figure.subject(),
        figure.product(),
        Objects.requireNonNullElse(figure.period(), ""),
        figure.unit(),
        figure.per(),
        figure.change());
  }

  /** Forecasts of others differ by nature. */
  static boolean isResultOrOwnWord(Figure figure) {
    return figure.status() != FigureStatus.FORECAST && figure.status() != FigureStatus.CONDITIONAL;
  }

  private static void compare(Fact fact, List<StatedValue> values, List<Comparison> found) {
    Map<FigureStatus, StatedValue> firsts = new LinkedHashMap<>();
    for (StatedValue value : values) {
      StatedValue first = firsts.putIfAbsent(statementClass(value.status()), value);
      if (first != null) {
        found.add(new Comparison(fact, relation(first, value), first, value));
      }
    }
  }

  /** Results are compared with results, outlooks with outlooks, goals with goals. */
  static FigureStatus statementClass(FigureStatus status) {
    return status == FigureStatus.REPORTED ? FigureStatus.ACTUAL : status;
  }

  static Relation relation(StatedValue first, StatedValue second) {
    if (Objects.equals(first.low(), second.low()) && Objects.equals(first.high(), second.high())) {
      return Relation.AGREES;
    }
    if (first.rounding().meets(second.rounding())) {
      return Relation.ROUNDS_TO;
    }
    boolean later =
        first.firstSeen() != null
            && second.firstSeen() != null
            && second.firstSeen().isAfter(first.firstSeen());
    boolean ownWord =
        second.status() == FigureStatus.GUIDANCE || second.status() == FigureStatus.TARGET;
    return later && (ownWord || samePublisher(first, second))
        ? Relation.REVISES
        : Relation.CONFLICTS;
  }

  private static boolean samePublisher(StatedValue first, StatedValue second) {
    String publisher = second.sources().get(0).publisher();
    return publisher != null
        && first.sources().stream().anyMatch(source -> publisher.equals(source.publisher()));
  }

  private static List<Check> checks(Map<Fact, List<StatedValue>> values) {
    Map<Fact, List<Fact>> levels = new HashMap<>();
    for (Fact fact : values.keySet()) {
      if (fact.change() == null && !fact.unit().equals("%")) {
        levels.computeIfAbsent(topic(fact), key -> new ArrayList<>()).add(fact);
      }
    }
    List<Check> checks = new ArrayList<>();
    values.forEach(
        (fact, changes) -> {
          Change change = fact.change();
          Optional<Period> period = Period.parse(fact.period());
          if (change == null || !fact.unit().equals("%") || period.isEmpty()) {
            return;
          }
          Optional<Period> before = period.get().before(change.basis());
          for (Fact level : levels.getOrDefault(topic(fact), List.of())) {
            if (before.isPresent()) {
              Fact wanted = at(level, before.get());
              List<StatedValue> known = values.getOrDefault(wanted, List.of());
              check(wanted, values.getOrDefault(level, List.of()), changes, change, known, checks);
            }
          }
        });
    return checks;
  }

  /** What a fact is about, in whatever unit. */
  private static Fact topic(Fact fact) {
    return new Fact(fact.metric(), fact.subject(), fact.product(), fact.period(), "", null, null);
  }

  private static Fact at(Fact level, Period period) {
    return new Fact(
        level.metric(),
        level.subject(),
        level.product(),
        period.toString(),
        level.unit(),
        level.per(),
        null);
  }

  /** Checks each change against the value of the same article. */
  private static void check(
      Fact fact,
      List<StatedValue> levels,
      List<StatedValue> changes,
      Change change,
      List<StatedValue> known,
      List<Check> checks) {
    Optional<StatedValue> before =
        known.stream().filter(value -> value.status() == FigureStatus.ACTUAL).findFirst();
    for (StatedValue level : levels) {
      for (StatedValue percent : changes) {
        if (before.isPresent() && sameArticle(level, percent)) {
          Rounding value = level.rounding();
          Rounding rate = percent.rounding();
          BigDecimal low = implied(value.low(), rate.high(), change.direction(), rate.low());
          BigDecimal high = implied(value.high(), rate.low(), change.direction(), rate.high());
          if (low != null && high != null) {
            boolean fits = new Rounding(low, high).meets(before.get().rounding());
            checks.add(new Check(fact, level, percent, low, high, before.get(), fits));
          }
        }
      }
    }
  }

  private static boolean sameArticle(StatedValue a, StatedValue b) {
    return a.sources().stream()
        .anyMatch(
            source ->
                b.sources().stream()
                    .anyMatch(other -> other.articleId().equals(source.articleId())));
  }

  /** The value before: for a rise divided by more gives less, for a fall the other way round. */
  private static @Nullable BigDecimal implied(
      @Nullable BigDecimal value,
      @Nullable BigDecimal rateOfRise,
      Direction direction,
      @Nullable BigDecimal rateOfFall) {
    BigDecimal rate = direction == Direction.UP ? rateOfRise : rateOfFall;
    if (value == null || rate == null) {
      return null;
    }
    BigDecimal percent = direction == Direction.UP ? rate : rate.negate();
    BigDecimal factor = BigDecimal.ONE.add(percent.movePointLeft(2));
    return factor.signum() <= 0 ? null : value.divide(factor, MathContext.DECIMAL64);
  }
}
