package io.chipwire.figure;

import io.chipwire.fact.EntityType;
import io.chipwire.fact.Metric;
import io.chipwire.figure.Draft.Tie;
import io.chipwire.figure.MetricTraits.Time;
import io.chipwire.figure.When.Shape;
import io.chipwire.quantity.Quantity;
import io.chipwire.table.Words;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ranks the words of time of a sentence for an amount by where they stand. */
final class TimeRanking {

  private static final Words WORDS = Words.beside(TimeRanking.class);
  private static final double ENOUGH = 0.5;
  private static final double FIRM = 2.4;
  private static final Set<String> COMPARING = WORDS.of("time-ranking.comparing");
  private static final Set<String> BASIS_LEADS = WORDS.of("time-ranking.basis-leads");

  private final Speech speech;

  TimeRanking(Speech speech) {
    this.speech = speech;
  }

  /** The words of time that belong to an amount, or null. */
  @Nullable When said(Line line, Draft draft, Time time) {
    When best = null;
    double bestScore = draft.metric() == Metric.OTHER ? FIRM : ENOUGH;
    for (When when : line.times()) {
      boolean start =
          line.word(when.first() - 1).matches("starting|beginning|from")
              || line.word(when.first() - 1).equals("in")
                  && line.word(when.first() - 2).matches("starting|beginning");
      boolean model =
          line.word(when.end() - 1).matches(".*'s")
              && line.mentionAt(when.end()) != null
              && line.mentionAt(when.end()).type() == EntityType.PRODUCT;
      boolean quoted = time == Time.QUOTE && when.shape() == Shape.SAME;
      if (start && draft.change == null && time != Time.FLOW && when.first() >= draft.end()
          || model
          || quoted) {
        continue;
      }
      boolean moment =
          when.shape() == Shape.MOMENT && time != Time.QUOTE
              || when.shape() == Shape.SINCE && draft.change == null;
      boolean basis =
          draft.change != null ? isBasis(line, when, draft) : isBasisOfAnother(line, when);
      if (moment || basis || spoken(line, when)) {
        continue;
      }
      boolean compared =
          when.end() <= draft.first()
              && !isTotalOf(line, when, draft)
              && line.word(when.first() - 1).matches("in|the")
              && line.has(Set.of("than"), when.first() - 3, when.first());
      if (compared) {
        continue;
      }
      double score = score(line, draft, when, time);
      if (score > bestScore) {
        best = when;
        bestScore = score;
      }
    }
    return best;
  }

  /** "The March total of $59 billion". */
  private static boolean isTotalOf(Line line, When when, Draft draft) {
    return line.word(draft.first() - 1).equals("of") && draft.first() - when.end() == 2;
  }

  /** The quarter or month that a change is measured against, said right behind it; or null. */
  static @Nullable When basis(Line line, Draft draft) {
    for (When when : line.times()) {
      boolean behind =
          when.first() >= draft.end()
              && when.first() - draft.end() <= 6
              && line.breaks(draft.end(), when.first()) == 0;
      boolean part =
          when.period() != null
              && when.period().kind() != Period.Kind.YEAR
              && (when.shape() == Shape.OPEN || when.shape() == Shape.FIXED);
      if (draft.change != null && behind && part && isBasis(line, when, draft)) {
        return when;
      }
    }
    return null;
  }

  /** "It had promised in April": when something was said, not when it holds. */
  private boolean spoken(Line line, When when) {
    int before = when.first() - 1;
    before -= Set.of("in", "on", "late", "early").contains(line.word(before)) ? 1 : 0;
    boolean adjective =
        before == when.first() - 1
            && when.end() < line.size()
            && line.clauses().parse().isNoun(when.end());
    if (!adjective && (isSaid(line, before) || isSaid(line, before - 1))) {
      return true;
    }
    boolean short1 =
        when.shape() == Shape.MOMENT
            || when.shape() == Shape.OPEN
                && when.period() != null
                && when.period().kind() == Period.Kind.MONTH;
    if (!short1 || adjective && when.shape() == Shape.OPEN) {
      return false;
    }
    int head = line.clauses().head(when.first());
    int gap = when.first() > head ? when.first() - head : head - when.end();
    int first = Math.min(when.first(), head);
    boolean beside = gap <= 6 && line.breaks(first, first + gap) == 0;
    return beside && speech.isSaid(line.word(head)) && line.clauses().ownSubject(head) >= 0;
  }

  /** A verb of saying, where "forecast" may be a noun. */
  private boolean isSaid(Line line, int token) {
    return token >= 0 && speech.isSaid(line.word(token)) && !line.clauses().parse().isNoun(token);
  }

