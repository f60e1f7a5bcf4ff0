package io.chipwire.figure;

import io.chipwire.fact.Metric;
import io.chipwire.figure.Draft.Tie;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an amount measures: the best-placed cue of its sentence, else what it is tied to,
 * else what was spoken of, else what its unit usually measures.
 */
final class MetricChoice {

  private static final double ENOUGH = 1.0;
  private static final double TOUCHING = 3;
  private static final double GOVERNING = 2.5;
  private static final double SAME_CLAUSE = 1.0;
  private static final Set<String> JOINING =
      Set.of(
          "of",
          "at",
          "was",
          "were",
          "is",
          "are",
          "to",
          "from",
          "by",
          ":",
          "(",
          "be",
          "been",
          "in",
          "about",
          "around",
          "roughly",
          "approximately",
          "nearly",
          "some",
          "a",
          "an",
          "the",
          "record",
          "between",
          "more",
          "than",
          "over",
          "less",
          "under",
          "up",
          "least",
          "as",
          "much",
          "reached",
          "totaled",
          "totalled",
          "hit",
          "came",
          "stood",
          "will",
          "would",
          "should",
          "and",
          "-",
          "just",
          "only",
          "almost",
          "likely",
          "has",
          "have",
          "worth",
          "above",
          "below",
          "within",
          "now",
          "still",
          "well",
          "|",
          "rose",
          "fell",
          "grew",
          "climbed",
          "jumped",
          "dropped",
          "increased",
          "decreased",
          "declined",
          "surged",
          "gained",
          "lost",
          "slipped",
          "another");
  private static final Set<String> ASIDE = Set.of("including", "excluding", "includes", "which");
  private static final Set<String> PROFIT =
      Set.of("profit", "profits", "loss", "losses", "earnings");
  private static final Set<String> ESTIMATING =
      Set.of("analysts", "consensus", "economists", "estimate", "estimates", "forecasters");
  private static final Set<String> BINDING = Set.of("of", "in", "for", "worth", "per", "-");

  private static final Set<Metric> OF_RATES =
      EnumSet.of(
          Metric.PRICE,
          Metric.COST,
          Metric.CAPACITY,
          Metric.SHIPMENTS,
          Metric.REVENUE,
          Metric.INVENTORY);
  private final CueLexicon cues;
  private final Idioms idioms;

  MetricChoice(CueLexicon cues, Idioms idioms) {
    this.cues = cues;
    this.idioms = idioms;
  }

  private record Scored(Cue.Hit hit, double score, Evidence evidence) {}

  /** Sets the metric of a draft; those before it in the sentence have theirs. */
  void choose(Line line, Draft draft, Discourse talk) {
    Metric told = idioms.told(line, draft);
    if (told != null) {
      draft.metric = told;
      draft.metricBy = Evidence.STATED;
      return;
    }
    Scored best = best(line, draft);
    if (rate(draft)
        && (best == null
            || best.evidence != Evidence.STATED
            || !OF_RATES.contains(best.hit.cue().metric())
            || best.hit.cue().metric() == Metric.COST && best.hit.cue().part() == Cue.Part.NOUN)) {
      draft.metric = draft.kind == UnitKind.MONEY ? Metric.PRICE : Metric.CAPACITY;
      draft.cue = best != null && best.hit.cue().metric() == draft.metric ? best.hit : null;
      draft.metricBy = Evidence.STATED;
      return;
    }
    if ("share".equals(draft.quantity.per())) {
      perShare(line, draft, best);
      return;
    }
    Metric tied = draft.base == null ? null : draft.base.metric;
    boolean tiedFits = tied != null && draft.tie != Tie.NONE;
    if (tiedFits && (best == null || best.evidence != Evidence.STATED || yields(best, draft))) {
      draft.metric = tied;
      draft.cue = draft.base == null ? null : draft.base.cue;
      draft.metricBy = Evidence.TIED;
    } else if (best != null && best.score >= ENOUGH) {
      draft.metric = best.hit.cue().metric();
      draft.cue = best.hit;
      draft.metricBy = best.evidence;
      boolean bare = PROFIT.contains(line.word(best.hit.first())) && draft.kind == UnitKind.MONEY;
      if (bare && best.hit.end() - best.hit.first() == 1 && talk.profit() != null) {
        draft.metric = talk.profit();
      }
    } else {
      usual(draft, spokenOf(line, draft, talk));
    }
  }

