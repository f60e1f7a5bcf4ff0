package io.chipwire.figure;

import io.chipwire.fact.Basis;
import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Metric;
import io.chipwire.figure.Draft.Tie;
import io.chipwire.figure.MetricTraits.Time;
import io.chipwire.figure.When.Shape;
import io.chipwire.lexicon.Lexicon;
import io.chipwire.table.Words;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which period a figure covers. */
final class PeriodChoice {

  private static final Words WORDS = Words.beside(PeriodChoice.class);
  private static final Set<String> HELD = WORDS.of("period-choice.held");
  private static final Set<String> HOLDING = WORDS.of("period-choice.holding");
  private static final Set<String> REVISED = WORDS.of("period-choice.revised");
  private static final Set<String> OUTLOOKS = WORDS.of("period-choice.outlooks");
  private static final Set<Metric> COMPLETED = EnumSet.of(Metric.INVESTMENT, Metric.DEAL_VALUE);

  private final Map<Metric, MetricTraits> traits;
  private final Timeline timeline;
  private final TimeRanking ranking;
  private final PeriodResolution resolution;
  private final StatusCues statuses;

  PeriodChoice(
      Map<Metric, MetricTraits> traits,
      Lexicon lexicon,
      Timeline timeline,
      Speech speech,
      StatusCues statuses) {
    this.ranking = new TimeRanking(speech);
    this.resolution = new PeriodResolution(traits, lexicon, timeline, speech, statuses);
    this.statuses = statuses;
    this.traits = traits;
    this.timeline = timeline;
  }

