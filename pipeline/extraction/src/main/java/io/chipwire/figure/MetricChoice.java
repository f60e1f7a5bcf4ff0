package io.chipwire.figure;

import io.chipwire.fact.Metric;
import io.chipwire.figure.Draft.Tie;
import io.chipwire.table.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an amount measures: the best-placed cue of its sentence, else what it is tied to,
 * else what was spoken of, else what its unit usually measures.
 */
final class MetricChoice {

  private static final Words WORDS = Words.beside(MetricChoice.class);
  private static final double ENOUGH = 1.0;

  private static final java.math.BigDecimal RACK_WATTS = new java.math.BigDecimal("500000");
  private static final Set<String> PROFIT = WORDS.of("metric-choice.profit");
  private static final Set<String> DIVIDENDS = WORDS.of("metric-choice.dividends");
  private static final Set<String> ESTIMATING = WORDS.of("metric-choice.estimating");

  private static final Set<String> EARNING = WORDS.of("metric-choice.earning");
  private static final Set<String> RANKED = WORDS.of("metric-choice.ranked");
  private static final Set<String> PLACES = WORDS.of("metric-choice.places");

  /** What nobody ships, but is counted beside what is shipped: "shipped its 12-layer HBM3E". */
  private static final Set<String> UNSHIPPED = WORDS.of("metric-choice.unshipped");

  /** What is told as a share of revenue. */
  private static final Set<Metric> OF_REVENUE =
      EnumSet.of(
          Metric.GROSS_MARGIN,
          Metric.OPERATING_INCOME,
          Metric.RD_SPEND,
          Metric.COST,
          Metric.CAPEX,
          Metric.CASH_FLOW,
          Metric.NET_INCOME);

  private static final Set<Metric> OF_RATES =
      EnumSet.of(
          Metric.PRICE,
          Metric.COST,
          Metric.CAPACITY,
          Metric.SHIPMENTS,
          Metric.REVENUE,
          Metric.INVENTORY);
  private final CueLexicon cues;
  private final CueRanking ranking;
  private final Idioms idioms;

  MetricChoice(CueLexicon cues, Idioms idioms) {
    this.cues = cues;
    this.ranking = new CueRanking(cues);
    this.idioms = idioms;
  }

  /** Sets the metric of a draft; those before it in the sentence have theirs. */
  void choose(Line line, Draft draft, Discourse talk) {
    Metric told = idioms.told(line, draft);
    if (told != null) {
      draft.metric = told;
      draft.metricBy = Evidence.STATED;
      return;
    }
    CueRanking.Scored best = ranking.best(line, draft);
    Metric share = ofRevenue(line, draft);
    if (share != null) {
      draft.metric = share;
      draft.metricBy = Evidence.STATED;
      return;
    }
    if (draft.kind == UnitKind.COUNT && "second".equals(draft.quantity.per())) {
      draft.metric = Metric.PERFORMANCE;
      draft.metricBy = Evidence.STATED;
      return;
    }
    if (rate(draft)
        && (best == null
            || best.evidence() != Evidence.STATED
            || !OF_RATES.contains(best.hit().cue().metric())
            || best.hit().cue().metric() == Metric.COST
                && best.hit().cue().part() == Cue.Part.NOUN)) {
      draft.metric = draft.kind == UnitKind.MONEY ? Metric.PRICE : Metric.CAPACITY;
      draft.cue =
          best != null && best.hit().cue().metric() == draft.metric
              ? best.hit()
              : ranking.before(line, draft, draft.metric);
      draft.metricBy = Evidence.STATED;
      return;
    }
    if ("share".equals(draft.quantity.per())) {
      perShare(line, draft, best);
      return;
    }
    Metric tied = draft.base == null ? null : draft.base.metric;
    boolean tiedFits = tied != null && draft.tie != Tie.NONE;
    boolean own =
        best != null && draft.base != null && !draft.sharesAll() && directly(line, draft, best);
    boolean strange =
        best != null
            && draft.base != null
            && draft.tie == Tie.CHANGE
            && best.hit().end() <= draft.base.first();
    if (tiedFits
        && (strange || !own)
        && (strange || best == null || best.evidence() != Evidence.STATED || yields(best, draft))) {
      draft.metric = tied;
      draft.cue = draft.base == null ? null : draft.base.cue;
      draft.metricBy = Evidence.TIED;
    } else if (best != null && best.score() >= ENOUGH) {
      draft.metric = best.hit().cue().metric();
      draft.cue = best.hit();
      draft.metricBy = best.evidence();
      boolean part = draft.kind == UnitKind.COUNT && UNSHIPPED.contains(draft.quantity.unit());
      draft.metric = part && draft.metric == Metric.SHIPMENTS ? Metric.OTHER : draft.metric;
      Metric turned = VerbMeaning.turned(line, draft, best.hit(), talk);
      draft.metric = turned == null ? draft.metric : turned;
      boolean bare = PROFIT.contains(line.word(best.hit().first())) && draft.kind == UnitKind.MONEY;
      if (bare && best.hit().end() - best.hit().first() == 1 && talk.profit() != null) {
        draft.metric = talk.profit();
      }
    } else {
      usual(line, draft, spokenOf(line, draft, talk));
    }
  }

