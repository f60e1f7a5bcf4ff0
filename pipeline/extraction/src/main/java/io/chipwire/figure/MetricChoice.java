package io.chipwire.figure;

import io.chipwire.fact.Metric;
import io.chipwire.figure.Draft.Tie;
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
  private static final Set<String> BINDING = Set.of("of", "in", "for", "worth", "per", "-");

  private final CueLexicon cues;

  MetricChoice(CueLexicon cues) {
    this.cues = cues;
  }

  private record Scored(Cue.Hit hit, double score, Evidence evidence) {}

  /** Sets the metric of a draft; those before it in the sentence have theirs. */
  void choose(Line line, Draft draft, @Nullable Metric spokenOf) {
    Scored best = best(line, draft);
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
    } else {
      usual(draft, spokenOf);
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
      if (!hit.cue().units().contains(draft.kind)) {
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
    score -= 0.5 * quantitiesBetween(line, from, to);
    return new Scored(hit, score, evidence);
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
