package io.chipwire.figure;

import io.chipwire.entity.Mention;
import io.chipwire.fact.EntityType;
import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Metric;
import io.chipwire.figure.Draft.Tie;
import io.chipwire.figure.StatusCues.Kind;
import io.chipwire.table.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides how certain a figure is, and whose word it is. */
final class StatusChoice {

  private static final Words WORDS = Words.beside(StatusChoice.class);
  private static final Set<Metric> OPEN =
      EnumSet.of(
          Metric.COMMITMENT,
          Metric.SUBSIDY,
          Metric.DEAL_VALUE,
          Metric.LEAD_TIME,
          Metric.MARKET_CAP,
          Metric.TARIFF,
          Metric.MEMORY,
          Metric.POWER);

  private static final Set<String> PERSONS = Set.of("he", "she");

  /** Words behind an amount after which another one's standing is told: "against estimates of". */
  private static final Set<String> COMPARING = WORDS.of("status-choice.comparing");

  private static final Set<String> BUDGETS = WORDS.of("status-choice.budgets");

  private static final Set<Metric> BUILT =
      EnumSet.of(
          Metric.CAPACITY, Metric.INVESTMENT, Metric.HEADCOUNT, Metric.PERFORMANCE, Metric.OTHER);

  private final StatusCues cues;
  private final Speech speech;

  StatusChoice(StatusCues cues, Speech speech) {
    this.speech = speech;
    this.cues = cues;
  }

  void choose(Line line, Draft draft, Discourse talk, @Nullable FigureStatus previous) {
    if (draft.base != null && (draft.tie == Tie.SAME || draft.tie == Tie.CHANGE)) {
      draft.status = draft.base.status;
      return;
    }
    List<PhraseMap.Found<Kind>> found = cues.find(line.lower());
    if (has(found, Kind.REPORTED) || talk.reported() && has(found, Kind.OUTSIDER)) {
      draft.status = FigureStatus.REPORTED;
      return;
    }
    if (isAwaited(line, draft, found)) {
      draft.status = FigureStatus.FORECAST;
      return;
    }
    if (conditional(line, draft, found)) {
      draft.status = FigureStatus.CONDITIONAL;
      return;
    }
    Kind kind = governing(line, draft, found);
    draft.status = status(line, draft, talk, kind, found);
  }

  /** "Up from 55% in January", "the $91bn it spent": what has been is no outlook. */
  void settle(Line line, Draft draft, Timeline timeline) {
    boolean ahead =
        draft.status == FigureStatus.GUIDANCE
            || draft.status == FigureStatus.FORECAST
            || draft.status == FigureStatus.TARGET;
    if (!ahead) {
      return;
    }
    Clauses clauses = line.clauses();
    int head = clauses.head(draft.first());
    boolean told =
        clauses.parse().tag(head).equals("VBD")
            && clauses.parse().relation(head).startsWith("acl")
            && draft.period != null
            && timeline.isPast(draft.period);
    int verb = draft.end() + 1;
    boolean done =
        line.word(draft.end()).matches("it|they|he|she|we")
            && verb < line.size()
            && clauses.parse().tag(verb).equals("VBD")
            && !speech.isSpeech(line.word(verb));
    if (told || done) {
      draft.status = FigureStatus.ACTUAL;
      return;
    }
    Draft base = draft.base;
    if (draft.tie != Tie.COMPARED || base == null || draft.period == null) {
      return;
    }
    boolean own =
        cues.find(line.lower().subList(base.end(), draft.first())).stream()
            .anyMatch(found -> found.value() == Kind.OUTLOOK || found.value() == Kind.GOAL);
    if (!own && timeline.isPast(draft.period) && !draft.period.equals(base.period)) {
      draft.status = FigureStatus.ACTUAL;
    }
  }

  private static boolean has(List<PhraseMap.Found<Kind>> found, Kind kind) {
    return found.stream().anyMatch(f -> f.value() == kind);
  }

  /** "The 74 cents (that) analysts had expected". */
  private static boolean isAwaited(Line line, Draft draft, List<PhraseMap.Found<Kind>> found) {
    int by = draft.end() + (line.word(draft.end()).matches("that|which") ? 1 : 0);
    return found.stream()
        .filter(cue -> cue.value() == Kind.OUTSIDER && cue.first() == by)
        .anyMatch(
            cue ->
                found.stream()
                    .anyMatch(
                        verb ->
                            verb.value() == Kind.OUTLOOK
                                && verb.first() >= cue.end()
                                && verb.first() <= cue.end() + 2));
  }

  private static boolean conditional(Line line, Draft draft, List<PhraseMap.Found<Kind>> found) {
    for (PhraseMap.Found<Kind> cue : found) {
      if (cue.value() == Kind.CONDITIONAL) {
        int from = Math.min(cue.first(), draft.first());
        int to = Math.max(cue.first(), draft.first());
        boolean linked = !line.has(Set.of(";", "—", "–"), from, to);
        boolean modal =
            line.has(
                Set.of(
                    "could", "would", "will", "can", "may", "might", "is", "are", "be", "'d",
                    "tops", "touches"));
        if (linked && modal) {
          return true;
        }
      }
    }
    return false;
  }