  /**
   * "Operating income was 33% of revenue", "$2.8bn, or 50% of revenue": a margin by other words.
   */
  private static @Nullable Metric ofRevenue(Line line, Draft draft) {
    int at = draft.end() + 1;
    at += line.word(at).matches("net|total|its|our|their|the") ? 1 : 0;
    boolean share =
        draft.kind == UnitKind.PERCENT
            && draft.change == null
            && line.word(draft.end()).equals("of")
            && line.word(at).matches("revenues?|sales");
    if (!share) {
      return null;
    }
    boolean or = line.word(draft.first() - 1).equals("or");
    for (Cue.Hit hit : line.cues()) {
      boolean before = hit.end() <= draft.first() && draft.first() - hit.end() <= (or ? 12 : 6);
      if (before && hit.cue().part() == Cue.Part.NOUN && OF_REVENUE.contains(hit.cue().metric())) {
        boolean last = line.breaks(hit.end(), draft.first()) <= (or ? 1 : 0);
        if (last) {
          return hit.cue().metric() == Metric.OPERATING_INCOME
              ? Metric.OPERATING_MARGIN
              : hit.cue().metric();
        }
      }
    }
    return null;
  }

  /** "When it raised $30bn": a verb of its own right before a tied amount. */
  private static boolean directly(Line line, Draft draft, CueRanking.Scored best) {
    int gap = draft.first() - best.hit().end();
    return best.hit().cue().part() == Cue.Part.VERB
        && draft.base != null
        && best.hit().first() >= draft.base.end()
        && gap >= 0
        && gap <= 2
        && draft.tie != Tie.CHANGE
        && !line.clauses().together(draft.base.first(), draft.first());
  }

  /** A tied amount changes its metric only for words that leave no doubt. */
  private static boolean yields(CueRanking.Scored best, Draft draft) {
    return draft.sharesAll()
        || draft.base != null && best.hit().equals(draft.base.cue)
        || best.hit().cue().part() != Cue.Part.NOUN && best.hit().cue().part() != Cue.Part.MARK
        || best.hit().cue().weight() < 1.5;
  }

  /** A price for a unit, or so many a month: the denominator says what it is. */
  private static boolean rate(Draft draft) {
    String per = draft.quantity.per();
    boolean money = draft.kind == UnitKind.MONEY;
    if (per == null || per.equals("share") || money && per.matches("year|quarter")) {
      return false;
    }
    return draft.kind == UnitKind.MONEY
        || draft.kind == UnitKind.COUNT
            && !per.equals("hour")
            && draft.quantity.unit().matches(".*(wafer|panel|unit|chip|stack)");
  }

