package io.chipwire.figure;

import io.chipwire.fact.Basis;
import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Metric;
import io.chipwire.figure.Draft.Tie;
import io.chipwire.figure.MetricTraits.Time;
import io.chipwire.figure.When.Shape;
import io.chipwire.lexicon.FiscalYear;
import io.chipwire.lexicon.Lexicon;
import io.chipwire.quantity.Quantity;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which period a figure covers. */
final class PeriodChoice {

  private static final double ENOUGH = 0.5;
  private static final double FIRM = 2.4;
  private static final Set<String> COMPARING =
      Set.of("versus", "vs", "against", "compared", "from", "than", "after");
  private static final Set<String> BASIS_LEADS =
      Set.of("from", "than", "over", "versus", "against", "since");
  private static final Set<FigureStatus> AHEAD =
      EnumSet.of(
          FigureStatus.GUIDANCE,
          FigureStatus.TARGET,
          FigureStatus.FORECAST,
          FigureStatus.CONDITIONAL);
  private static final Set<Metric> COMPLETED = EnumSet.of(Metric.INVESTMENT, Metric.DEAL_VALUE);

  private final Map<Metric, MetricTraits> traits;
  private final Lexicon lexicon;
  private final Timeline timeline;
  private final Speech speech;
  private final StatusCues statuses;

  PeriodChoice(
      Map<Metric, MetricTraits> traits,
      Lexicon lexicon,
      Timeline timeline,
      Speech speech,
      StatusCues statuses) {
    this.speech = speech;
    this.statuses = statuses;
    this.traits = traits;
    this.lexicon = lexicon;
    this.timeline = timeline;
  }

  void choose(Line line, Draft draft, Discourse talk) {
    Time time = traits.get(draft.metric()).time();
    if (draft.base != null && draft.tie == Tie.SAME) {
      draft.period = draft.base.period;
      draft.periodBy = Evidence.TIED;
      return;
    }
    boolean plain = draft.metric() == Metric.OTHER;
    if (plain && (draft.kind == UnitKind.TIME || draft.kind == UnitKind.LENGTH)) {
      draft.periodBy = Evidence.STATED;
      return;
    }
    Period rooted = draft.base == null ? null : draft.root().period;
    Period spokenOf = talk.period(draft.status, draft.subject);
    Period base = rooted != null ? rooted : spokenOf;
    When said = said(line, draft, time);
    if (time == Time.PLEDGE) {
      draft.periodBy = Evidence.STATED;
      boolean done = COMPLETED.contains(draft.metric()) && draft.status == FigureStatus.ACTUAL;
      if (said != null && done && dated(line, said)) {
        draft.period = resolve(line, said, base, draft, talk);
      }
      return;
    }
    if (said != null) {
      draft.period = resolve(line, said, base, draft, talk);
      draft.periodBy = Evidence.STATED;
      draft.earlier = said.shape() == Shape.YEAR_EARLIER || said.shape() == Shape.PRIOR;
      return;
    }
    boolean another = draft.base != null && !Objects.equals(draft.base.subject, draft.subject);
    boolean to =
        draft.base != null && line.word(draft.base.first() - 1).equals("from") && time != Time.FLOW;
    boolean inherits =
        draft.tie == Tie.CHANGE
            || draft.tie == Tie.LISTED && !to
            || draft.tie == Tie.COMPARED && (time == Time.FLOW || another);
    Period before = inherits && draft.base != null ? before(line, draft, time, talk) : null;
    if (before != null) {
      draft.period = before;
      draft.periodBy = Evidence.TIED;
      draft.earlier = true;
    } else if (inherits && draft.base != null) {
      Draft from = draft.tie == Tie.CHANGE ? draft.base : draft.root();
      draft.period = from.period;
      draft.periodBy = Evidence.TIED;
    } else if (time == Time.FLOW) {
      draft.period = spokenOf;
      draft.periodBy = Evidence.CONTEXT;
    } else if (time == Time.LEVEL && draft.status == FigureStatus.ACTUAL && isPast(line, draft)) {
      draft.period = quarter(spokenOf);
      draft.periodBy = Evidence.CONTEXT;
    } else if (draft.metric() == Metric.MARKET_SHARE && AHEAD.contains(draft.status)) {
      draft.period = talk.lastOf(draft.metric());
      draft.periodBy = Evidence.CONTEXT;
    }
  }

  /** "$44bn, up from $25bn": the same a year or a quarter before, as the article compares. */
  private @Nullable Period before(Line line, Draft draft, Time time, Discourse talk) {
    Draft base = draft.base;
    if (draft.tie != Tie.COMPARED || time != Time.FLOW || base == null || base.period == null) {
      return null;
    }
    int at = draft.first() - 1;
    while (at > base.end()
        && line.word(at).matches("about|around|just|some|a|an|loss|profit|of|only|nearly")) {
      at--;
    }
    boolean from = line.word(at).equals("from");
    boolean compared =
        line.word(at).matches("with|to") && line.word(at - 1).equals("compared")
            || line.word(at).matches("versus|vs|vs\\.|against");
    boolean settled =
        draft.status == FigureStatus.ACTUAL
            && base.status == FigureStatus.ACTUAL
            && Objects.equals(base.subject, draft.subject)
            && Objects.equals(base.metric, draft.metric);
    if (!settled
        || !from && !compared
        || said(line, base, time) == null && base.tie == Tie.COMPARED) {
      return null;
    }
    if (statuses.has(line.lower().subList(base.end(), line.size()), StatusCues.Kind.OUTLOOK)
        || statuses.has(line.lower().subList(base.end(), line.size()), StatusCues.Kind.OUTSIDER)) {
      return null;
    }
    boolean quarter = talk.basis() == Basis.QOQ && base.period.kind() == Period.Kind.QUARTER;
    return quarter ? base.period.plus(-1) : base.period.plusYears(-1);
  }