  void choose(Line line, Draft draft, Discourse talk) {
    Time time = time(line, draft);
    if (draft.base != null && draft.sharesAll()) {
      draft.period = draft.base.period;
      draft.periodBy = Evidence.TIED;
      return;
    }
    boolean plain = draft.metric() == Metric.OTHER;
    // "Its 12-layer HBM4" has as many layers in any period.
    boolean attribute =
        draft.kind == UnitKind.COUNT && draft.quantity.text().matches(".*\\d-\\p{Alpha}+");
    if (plain && (attribute || draft.kind == UnitKind.TIME || draft.kind == UnitKind.LENGTH)) {
      draft.periodBy = Evidence.STATED;
      return;
    }
    if (plain && draft.cue != null && line.word(draft.cue.end() - 1).startsWith("dividend")) {
      draft.periodBy = Evidence.STATED;
      return;
    }
    Period rooted = draft.base == null ? null : draft.root().period;
    FigureStatus told = wasExpected(line, draft) ? FigureStatus.ACTUAL : draft.status;
    Period spokenOf = talk.period(told, draft.subject);
    Period base = rooted != null || time == Time.QUOTE ? rooted : spokenOf;
    if (revised(line, draft) && draft.base != null) {
      draft.period = draft.root().period;
      draft.periodBy = Evidence.TIED;
      return;
    }
    When said = ranking.said(line, draft, time);
    if (time == Time.PLEDGE) {
      draft.periodBy = Evidence.STATED;
      boolean again =
          said != null
              && said.shape() == Shape.YEAR_EARLIER
              && rooted != null
              && draft.base != null;
      boolean done = COMPLETED.contains(draft.metric()) && draft.status == FigureStatus.ACTUAL;
      if (said != null && (again || done && dated(line, draft, said))) {
        draft.period = resolution.of(line, said, base, draft, talk);
      }
      return;
    }
    if (said != null && said.shape() == Shape.STRETCH) {
      draft.periodBy = Evidence.STATED;
      return;
    }
    boolean shared =
        said != null
            && draft.tie == Tie.LISTED
            && draft.base != null
            && draft.base.earlier
            && said.equals(ranking.said(line, draft.base, time));
    if (shared && draft.base != null) {
      draft.period = draft.base.period;
      draft.periodBy = Evidence.TIED;
      draft.earlier = true;
      return;
    }
    if (said != null) {
      draft.period = resolution.of(line, said, base, draft, talk);
      draft.periodBy = Evidence.STATED;
      draft.earlier = said.shape() == Shape.YEAR_EARLIER || said.shape() == Shape.PRIOR;
      return;
    }
    Period after = draft.metric() == Metric.PRICE ? afterBasis(line, draft, talk) : null;
    if (after != null) {
      draft.period = after;
      draft.periodBy = Evidence.STATED;
      return;
    }
    boolean another = draft.base != null && !Objects.equals(draft.base.subject, draft.subject);
    boolean to =
        draft.base != null
            && line.word(draft.base.first() - 1).equals("from")
            && (time != Time.FLOW || draft.base.periodBy == Evidence.STATED);
    boolean event =
        draft.metric() == Metric.SHARE_PRICE
            && draft.base != null
            && !line.clauses().together(draft.base.first(), draft.first());
    boolean inherits =
        draft.tie == Tie.CHANGE
            || draft.tie == Tie.LISTED && !to && !event
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
    } else if (time == Time.FLOW && isHeldNow(line, draft)) {
      draft.periodBy = Evidence.CLAUSE;
    } else if (time == Time.FLOW) {
      draft.period = spokenOf;
      draft.periodBy = Evidence.CONTEXT;
    } else if (time == Time.LEVEL && draft.status == FigureStatus.ACTUAL && isPast(line, draft)) {
      draft.period = Period.ifQuarter(spokenOf);
      draft.periodBy = Evidence.CONTEXT;
    } else if (draft.isAhead()
        && (draft.metric() == Metric.MARKET_SHARE
            || draft.metric() == Metric.PRICE && draft.change != null)) {
      Period last = talk.lastOf(draft.metric());
      draft.period = last != null || draft.metric() != Metric.PRICE ? last : talk.mainAhead();
      draft.periodBy = Evidence.CONTEXT;
    }
  }

  /** How the metric relates to time; what a balance sheet shows is a level whatever its metric. */
  private Time time(Line line, Draft draft) {
    boolean named = draft.cue != null && draft.cue.cue().part() == Cue.Part.NOUN;
    boolean sum = draft.kind == UnitKind.MONEY && draft.quantity.per() == null;
    boolean owed =
        draft.metric() == Metric.COMMITMENT
            && draft.cue != null
            && draft.cue.end() - draft.cue.first() > 1
            && draft.change == null;
    boolean held =
        draft.metric() == Metric.OTHER
            && draft.cue != null
            && line.has(HELD, draft.cue.first(), draft.cue.end());
    if (draft.isCostByMark()) {
      return Time.QUOTE;
    }
    return named && sum && (held || owed) ? Time.LEVEL : traits.get(draft.metric()).time();
  }

  /** "Compared with an earlier range of": an outlook that was, for the same period. */
  private static boolean revised(Line line, Draft draft) {
    return draft.tie == Tie.COMPARED
        && line.has(REVISED, draft.first() - 5, draft.first())
        && line.has(OUTLOOKS, draft.first() - 5, draft.first());
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
        || ranking.said(line, base, time) == null && base.tie == Tie.COMPARED) {
      return null;
    }
    if (statuses.has(line.lower().subList(base.end(), line.size()), StatusCues.Kind.OUTLOOK)
        || statuses.has(line.lower().subList(base.end(), line.size()), StatusCues.Kind.OUTSIDER)) {
      return null;
    }
    boolean quarter = talk.basis() == Basis.QOQ && base.period.kind() == Period.Kind.QUARTER;
    return quarter ? base.period.plus(-1) : base.period.plusYears(-1);
  }

  /** "45 percent from the first quarter": a change is of the period after its basis. */
  private @Nullable Period afterBasis(Line line, Draft draft, Discourse talk) {
    When basis = TimeRanking.basis(line, draft);
    if (basis == null || draft.status != FigureStatus.ACTUAL) {
      return null;
    }
    Period before = resolution.of(line, basis, null, draft, talk);
    Period next = before == null || before.kind() == Period.Kind.YEAR ? null : before.plus(1);
    return next == null || timeline.isAhead(next) && next.kind() == Period.Kind.QUARTER
        ? null
        : next;
  }

  /** "It holds 4% of the market": a share in the present tense is of no period. */
  private static boolean isHeldNow(Line line, Draft draft) {
    if (draft.metric() != Metric.MARKET_SHARE) {
      return false;
    }
    int head = line.clauses().head(draft.first());
    String tag = line.clauses().parse().tag(head);
    return (tag.equals("VBZ") || tag.equals("VBP")) && HOLDING.contains(line.word(head));
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
    boolean participle = clauses.parse().tag(head).equals("VBN");
    return past || !verb || participle;
  }

  /** "Analysts had been looking for": what was thought of the period that is now reported. */
  private static boolean wasExpected(Line line, Draft draft) {
    if (draft.status != FigureStatus.FORECAST) {
      return false;
    }
    Clauses clauses = line.clauses();
    int head = clauses.head(draft.first());
    for (int child : clauses.parse().children(head)) {
      if (line.word(child).equals("had") && clauses.parse().relation(child).startsWith("aux")) {
        return true;
      }
    }
    return line.word(head).equals("expected") && clauses.parse().tag(head).equals("VBD");
  }

  private static boolean dated(Line line, Draft draft, When said) {
    boolean since =
        said.first() >= draft.end() && line.has(Set.of("since"), draft.end(), said.first());
    return !since && isDate(line, said);
  }

  private static boolean isDate(Line line, When said) {
    return Set.of("in", "on").contains(line.word(said.first() - 1))
        || said.first() == 0
        || line.word(said.first()).matches("last|this");
  }
}