  /** A tied amount changes its metric only for words that leave no doubt. */
  private static boolean yields(Scored best, Draft draft) {
    return draft.tie == Tie.SAME
        || draft.base != null && best.hit.equals(draft.base.cue)
        || best.hit.cue().part() != Cue.Part.NOUN && best.hit.cue().part() != Cue.Part.MARK
        || best.hit.cue().weight() < 1.5;
  }

  private @Nullable Scored best(Line line, Draft draft) {
    Scored best = null;
    for (Cue.Hit hit : line.cues()) {
      if (!fits(line, draft, hit)) {
        continue;
      }
      boolean inside = hit.first() < draft.end() && draft.first() < hit.end();
      if (inside && hit.cue().part() != Cue.Part.MARK) {
        continue;
      }
      Scored scored =
          inside
              ? new Scored(hit, hit.cue().weight() + TOUCHING, Evidence.STATED)
              : score(line, draft, hit);
      if (best == null || scored.score > best.score) {
        best = scored;
      }
    }
    return best;
  }

  /** Whether a cue goes with the unit, and is the part of speech that it stands for. */
  private static boolean fits(Line line, Draft draft, Cue.Hit hit) {
    if (!hit.cue().units().contains(draft.kind)) {
      return false;
    }
    if (hit.end() - hit.first() > 1) {
      return true;
    }
    String tag = line.clauses().parse().tag(hit.first());
    if (hit.end() == draft.first() && hit.cue().part() != Cue.Part.MARK) {
      // "costs $3": taken for a noun by the tagger, but nothing stands between.
      boolean verb =
          line.cues().stream()
              .anyMatch(h -> h.first() == hit.first() && h.cue().part() == Cue.Part.VERB);
      return verb == (hit.cue().part() == Cue.Part.VERB);
    }
    return switch (hit.cue().part()) {
      case NOUN -> !tag.matches("VB|VBD|VBZ|VBP");
      case VERB -> !tag.matches("NN.*|JJ.*|IN");
      case MARK -> true;
    };
  }

  private static Scored score(Line line, Draft draft, Cue.Hit hit) {
    boolean before = hit.end() <= draft.first();
    int from = before ? hit.end() : draft.end();
    int to = before ? draft.first() : hit.first();
    double place;
    Evidence evidence = Evidence.STATED;
    if (touches(line, hit, from, to, before)) {
      place = TOUCHING;
    } else if (governs(line, draft, hit)) {
      place = GOVERNING;
    } else if (line.clauses().together(hit.first(), draft.first())) {
      place = SAME_CLAUSE;
      evidence = Evidence.CLAUSE;
    } else {
      place = 0;
      evidence = Evidence.SENTENCE;
    }
    double score = hit.cue().weight() + place - 0.06 * (to - from) - 0.35 * line.breaks(from, to);
    score -= before ? 0 : place >= GOVERNING ? 0.2 : 1.2;
    boolean verb = hit.cue().part() == Cue.Part.VERB;
    score -= verb && !before && place < GOVERNING ? 3 : 0;
    score -= !before && line.has(ASIDE, from, to) ? 2 : 0;
    score -= verb && before && objectBetween(line, draft, from, to) ? 2 : 0;
    score -= 0.5 * quantitiesBetween(line, from, to);
    return new Scored(hit, score, evidence);
  }

