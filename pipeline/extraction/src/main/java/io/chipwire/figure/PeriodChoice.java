package io.chipwire.figure;

import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Metric;
import io.chipwire.figure.Draft.Tie;
import io.chipwire.figure.MetricTraits.Time;
import io.chipwire.figure.When.Shape;
import io.chipwire.lexicon.FiscalYear;
import io.chipwire.lexicon.Lexicon;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which period a figure covers. */
final class PeriodChoice {

  private static final double ENOUGH = 0.5;
  private static final Set<String> BASIS_LEADS =
      Set.of("from", "than", "over", "versus", "against", "since");
  private static final Set<FigureStatus> AHEAD =
      EnumSet.of(FigureStatus.GUIDANCE, FigureStatus.TARGET, FigureStatus.FORECAST);
  private static final Set<Metric> COMPLETED = EnumSet.of(Metric.INVESTMENT, Metric.DEAL_VALUE);

  private final Map<Metric, MetricTraits> traits;
  private final Lexicon lexicon;
  private final Timeline timeline;

  PeriodChoice(Map<Metric, MetricTraits> traits, Lexicon lexicon, Timeline timeline) {
    this.traits = traits;
    this.lexicon = lexicon;
    this.timeline = timeline;
  }

  void choose(Line line, Draft draft, Discourse talk) {
    Time time = traits.get(draft.metric()).time();
    Period base =
        draft.base != null && draft.base.period != null ? draft.base.period : talk.period();
    if (draft.base != null && draft.tie == Tie.SAME) {
      draft.period = draft.base.period;
      draft.periodBy = Evidence.TIED;
      return;
    }
    When said = said(line, draft, time);
    if (said != null) {
      draft.period = resolve(said, base, draft, talk);
      draft.periodBy = Evidence.STATED;
      if (time == Time.PLEDGE) {
        boolean done = COMPLETED.contains(draft.metric()) && draft.status == FigureStatus.ACTUAL;
        draft.period =
            done
                    && said.first() > 0
                    && Set.of("in", "on").contains(line.word(said.first() - 1))
                    && said.first() >= draft.first() - 25
                ? draft.period
                : null;
      }
      return;
    }
    if (time == Time.PLEDGE) {
      draft.periodBy = Evidence.STATED;
      return;
    }
    boolean inherits =
        draft.base != null
            && draft.tie != Tie.NONE
            && (draft.tie != Tie.COMPARED || time == Time.FLOW);
    if (inherits && draft.base != null) {
      draft.period = draft.base.period;
      draft.periodBy = Evidence.TIED;
    } else if (time == Time.FLOW) {
      draft.period = talk.period();
      draft.periodBy = Evidence.CONTEXT;
    }
  }

  private @Nullable Period resolve(When said, @Nullable Period base, Draft draft, Discourse talk) {
    FiscalYear fiscalYear =
        draft.subject == null ? FiscalYear.CALENDAR : lexicon.fiscalYear(draft.subject);
    boolean future = AHEAD.contains(draft.status);
    When when = said;
    if (said.period() != null && said.period().fiscal()) {
      talk.fiscal(draft.subject);
    } else if (said.period() != null
        && said.shape() == Shape.OPEN
        && said.period().kind() == Period.Kind.QUARTER
        && talk.isFiscal(draft.subject)) {
      when = new When(said.first(), said.end(), said.shape(), said.period().asFiscal(true));
    }
    return timeline.resolve(when, base, future, fiscalYear);
  }

  /** The words of time that belong to an amount, or null. */
  private static @Nullable When said(Line line, Draft draft, Time time) {
    When best = null;
    double bestScore = ENOUGH;
    for (When when : line.times()) {
      if (draft.change != null && isBasis(line, when, draft)) {
        continue;
      }
      double score = score(line, draft, when);
      if (score > bestScore) {
        best = when;
        bestScore = score;
      }
    }
    return best;
  }

  /** "12% more than in April", "from the first quarter": what a change is measured against. */
  private static boolean isBasis(Line line, When when, Draft draft) {
    if (when.shape() == Shape.YEAR_EARLIER || when.shape() == Shape.PRIOR) {
      return true;
    }
    for (int i = when.first() - 1; i >= Math.max(0, when.first() - 4); i--) {
      String word = line.word(i);
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

  private static double score(Line line, Draft draft, When when) {
    boolean behind = when.first() >= draft.end();
    int from = behind ? draft.end() : when.end();
    int to = behind ? when.first() : draft.first();
    int others = 0;
    for (int i = from; i < to; i++) {
      boolean start = line.quantityAt(i) != null && line.quantityAt(i) != line.quantityAt(i - 1);
      others += start && !line.bracketed(line.quantityAt(i)) ? 1 : 0;
    }
    double breaks = line.breaks(from, to);
    boolean together = line.clauses().together(when.first(), draft.first());
    boolean opening = !behind && when.first() <= 3;
    double score = behind ? 3 : 2.4;
    score -= 0.1 * (to - from) + (opening ? 0.2 : 1.3) * others + (opening ? 0.1 : 0.5) * breaks;
    score += together ? 0.5 : -0.4;
    boolean compared = when.shape() == Shape.YEAR_EARLIER || when.shape() == Shape.PRIOR;
    if (compared && !behind) {
      score -= 2;
    }
    return score;
  }
}