  /** Earnings, a dividend or a price of a share. */
  private void perShare(Line line, Draft draft, CueRanking.@Nullable Scored best) {
    draft.metricBy = Evidence.STATED;
    draft.metric = Metric.SHARE_PRICE;
    if (draft.base != null
        && "share".equals(draft.base.quantity.per())
        && draft.base.metric != null) {
      draft.metric = draft.base.metric;
      draft.metricBy = Evidence.TIED;
    }
    boolean ofIncome = draft.base != null && draft.base.metric == Metric.NET_INCOME;
    if (ofIncome && draft.tie == Tie.LISTED) {
      draft.metric = Metric.EPS;
      draft.metricBy = Evidence.TIED;
    }
    boolean traded =
        draft.metric == Metric.SHARE_PRICE && draft.metricBy == Evidence.TIED
            || draft.base != null
                && draft.tie == Tie.CHANGE
                && draft.base.metric == Metric.SHARE_PRICE;
    if (traded) {
      return;
    }
    for (Cue.Hit hit : line.cues()) {
      Metric said = hit.cue().metric();
      boolean before = hit.end() <= draft.first() || hit.first() <= draft.end() + 8;
      boolean earned = said == Metric.EPS || said == Metric.NET_INCOME;
      boolean free = line.breaks(hit.end(), draft.first()) < 3;
      if (earned && before && free) {
        draft.metric = Metric.EPS;
      }
    }
    boolean stock =
        line.cues().stream()
            .anyMatch(
                hit ->
                    hit.cue().metric() == Metric.SHARE_PRICE && hit.cue().part() == Cue.Part.NOUN);
    boolean made = line.has(EARNING, draft.first() - 3, draft.first());
    boolean estimated = !stock && line.has(ESTIMATING, 0, draft.first());
    if (draft.metric == Metric.SHARE_PRICE && (made || estimated)) {
      draft.metric = Metric.EPS;
    }
    boolean dividend =
        !stock
            && line.cues().stream()
                .filter(hit -> hit.cue().metric() == Metric.OTHER && hit.end() <= draft.first())
                .filter(hit -> line.breaks(hit.end(), draft.first()) == 0)
                .anyMatch(hit -> line.has(DIVIDENDS, hit.first(), hit.end()));
    if (dividend) {
      draft.metric = Metric.OTHER;
    }
    if (best != null
        && best.hit().cue().metric() == Metric.OTHER
        && best.evidence() == Evidence.STATED) {
      draft.metric = Metric.OTHER;
      draft.cue = best.hit();
    }
  }

  /** What was spoken of in the paragraph; of a labelled entry or an estimate, in the article. */
  private @Nullable Metric spokenOf(Line line, Draft draft, Discourse talk) {
    boolean pointing =
        line.word(0).matches("they|it|that|this|these|those")
            || draft.change != null && draft.kind == UnitKind.PERCENT;
    if (talk.metric() == null && pointing && talk.heardMetric() != null) {
      return talk.heardMetric();
    }
    Metric alike = talk.metric(draft.kind);
    if (alike != null) {
      return alike;
    }
    if (talk.metric() != null || draft.kind != UnitKind.MONEY && draft.kind != UnitKind.PERCENT) {
      return talk.metric();
    }
    if (talk.label() != null && draft.base == null) {
      return talk.mainMetric();
    }
    boolean ranked =
        line.has(PLACES) && RANKED.contains(line.word(line.clauses().head(draft.first())));
    if (ranked) {
      return talk.carried();
    }
    boolean part = String.join(" ", line.lower()).contains(" of the total");
    if (part && draft.kind == UnitKind.MONEY) {
      return talk.carried();
    }
    boolean estimate = line.has(ESTIMATING, 0, draft.first()) && draft.kind == UnitKind.MONEY;
    return estimate ? talk.carried() : null;
  }

  private void usual(Line line, Draft draft, @Nullable Metric spokenOf) {
    draft.metricBy = Evidence.DEFAULT;
    Metric byUnit = byUnit(draft);
    if (byUnit == Metric.OTHER && draft.kind == UnitKind.MONEY && idioms.isPlant(line, draft)) {
      draft.metric = Metric.INVESTMENT;
    } else if (byUnit == Metric.OTHER
        && spokenOf != null
        && cues.goes(spokenOf, draft.kind)
        && draft.kind != UnitKind.COUNT
        && draft.kind != UnitKind.TIME) {
      draft.metric = spokenOf;
      draft.metricBy = Evidence.CONTEXT;
    } else {
      draft.metric = byUnit;
    }
  }

  /** What a chip or a rack draws, where a site would have more. */
  private static boolean small(Draft draft) {
    java.math.BigDecimal high = draft.quantity.high();
    return high != null && high.compareTo(RACK_WATTS) < 0;
  }

  private Metric byUnit(Draft draft) {
    String per = draft.quantity.per();
    return switch (draft.kind) {
      case MONEY ->
          per == null
              ? Metric.OTHER
              : per.equals("share")
                  ? Metric.SHARE_PRICE
                  : per.equals("year") ? Metric.OTHER : Metric.PRICE;
      case POWER -> small(draft) ? Metric.POWER : Metric.CAPACITY;
      case BYTES, BANDWIDTH -> Metric.MEMORY;
      case COMPUTE, FREQUENCY -> Metric.PERFORMANCE;
      case ENERGY -> Metric.POWER;
      case COUNT ->
          per != null && List.of("month", "year", "day", "week").contains(per)
              ? Metric.CAPACITY
              : cues.counted(draft.quantity.unit());
      default -> Metric.OTHER;
    };
  }
}