  /** "12% more than in April", "from the first quarter": what a change is measured against. */
  private static boolean isBasis(Line line, When when, Draft draft) {
    if (when.shape() == Shape.YEAR_EARLIER || when.shape() == Shape.PRIOR) {
      return true;
    }
    for (int i = when.first() - 1; i >= Math.max(0, when.first() - 4); i--) {
      String word = line.word(i);
      if (word.matches("to|with") && line.word(i - 1).equals("compared")) {
        return true;
      }
      if (BASIS_LEADS.contains(word)) {
        return !(word.equals("from")
            && when.shape() == Shape.OPEN
            && draft.metric() == Metric.PRICE
            && when.first() > draft.end()
            && i == when.first() - 1
            && line.has(Set.of("would", "will"), 0, draft.first()));
      }
      if (!Set.of("in", "the", "level", "of", "figure", "a", "that").contains(word)) {
        return false;
      }
    }
    return false;
  }

  /** "Rose 31% from February to $9bn": what the 31% are measured against is not of the $9bn. */
  private static boolean isBasisOfAnother(Line line, When when) {
    Period period = when.period();
    boolean part = period != null && period.kind() != Period.Kind.YEAR;
    int from = when.first() - (line.word(when.first() - 1).equals("the") ? 2 : 1);
    Quantity change = line.quantityAt(from - 1);
    return part && line.word(from).equals("from") && change != null && change.unit().equals("%");
  }

  /** "And second-quarter sales of $9bn": it belongs to the amount that follows. */
  private static boolean modifiesNext(Line line, When when) {
    Quantity next = line.quantityFrom(when.end());
    boolean led =
        line.word(when.first() - 1)
            .matches("in|for|of|at|by|during|the|on|since|over|from|this|last");
    return next != null
        && !led
        && next.first() - when.end() <= 5
        && next.first() > when.end()
        && line.clauses().parse().isNoun(when.end())
        && line.breaks(when.end(), next.first()) == 0;
  }

  private static boolean isVerbBetween(Line line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (line.clauses().parse().tag(i).matches("VBD|VBZ|VBP|MD")) {
        return true;
      }
    }
    return false;
  }

  /** Behind "($22.1 billion)", the same amount in another currency, if that follows. */
  private static int behindConversion(Line line, Draft draft) {
    Quantity converted = line.quantityAt(draft.end() + 1);
    boolean bracketed =
        line.word(draft.end()).equals("(")
            && converted != null
            && line.word(converted.end()).equals(")");
    return bracketed ? converted.end() + 1 : draft.end();
  }

  private static double score(Line line, Draft draft, When when, Time time) {
    boolean behind = when.first() >= draft.end();
    int from = behind ? behindConversion(line, draft) : when.end();
    int to = behind ? when.first() : draft.first();
    int others = 0;
    for (int i = from; i < to; i++) {
      boolean start = line.quantityAt(i) != null && line.quantityAt(i) != line.quantityAt(i - 1);
      boolean same =
          start && behind && (line.bracketed(line.quantityAt(i)) || line.word(i - 1).equals("or"));
      others += start && !same ? 1 : 0;
    }
    double breaks = line.breaks(from, to);
    boolean together = line.clauses().together(when.first(), draft.first());
    boolean opening = !behind && when.first() <= 3;
    boolean relative = when.shape() == Shape.YEAR_EARLIER || when.shape() == Shape.PRIOR;
    boolean heading = relative && when.first() == 0;
    if (relative && !heading && (others > 0 || !behind)) {
      return -1;
    }
    double score = behind ? 3 : 2.4;
    score -= (opening ? 0.03 : 0.1) * (to - from);
    score -= behind && modifiesNext(line, when) ? 2.5 : 0;
    score -= (opening ? 0.1 : behind ? 2.6 : 1.3) * others + (opening ? 0.1 : 0.5) * breaks;
    score += together ? 0.5 : -0.4;
    boolean unread =
        draft.change == null
            && line.has(BASIS_LEADS, from, to)
            && line.word(when.first() - 2).matches("\\d[\\d.,]*");
    if (behind && (others > 0 || unread) && line.has(COMPARING, from, to)) {
      score -= 3;
    }
    if (!behind
        && draft.tie == Tie.COMPARED
        && draft.base != null
        && when.end() <= draft.base.end()) {
      score -= 3;
    }
    if (time == Time.QUOTE && !together && to - from > 4) {
      score -= 1.5;
    }
    Quantity owner = behind ? null : line.quantityBefore(when.first());
    boolean taken =
        owner != null
            && when.first() - owner.end() <= 3
            && line.breaks(owner.end(), when.first()) == 0
            && !(draft.tie == Tie.CHANGE || draft.tie == Tie.SAME);
    if (taken
        && line.word(owner.end()).matches("in|for|at|by|last|this|next|a|the|of|during|since|so")) {
      score -= 2.5;
    }
    if (behind && !together && time != Time.FLOW && isVerbBetween(line, from, to)) {
      score -= 1.5;
    }
    Period period = when.period();
    boolean month = period != null && period.kind() == Period.Kind.MONTH;
    if (month && time == Time.FLOW && when.shape() == Shape.OPEN) {
      score -= 1;
    }
    return score;
  }
}