  /** "Stood at": the clause is in the simple past, or has no verb. */
  private static boolean isPast(Line line, Draft draft) {
    Clauses clauses = line.clauses();
    int head = clauses.head(draft.first());
    boolean past = clauses.parse().tag(head).equals("VBD");
    boolean verb = clauses.parse().isVerb(head);
    for (int child : clauses.parse().children(head)) {
      String relation = clauses.parse().relation(child);
      if (relation.startsWith("aux") || relation.equals("cop")) {
        past |= line.word(child).matches("was|were");
        verb = true;
        if (line.word(child).matches("has|have|is|are|'ve|had|will|would|can|could|may")) {
          return false;
        }
      }
    }
    return past || !verb;
  }

  private static @Nullable Period quarter(@Nullable Period period) {
    return period != null && period.kind() == Period.Kind.QUARTER ? period : null;
  }

  private static boolean dated(Line line, When said) {
    return Set.of("in", "on").contains(line.word(said.first() - 1))
        || said.first() == 0
        || line.word(said.first()).matches("last|this");
  }

  private @Nullable Period resolve(
      Line line, When said, @Nullable Period base, Draft draft, Discourse talk) {
    String company = draft.subject != null ? draft.subject : talk.focus();
    FiscalYear fiscalYear = company == null ? FiscalYear.CALENDAR : lexicon.fiscalYear(company);
    boolean market = draft.metric() == Metric.MARKET_SHARE || draft.metric() == Metric.MARKET_SIZE;
    boolean due = Set.of("by", "until", "before").contains(line.word(said.first() - 1));
    boolean future = due || AHEAD.contains(draft.status) && draft.tie != Tie.COMPARED;
    Period period = said.period();
    When when = said;
    if (period != null && period.fiscal()) {
      talk.fiscal(draft.subject);
    } else if (period != null
        && said.shape() == Shape.OPEN
        && period.kind() == Period.Kind.QUARTER
        && !market
        && talk.isFiscal(draft.subject)) {
      when = new When(said.first(), said.end(), said.shape(), period.asFiscal(true));
    }
    Period reported = talk.mainPeriod();
    boolean coming =
        when.shape() == Shape.CURRENT
            && future
            && reported != null
            && reported.kind() == Period.Kind.QUARTER
            && reported.fiscal()
            && talk.isFiscal(draft.subject);
    if (coming && reported != null) {
      return reported.plus(1);
    }
    Period resolved = timeline.resolve(when, base, future, fiscalYear);
    boolean before = when.shape() == Shape.NTH && draft.tie == Tie.COMPARED;
    return before && resolved != null && base != null && resolved.lastMonth() > base.lastMonth()
        ? resolved.plusYears(-1)
        : resolved;
  }

  /** The words of time that belong to an amount, or null. */
  private @Nullable When said(Line line, Draft draft, Time time) {
    When best = null;
    double bestScore = draft.metric() == Metric.OTHER ? FIRM : ENOUGH;
    for (When when : line.times()) {
      boolean moment =
          when.shape() == Shape.MOMENT && time != Time.QUOTE
              || when.shape() == Shape.SINCE && draft.change == null;
      if (moment || draft.change != null && isBasis(line, when, draft) || spoken(line, when)) {
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

  /** "It had promised in April": when something was said, not when it holds. */
  private boolean spoken(Line line, When when) {
    int before = when.first() - 1;
    before -= Set.of("in", "on", "late", "early").contains(line.word(before)) ? 1 : 0;
    if (speech.isSaid(line.word(before)) || speech.isSaid(line.word(before - 1))) {
      return true;
    }
    boolean short1 =
        when.shape() == Shape.MOMENT
            || when.shape() == Shape.OPEN
                && when.period() != null
                && when.period().kind() == Period.Kind.MONTH;
    if (!short1) {
      return false;
    }
    int head = line.clauses().head(when.first());
    return speech.isSaid(line.word(head)) && line.clauses().ownSubject(head) >= 0;
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

  private static double score(Line line, Draft draft, When when, Time time) {
    boolean behind = when.first() >= draft.end();
    int from = behind ? draft.end() : when.end();
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
    if (relative && (others > 0 || !behind)) {
      return -1;
    }
    double score = behind ? 3 : 2.4;
    score -= (opening ? 0.03 : 0.1) * (to - from);
    score -= (opening ? 0.1 : behind ? 2.2 : 1.3) * others + (opening ? 0.1 : 0.5) * breaks;
    score += together ? 0.5 : -0.4;
    if (behind && others > 0 && line.has(COMPARING, from, to)) {
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
        && line.word(owner.end()).matches("in|for|at|by|last|this|a|the|of|during|since|so")) {
      score -= 2.5;
    }
    Period period = when.period();
    boolean month = period != null && period.kind() == Period.Kind.MONTH;
    if (month && time == Time.FLOW && when.shape() == Shape.OPEN) {
      score -= 1;
    }
    return score;
  }
}
