package io.chipwire.figure;

import io.chipwire.fact.Change;
import io.chipwire.fact.Figure;
import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Metric;
import io.chipwire.quantity.Quantity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A figure while its fields are being decided. Belongs to one sentence and one thread. */
final class Draft {

  /** How a quantity hangs on an earlier or later one. */
  enum Tie {
    /** It stands alone. */
    NONE,
    /** Another writing of the same amount: a converted one in brackets. */
    SAME,
    /** The value of the same thing at another time, or of another one of the same kind. */
    COMPARED,
    /** A share of the amount before it: "$655 billion, of which OpenAI accounts for 45%". */
    PART,
    /** The next of a list. */
    LISTED,
    /** The change that led to a level, or the level that a change led to. */
    CHANGE
  }

  final Quantity quantity;
  final UnitKind kind;
  Tie tie = Tie.NONE;
  @Nullable Draft base;
  @Nullable Metric metric;
  Cue.@Nullable Hit cue;
  @Nullable String subject;
  @Nullable String product;
  @Nullable Period period;
  @Nullable Change change;
  FigureStatus status = FigureStatus.ACTUAL;

  /** Whether its period was said as one before another: "a year earlier". */
  boolean earlier;

  /** Whether its clause makes it that of somebody unnamed, or of several together. */
  boolean nobody;

  /** Whether a positive amount is a loss. */
  boolean loss;

  Evidence metricBy = Evidence.DEFAULT;
  Evidence subjectBy = Evidence.DEFAULT;
  Evidence periodBy = Evidence.DEFAULT;

  Draft(Quantity quantity) {
    this.quantity = quantity;
    this.kind = UnitKind.of(quantity);
  }

  /** The first of those that this one hangs on. */
  Draft root() {
    Draft at = this;
    while (at.base != null && at.tie != Tie.NONE) {
      at = at.base;
    }
    return at;
  }

  /** Whether it, or one it hangs on, is only what another is compared with. */
  boolean compared() {
    for (Draft at = this; at.base != null && at.tie != Tie.NONE; at = at.base) {
      if (at.tie == Tie.COMPARED || at.earlier) {
        return true;
      }
    }
    return earlier;
  }

  /** Whether whose it is, of what and when are those of the amount that it hangs on. */
  boolean sharesAll() {
    return tie == Tie.SAME || tie == Tie.PART;
  }

  /** Whether it is of what is still to come. */
  boolean isAhead() {
    return status == FigureStatus.GUIDANCE
        || status == FigureStatus.TARGET
        || status == FigureStatus.FORECAST
        || status == FigureStatus.CONDITIONAL;
  }

  /** Whether it is a cost by a mark of what one pays, not by a noun for it. */
  boolean isCostByMark() {
    return metric == Metric.COST && cue != null && cue.cue().part() == Cue.Part.MARK;
  }

  /** The metric, once decided. */
  Metric metric() {
    return metric == null ? Metric.OTHER : metric;
  }

  int first() {
    return quantity.first();
  }

  int end() {
    return quantity.end();
  }

  private static @Nullable BigDecimal negated(@Nullable BigDecimal number) {
    return number == null ? null : number.negate();
  }

  Figure figure(boolean inTitle, double confidence) {
    return new Figure(
        quantity.start(),
        quantity.stop(),
        quantity.text(),
        quantity.unit(),
        loss ? negated(quantity.high()) : quantity.low(),
        loss ? negated(quantity.low()) : quantity.high(),
        quantity.bound(),
        quantity.per(),
        metric(),
        subject,
        product,
        period == null ? null : period.toString(),
        change,
        status,
        inTitle,
        confidence);
  }
}