  /** The nearest cue on the way from the amount outwards, or in its clause; null if none. */
  private static @Nullable Kind governing(
      Line line, Draft draft, List<PhraseMap.Found<Kind>> found) {
    Clauses clauses = line.clauses();
    List<Integer> heads = null;
    Kind best = null;
    double bestScore = -99;
    for (PhraseMap.Found<Kind> cue : found) {
      if (EnumSet.of(Kind.OUTSIDER, Kind.INSIDER, Kind.HEADING, Kind.CONDITIONAL, Kind.REPORTED)
          .contains(cue.value())) {
        continue;
      }
      heads = heads == null ? clauses.outwards(draft.first()) : heads;
      int depth = heads.indexOf(clauses.head(cue.first()));
      boolean before = cue.end() <= draft.first();
      boolean above = clauses.parse().isBelow(draft.first(), cue.first());
      int gap = before ? draft.first() - cue.end() : cue.first() - draft.end();
      int from = before ? cue.end() : draft.end();
      int to = before ? draft.first() : cue.first();
      double score =
          (depth < 0 ? -4 : -depth)
              + (above ? 1 : 0)
              - 0.08 * gap
              - (before ? 0 : 1.5)
              - 0.6 * line.breaks(from, to);
      if (cue.value() == Kind.FUTURE) {
        score -= 0.3;
      }
      boolean joined =
          depth > 0
              && clauses.parse().relation(heads.getFirst()).equals("conj")
              && clauses.parse().tag(heads.getFirst()).equals("VBD");
      boolean apart =
          joined
              || line.has(Set.of(";"), from, to)
              || !before && line.has(COMPARING, draft.end(), cue.first());
      if (apart) {
        continue;
      }
      boolean reaches = depth >= 0 || gap <= 8 && line.breaks(from, to) == 0;
      if (reaches && score > bestScore && score > -5) {
        best = cue.value();
        bestScore = score;
      }
    }
    return best;
  }

  /** "Raised its 2026 capital budget to $50 billion": what is to be spent. */
  private static boolean isBudget(Line line, Draft draft) {
    return draft.metric() == Metric.CAPEX
        && draft.cue != null
        && draft.tie != Tie.COMPARED
        && line.has(BUDGETS, draft.cue.first(), draft.cue.end());
  }

  private FigureStatus status(
      Line line,
      Draft draft,
      Discourse talk,
      @Nullable Kind kind,
      List<PhraseMap.Found<Kind>> found) {
    Metric metric = draft.metric();
    if (kind == null && isBudget(line, draft)) {
      return FigureStatus.GUIDANCE;
    }
    if (kind == null) {
      boolean listed =
          draft.tie == Tie.LISTED
              && draft.base != null
              && (line.clauses().together(draft.base.first(), draft.first())
                  || !isDone(line, draft));
      return listed
          ? draft.base.status
          : talk.outlook() && draft.tie != Tie.COMPARED && !isDone(line, draft)
              ? FigureStatus.GUIDANCE
              : FigureStatus.ACTUAL;
    }
    if (metric == Metric.COMMITMENT || metric == Metric.SUBSIDY || metric == Metric.DEAL_VALUE) {
      return FigureStatus.ACTUAL;
    }
    if (metric == Metric.INVESTMENT) {
      return kind == Kind.OUTLOOK ? FigureStatus.ACTUAL : FigureStatus.TARGET;
    }
    boolean outside = outside(line, draft, found, talk);
    return switch (kind) {
      case GOAL -> FigureStatus.TARGET;
      case PLAN, PLEDGE, FUTURE -> {
        if (OPEN.contains(metric)) {
          yield FigureStatus.ACTUAL;
        }
        if (outside) {
          yield FigureStatus.FORECAST;
        }
        yield BUILT.contains(metric) || kind == Kind.PLAN && metric == Metric.SHIPMENTS
            ? FigureStatus.TARGET
            : FigureStatus.GUIDANCE;
      }
      case OUTLOOK -> outside ? FigureStatus.FORECAST : FigureStatus.GUIDANCE;
      default -> FigureStatus.ACTUAL;
    };
  }

  /** Whether the clause tells what has been done. */
  private boolean isDone(Line line, Draft draft) {
    int head = line.clauses().head(draft.first());
    return line.clauses().parse().tag(head).equals("VBD") && !speech.isSpeech(line.word(head));
  }

  /** Whether somebody other than the subject speaks. */
  private static boolean outside(
      Line line, Draft draft, List<PhraseMap.Found<Kind>> found, Discourse talk) {
    if (has(found, Kind.OUTSIDER)) {
      return true;
    }
    if (draft.subject == null) {
      return true;
    }
    for (Mention mention : line.mentions()) {
      if (mention.type() == EntityType.COMPANY && talk.isSource(mention)) {
        return true;
      }
    }
    for (String person : speakers(line, talk)) {
      String employer = talk.employer(person);
      if (employer != null && !employer.equals(draft.subject)) {
        return true;
      }
    }
    return false;
  }

  /** The persons of a sentence, or the one whom "she" means in it. */
  private static List<String> speakers(Line line, Discourse talk) {
    List<String> named =
        line.mentions().stream()
            .filter(mention -> mention.type() == EntityType.PERSON)
            .map(Mention::id)
            .toList();
    boolean meant = named.isEmpty() && talk.person() != null && line.has(PERSONS);
    return meant ? List.of(String.valueOf(talk.person())) : named;
  }
}
