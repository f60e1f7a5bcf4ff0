package io.chipwire.history;

import io.chipwire.fact.Bound;
import io.chipwire.fact.Figure;
import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One metric of one subject and product over time, as known at some time.
 *
 * @param subject entity id, or null where none was named
 * @param product entity id, or null
 * @param byStatement whether its figures name no period, as pledges do: each then stands at the
 *     month, in UTC, in which it was stated
 * @param asOf what was stated later is left out; null for all that is known
 * @param points by period: calendar before fiscal, years before quarters, then by time, then by
 *     unit
 */
public record Series(
    Metric metric,
    @Nullable String subject,
    @Nullable String product,
    boolean byStatement,
    @Nullable Instant asOf,
    List<Point> points) {

  /** What counts more where a period has several values: results first, then the company's word. */
  private static final List<FigureStatus> WEIGHT =
      List.of(
          FigureStatus.ACTUAL,
          FigureStatus.REPORTED,
          FigureStatus.GUIDANCE,
          FigureStatus.TARGET,
          FigureStatus.FORECAST,
          FigureStatus.CONDITIONAL);

  /** Copies the list. */
  public Series {
    points = List.copyOf(points);
  }

  /**
   * A period's values in one unit.
   *
   * @param period as figures write it
   * @param length how long it is
   * @param per the denominator of a rate, or null
   * @param best the value to draw: of the weightiest status the one stated by most origins, of
   *     equals the latest
   * @param values all values, in the order in which they were first stated
   */
  public record Point(
      String period,
      Period.Length length,
      boolean fiscal,
      String unit,
      @Nullable String per,
      StatedValue best,
      List<StatedValue> values) {

    /** Copies the list. */
    public Point {
      values = List.copyOf(values);
    }
  }

  private record Key(Period period, String unit, String per) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::period).thenComparing(Key::unit).thenComparing(Key::per);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private record Topic(
      Metric metric, @Nullable String subject, @Nullable String product, boolean byStatement) {}

  /**
   * Makes series of statements: those over periods first, then those with the most points. Changes
   * are left out, and figures of which neither the period nor the time of statement is known.
   */
  public static List<Series> of(List<Statement<Figure>> statements, @Nullable Instant asOf) {
    Map<Topic, Map<Key, List<Statement<Figure>>>> byTopic = new LinkedHashMap<>();
    for (Statement<Figure> statement : statements) {
      Figure figure = statement.fact();
      Instant seen = statement.source().seen();
      boolean known = asOf == null || (seen != null && !seen.isAfter(asOf));
      Optional<Period> period = period(figure, seen);
      if (known && period.isPresent() && figure.change() == null && hasValue(figure)) {
        String per = figure.per() == null ? "" : figure.per();
        byTopic
            .computeIfAbsent(
                new Topic(
                    figure.metric(), figure.subject(), figure.product(), figure.period() == null),
                key -> new TreeMap<>())
            .computeIfAbsent(new Key(period.get(), figure.unit(), per), key -> new ArrayList<>())
            .add(statement);
      }
    }
    List<Series> all = new ArrayList<>();
    byTopic.forEach(
        (topic, byKey) -> {
          List<Point> points = new ArrayList<>();
          byKey.forEach((key, same) -> points.add(point(key, StatedValue.collect(same))));
          all.add(
              new Series(
                  topic.metric(),
                  topic.subject(),
                  topic.product(),
                  topic.byStatement(),
                  asOf,
                  points));
        });
    all.sort(
        Comparator.comparing(Series::byStatement)
            .thenComparing(series -> -series.points().size())
            .thenComparing(series -> series.metric() + " " + series.subject() + series.product()));
    return List.copyOf(all);
  }

  private static Optional<Period> period(Figure figure, @Nullable Instant seen) {
    if (figure.period() != null) {
      return Period.parse(figure.period());
    }
    return seen == null ? Optional.empty() : Optional.of(Period.month(seen));
  }

  private static Point point(Key key, List<StatedValue> values) {
    StatedValue best =
        values.stream()
            .min(
                Comparator.comparingInt((StatedValue value) -> WEIGHT.indexOf(value.status()))
                    .thenComparing(value -> value.bound() != Bound.EXACT)
                    .thenComparing(value -> -value.origins())
                    .thenComparing(
                        StatedValue::lastSeen, Comparator.nullsLast(Comparator.reverseOrder())))
            .orElseThrow();
    return new Point(
        key.period().toString(),
        key.period().length(),
        key.period().fiscal(),
        key.unit(),
        key.per().isEmpty() ? null : key.per(),
        best,
        values);
  }

  private static boolean hasValue(Figure figure) {
    return figure.low() != null || figure.high() != null;
  }
}
