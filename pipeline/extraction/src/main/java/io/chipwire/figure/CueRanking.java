package io.chipwire.figure;

import io.chipwire.fact.Metric;
import io.chipwire.table.Rows;
import io.chipwire.table.Words;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ranks the cues of a sentence for an amount by their weight and by where they stand. */
final class CueRanking {

  private static final Words WORDS = Words.beside(CueRanking.class);
  private static final double TOUCHING = 3;
  private static final double GOVERNING = 2.5;
  private static final double SAME_CLAUSE = 1.0;
  private static final int NEAR_VERB = 4;
  private static final Set<String> BOUNDS = WORDS.of("cue-ranking.bounds");
  private static final Set<String> ASIDE = Set.of("including", "excluding", "includes", "which");

  /** Verbs of what a company has: "had $1.3 billion of cash". */
  private static final Set<String> HOLDING = WORDS.of("cue-ranking.holding");

  private static final Set<String> BINDING = WORDS.of("cue-ranking.binding");

  /** A cue with its score. */
  record Scored(Cue.Hit hit, double score, Evidence evidence) {}

  private final Set<String> joining = new HashSet<>(Set.of("|"));
  private final CueLexicon cues;

  CueRanking(CueLexicon cues) {
    this.cues = cues;
    Rows.of(CueRanking.class, "joining-words.tsv").forEach(row -> joining.addAll(row.list(0)));
  }

  /** The cue that an amount most likely goes with; null if its sentence has none for its unit. */
  @Nullable Scored best(Line line, Draft draft) {
    Scored best = null;
    for (Cue.Hit hit : line.cues()) {
      if (!fits(line, draft, hit)) {
        continue;
      }
      boolean inside = hit.first() < draft.end() && draft.first() < hit.end();
      if (inside && hit.cue().part() != Cue.Part.MARK) {
        continue;
      }
      if (overruled(line, draft, hit)) {
        continue;
      }
      Scored scored =
          inside
              ? new Scored(hit, hit.cue().weight() + TOUCHING, Evidence.STATED)
              : score(line, draft, hit, best == null ? Double.NEGATIVE_INFINITY : best.score);
      if (scored != null && (best == null || scored.score > best.score)) {
        best = scored;
      }
    }
    return best;
  }

