package io.chipwire.history;

import io.chipwire.fact.Bound;
import io.chipwire.fact.Figure;
import io.chipwire.fact.FigureStatus;
import io.chipwire.story.Origin;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One value of a fact, with everybody who states it.
 *
 * @param text the number as first printed
 * @param firstSeen when it was first stated; null where no source has a date
 * @param origins how many independent outlets state it, see {@link Origin}
 * @param sources in order of time
 */
public record StatedValue(
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    Bound bound,
    FigureStatus status,
    String text,
    @Nullable Instant firstSeen,
    @Nullable Instant lastSeen,
    int origins,
    List<Source> sources) {

  /** Copies the list. */
  public StatedValue {
    sources = List.copyOf(sources);
  }

  private record Key(
      @Nullable BigDecimal low, @Nullable BigDecimal high, Bound bound, FigureStatus status) {}

  /**
   * Puts statements of one fact together by value and status, in the order of their first source.
   */
  static List<StatedValue> collect(List<Statement<Figure>> statements) {
    List<Statement<Figure>> sorted = new ArrayList<>(statements);
    sorted.sort(
        Comparator.comparing((Statement<Figure> statement) -> statement.source().seenOrLast())
            .thenComparing(statement -> statement.source().articleId())
            .thenComparing(statement -> statement.fact().start()));
    Map<Key, List<Statement<Figure>>> byValue = new LinkedHashMap<>();
    for (Statement<Figure> statement : sorted) {
      Figure figure = statement.fact();
      byValue
          .computeIfAbsent(
              new Key(figure.low(), figure.high(), figure.bound(), figure.status()),
              key -> new ArrayList<>())
          .add(statement);
    }
    return byValue.values().stream().map(StatedValue::of).toList();
  }

  private static StatedValue of(List<Statement<Figure>> same) {
    Figure figure = same.get(0).fact();
    Map<String, Source> sources = new LinkedHashMap<>();
    same.forEach(
        statement -> sources.putIfAbsent(statement.source().articleId(), statement.source()));
    List<Source> distinct = List.copyOf(sources.values());
    List<Instant> times =
        distinct.stream().map(Source::seenOrLast).filter(time -> time != Instant.MAX).toList();
    return new StatedValue(
        figure.low(),
        figure.high(),
        figure.bound(),
        figure.status(),
        figure.text(),
        times.isEmpty() ? null : times.get(0),
        times.isEmpty() ? null : times.get(times.size() - 1),
        origins(distinct),
        distinct);
  }

  /** How many of the sources are independent. */
  static int origins(List<Source> sources) {
    return Origin.independent(sources.stream().map(Source::origin).toList()).size();
  }

  Rounding rounding() {
    return Rounding.of(low, high, bound, text);
  }
}