  /** "Raised its capital spending plan to $25bn": the verb's object names the metric, not it. */
  private static boolean objectBetween(Line line, Draft draft, int from, int to) {
    return line.cues().stream()
        .anyMatch(
            hit ->
                hit.first() >= from
                    && hit.end() <= to
                    && hit.cue().part() == Cue.Part.NOUN
                    && hit.cue().weight() >= 2
                    && fits(line, draft, hit));
  }

  private static int quantitiesBetween(Line line, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if (line.quantityAt(i) != null
          && (i == from || line.quantityAt(i - 1) != line.quantityAt(i))) {
        count++;
      }
    }
    return count;
  }

  /** Only joining words between: "revenue was about $3bn", "$3bn of TSMC's revenue". */
  private static boolean touches(Line line, Cue.Hit hit, int from, int to, boolean before) {
    if (hit.cue().part() == Cue.Part.MARK) {
      return to - from <= 2 && line.breaks(from, to) == 0;
    }
    if (before) {
      for (int i = from; i < to; i++) {
        boolean time = line.timeAt(i);
        if (!JOINING.contains(line.word(i)) && !time && line.mentionAt(i) == null) {
          return false;
        }
      }
      return true;
    }
    if (hit.cue().part() == Cue.Part.VERB) {
      return false;
    }
    if (from == to) {
      return true;
    }
    boolean binds =
        BINDING.contains(line.word(from))
            || line.clauses().parse().isNoun(from)
            || line.clauses().parse().tag(from).startsWith("JJ");
    if (!binds || to - from > 7) {
      return false;
    }
    for (int i = from; i < to; i++) {
      String tag = line.clauses().parse().tag(i);
      boolean verb = tag.startsWith("VB") && !tag.equals("VBN") && !tag.equals("VBG");
      if (verb || line.breaks(i, i + 1) > 0 || line.quantityAt(i) != null) {
        return false;
      }
    }
    return true;
  }

  /** The cue is the subject, or the verb, of the clause in which the amount stands. */
  private static boolean governs(Line line, Draft draft, Cue.Hit hit) {
    Clauses clauses = line.clauses();
    int head = clauses.head(draft.first());
    if (hit.cue().part() == Cue.Part.VERB) {
      return hit.first() == head
          || clauses.parse().isBelow(draft.first(), hit.first())
              && clauses.head(hit.first()) == clauses.head(draft.first());
    }
    int subject = clauses.subject(head);
    if (subject < 0) {
      return false;
    }
    return hit.first() <= subject && subject < hit.end();
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
  private void perShare(Line line, Draft draft, @Nullable Scored best) {
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
    if (best != null
        && best.hit.cue().metric() == Metric.OTHER
        && best.evidence == Evidence.STATED) {
      draft.metric = Metric.OTHER;
      draft.cue = best.hit;
    }
  }

  /** What was spoken of in the paragraph; of a labelled entry or an estimate, in the article. */
  private @Nullable Metric spokenOf(Line line, Draft draft, Discourse talk) {
    if (talk.metric() != null || draft.kind != UnitKind.MONEY && draft.kind != UnitKind.PERCENT) {
      return talk.metric();
    }
    if (talk.label() != null && draft.base == null) {
      return talk.mainMetric();
    }
    boolean estimate = line.has(ESTIMATING, 0, draft.first()) && draft.kind == UnitKind.MONEY;
    return estimate ? talk.carried() : null;
  }

  private void usual(Draft draft, @Nullable Metric spokenOf) {
    draft.metricBy = Evidence.DEFAULT;
    Metric byUnit = byUnit(draft);
    if (byUnit == Metric.OTHER
        && spokenOf != null
        && draft.kind != UnitKind.COUNT
        && draft.kind != UnitKind.TIME) {
      draft.metric = spokenOf;
      draft.metricBy = Evidence.CONTEXT;
    } else {
      draft.metric = byUnit;
    }
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
      case POWER -> Metric.CAPACITY;
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