  /** The last noun for a metric before an amount with no other amount between, or null. */
  Cue.@Nullable Hit before(Line line, Draft draft, Metric metric) {
    Cue.Hit found = null;
    for (Cue.Hit hit : line.cues()) {
      boolean near =
          hit.end() <= draft.first()
              && draft.first() - hit.end() <= 6
              && quantitiesBetween(line, hit.end(), draft.first()) == 0;
      if (near && hit.cue().metric() == metric && hit.cue().part() == Cue.Part.NOUN) {
        found = hit;
      }
    }
    return found;
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
    if (adjoins(line, hit, draft) && hit.cue().part() != Cue.Part.MARK) {
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

  /** "Costs about $3": nothing but a bound stands between. */
  private static boolean adjoins(Line line, Cue.Hit hit, Draft draft) {
    if (hit.end() > draft.first() || draft.first() - hit.end() > 3) {
      return false;
    }
    for (int i = hit.end(); i < draft.first(); i++) {
      if (!BOUNDS.contains(line.word(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Cues that do not count here: "shipped to four customers", "agreed to take it over 3 years",
   * "$12bn of its own shares".
   */
  private boolean overruled(Line line, Draft draft, Cue.Hit hit) {
    if (hit.cue().metric() == Metric.SHARE_PRICE
        && draft.kind == UnitKind.MONEY
        && line.word(draft.end()).equals("of")
        && hit.first() > draft.end()
        && hit.first() - draft.end() <= NEAR_VERB) {
      return true;
    }
    boolean means =
        line.word(hit.first()).equals("cash")
            && hit.first() == draft.end() + 1
            && line.word(draft.end()).matches("of|in")
            && !HOLDING.contains(line.word(line.clauses().head(draft.first())));
    if (means) {
      return true;
    }
    if (line.word(hit.first()).equals("close") && line.word(hit.end()).equals("to")) {
      return true;
    }
    Metric counted =
        draft.kind == UnitKind.COUNT ? cues.counted(draft.quantity.unit()) : Metric.OTHER;
    boolean people = counted == Metric.ADOPTION || counted == Metric.HEADCOUNT;
    if (people && hit.first() > draft.end() && hit.cue().metric() != counted) {
      return true;
    }
    boolean over =
        draft.kind == UnitKind.TIME
            && hit.end() <= draft.first()
            && line.word(hit.first()).startsWith("deliver")
            && line.has(Set.of("over"), draft.first() - 3, draft.first());
    if (over) {
      return true;
    }
    if (hit.cue().part() != Cue.Part.VERB) {
      return false;
    }
    int gap = draft.first() - hit.end();
    boolean valued =
        draft.kind == UnitKind.MONEY
            && gap > 1
            && line.word(hit.first()).matches("puts?")
            && line.word(draft.first() - 1).equals("at");
    if (valued) {
      return true;
    }
    if (gap < 0 && people) {
      return true;
    }
    return switch (draft.kind) {
      case COUNT ->
          hit.cue().metric() == Metric.SHIPMENTS
              && gap >= 0
              && line.has(Set.of("to"), hit.end(), draft.first())
              && counted == Metric.ADOPTION;
      case TIME ->
          draft.quantity.unit().matches("minute|second|hour")
              || gap > NEAR_VERB
              || gap >= 0 && line.has(Set.of("over"), hit.end(), draft.first());
      default -> false;
    };
  }

  /** The score of a cue; null, and no tree asked for, where it cannot come above another's. */
  private @Nullable Scored score(Line line, Draft draft, Cue.Hit hit, double above) {
    boolean before = hit.end() <= draft.first();
    int from = before ? behindRelative(line, hit.end(), draft.first()) : draft.end();
    boolean jumps = before && from > hit.end();
    int to = before ? draft.first() : hit.first();
    double apart = 0.06 * (to - from) + 0.35 * line.breaks(from, to);
    double place;
    Evidence evidence = Evidence.STATED;
    if (touches(line, hit, from, to, before)) {
      place = TOUCHING;
    } else if (hit.cue().weight() + GOVERNING - apart <= above) {
      return null;
    } else if (governs(line, draft, hit)
        || jumps && hit.cue().part() == Cue.Part.NOUN && to - from <= NEAR_VERB) {
      place = GOVERNING;
    } else if (line.clauses().together(hit.first(), draft.first())) {
      place = SAME_CLAUSE;
      evidence = Evidence.CLAUSE;
    } else {
      place = 0;
      evidence = Evidence.SENTENCE;
    }
    double score = hit.cue().weight() + place - apart;
    score -= before ? 0 : place >= GOVERNING ? 0.2 : 1.2;
    boolean verb = hit.cue().part() == Cue.Part.VERB;
    score -= verb && !before && place < GOVERNING ? 3 : 0;
    score -= before && taken(line, hit) ? 2 : 0;
    score -= before && aside(line, hit, draft) ? 2.5 : 0;
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

  /** Behind ", which cover inventory," if such a clause follows a cue; else the same place. */
  private static int behindRelative(Line line, int from, int to) {
    if (!line.word(from).equals(",") || !line.word(from + 1).matches("which|who|including")) {
      return from;
    }
    int end = from;
    for (int i = from + 2; i < to; i++) {
      end = line.word(i).equals(",") ? i + 1 : end;
    }
    return end;
  }

  /** "12 trillion won in operating profit and 9 trillion": the cue goes with the amount before. */
  private static boolean taken(Line line, Cue.Hit hit) {
    int at = hit.first() - 1;
    at -= line.word(at).matches("the|its|their|net|total") ? 1 : 0;
    return line.word(at).matches("in|of|as") && line.quantityAt(at - 1) != null;
  }

  /** "Commitments, which cover inventory, rose to": words of a clause that is over. */
  private static boolean aside(Line line, Cue.Hit hit, Draft draft) {
    boolean closed = line.has(Set.of(",", ")"), hit.end(), draft.first());
    for (int i = hit.first() - 1; closed && i > 0 && i > hit.first() - 15; i--) {
      boolean opens =
          line.word(i).matches("which|who") && line.word(i - 1).equals(",")
              || line.word(i).equals("(");
      if (opens) {
        return true;
      }
      if (line.word(i).equals(")")) {
        return false;
      }
    }
    return false;
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
  private boolean touches(Line line, Cue.Hit hit, int from, int to, boolean before) {
    if (hit.cue().part() == Cue.Part.MARK) {
      return to - from <= 2 && line.breaks(from, to) == 0;
    }
    if (before) {
      for (int i = from; i < to; i++) {
        boolean time = line.timeAt(i);
        boolean nothing = time || line.footnoteAt(i) || line.mentionAt(i) != null;
        if (!joining.contains(line.word(i)) && !nothing) {
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
    if (leads(line, hit, from)) {
      return false;
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
      boolean further = i > from && tag.equals("IN") && !line.word(i).equals("of");
      boolean parts = verb || further || tag.equals("CC") || line.breaks(i, i + 1) > 0;
      if (parts || line.quantityAt(i) != null) {
        return false;
      }
    }
    return true;
  }

  /** "Lost $2bn on sales of $4bn": a noun that has an amount of its own behind it. */
  private static boolean leads(Line line, Cue.Hit hit, int from) {
    return hit.first() > from
        && line.word(hit.end()).matches("of|was|were")
        && line.quantityAt(hit.end() + 1) != null;
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
    if (hit.end() == head && clauses.parse().isVerb(head)) {
      return true;
    }
    int subject = clauses.subject(head);
    if (subject < 0) {
      return false;
    }
    return hit.first() <= subject && subject < hit.end();
  }
}
