package io.chipwire.figure;

import io.chipwire.entity.Mention;
import io.chipwire.fact.Basis;
import io.chipwire.fact.Change;
import io.chipwire.fact.Direction;
import io.chipwire.fact.EntityType;
import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Metric;
import io.chipwire.figure.Draft.Tie;
import io.chipwire.figure.MetricTraits.Time;
import io.chipwire.language.AnnotatedText;
import io.chipwire.language.Sentence;
import io.chipwire.language.Token;
import io.chipwire.quantity.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the figures of one sentence of prose, and tells the discourse what it was about. */
record SentenceReader(
    CueLexicon cues,
    TimeGrammar times,
    Timeline timeline,
    StatusCues statuses,
    ChangeChoice changes,
    MetricChoice metrics,
    SubjectChoice subjects,
    ProductChoice products,
    StatusChoice statusChoice,
    PeriodChoice periods,
    Map<Metric, MetricTraits> traits) {

  private static final java.util.Set<String> LOSSES = java.util.Set.of("loss", "losses", "lost");

  private static final java.util.Set<String> REVISED =
      java.util.Set.of("estimate", "estimates", "forecast", "forecasts", "outlook", "guidance");

  /** Words before an amount whose time is not that of the one before: "beginning with 1 GW". */
  private static final java.util.Set<String> BOUNDARIES =
      java.util.Set.of("from", "than", "against", "beginning", "starting", "which");

  /** Whether a title speaks of a market and of no company in it. */
  boolean isAboutMarket(Passage title) {
    boolean company = title.mentions().stream().anyMatch(m -> m.type() == EntityType.COMPANY);
    return !company
        && title.annotated().sentences().stream()
            .flatMap(sentence -> cues.find(Line.lower(sentence)).stream())
            .anyMatch(hit -> hit.cue().metric() == Metric.MARKET_SIZE);
  }

  /** The metric that a title names first and without doubt, or null. */
  @Nullable Metric headline(Passage title) {
    for (Sentence sentence : title.annotated().sentences()) {
      Metric named = named(Line.lower(sentence));
      if (named != null) {
        return named;
      }
    }
    return null;
  }

  /** The metric that a sentence names first and without doubt, or null. */
  @Nullable Metric named(List<String> lower) {
    return cues.find(lower).stream()
        .filter(hit -> hit.cue().part() == Cue.Part.NOUN && hit.cue().weight() >= 2)
        .map(hit -> hit.cue().metric())
        .findFirst()
        .orElse(null);
  }

  /** The words of time of a sentence. */
  List<When> times(Sentence sentence, List<String> lower, List<Quantity> quantities) {
    boolean[] taken = new boolean[sentence.size()];
    for (Quantity quantity : quantities) {
      for (int i = quantity.first(); i < quantity.end(); i++) {
        taken[i] = true;
      }
    }
    List<String> words = sentence.tokens().stream().map(Token::text).toList();
    return times.find(words, lower, taken, timeline.today());
  }

  List<Draft> read(
      AnnotatedText text,
      Sentence sentence,
      List<Quantity> quantities,
      List<Mention> mentions,
      Discourse talk) {
    List<String> lower = Line.lower(sentence);
    Line line =
        new Line(
            sentence,
            lower,
            quantities,
            mentions,
            cues.find(lower),
            times(sentence, lower, quantities),
            new Clauses(text.parse(sentence), lower));
    List<Draft> drafts =
        quantities.stream()
            .map(Draft::new)
            .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
    for (Draft draft : drafts) {
      draft.change = moved(changes.direction(line, draft));
    }
    Links.tie(line, drafts);
    FigureStatus previous = null;
    for (Draft draft : drafts) {
      if (draft.change == null
          && draft.base != null
          && draft.base.change != null
          && (draft.tie == Tie.COMPARED || draft.tie == Tie.LISTED)
          && draft.quantity.unit().equals(draft.base.quantity.unit())
          && draft.kind == UnitKind.PERCENT) {
        draft.change = moved(draft.base.change.direction());
      }
      metrics.choose(line, draft, talk);
      if (talk.market() && draft.metric == Metric.REVENUE) {
        boolean share = draft.kind == UnitKind.PERCENT && draft.change == null;
        draft.metric = share ? Metric.MARKET_SHARE : Metric.MARKET_SIZE;
      }
      if (draft.change == null && isPriceMove(line, draft)) {
        draft.change = moved(talk.priceMove());
      }
      draft.loss = isLoss(line, draft);
      products.choose(line, draft, talk);
      subjects.choose(line, draft, talk);
      statusChoice.choose(line, draft, talk, previous);
      periods.choose(line, draft, talk);
      statusChoice.settle(line, draft, timeline);
      if (draft.change != null) {
        draft.change = new Change(draft.change.direction(), changes.basis(line, draft));
      }
      previous = draft.status;
      remember(line, draft, talk);
    }
    Respectively.apply(line, drafts);
    borrow(line, drafts);
    terms(drafts);
    ended(line, drafts);
    after(line, drafts, talk);
    return drafts;
  }

  /** A change whose basis is not known yet, or null for a level. */
  private static @Nullable Change moved(@Nullable Direction direction) {
    return direction == null ? null : new Change(direction, Basis.OTHER);
  }

  /** "UMC has announced 5 to 10 per cent": where prices move, a percentage of one is a move. */
  private static boolean isPriceMove(Line line, Draft draft) {
    return draft.metric() == Metric.PRICE
        && draft.quantity.unit().equals("%")
        && !line.word(draft.end()).equals("of");
  }

  /** "A net loss of $777 million", "lost 3 cents a share": income below zero. */
  private static boolean isLoss(Line line, Draft draft) {
    boolean income =
        draft.metric() == Metric.NET_INCOME
            || draft.metric() == Metric.OPERATING_INCOME
            || draft.metric() == Metric.EPS;
    java.math.BigDecimal low = draft.quantity.low();
    if (!income
        || draft.kind != UnitKind.MONEY
        || draft.change != null
        || low == null
        || low.signum() <= 0) {
      return false;
    }
    Cue.Hit cue = draft.cue;
    if (draft.tie != Tie.NONE && draft.metricBy == Evidence.TIED && draft.base != null) {
      boolean turned =
          line.has(
              java.util.Set.of("profit", "income", "earnings"), draft.base.end(), draft.first());
      return draft.base.loss && !turned;
    }
    int from = cue != null && cue.first() < draft.first() ? cue.first() : draft.first() - 5;
    int to = cue != null && cue.first() >= draft.end() ? cue.end() : draft.first();
    return line.has(LOSSES, Math.max(from, draft.first() - 12), to);
  }

  /** "Revenue of $5.3bn and income of $1bn for the March quarter": the end is said of all. */
  private void ended(Line line, List<Draft> drafts) {
    if (drafts.size() < 2 || line.times().size() != 1) {
      return;
    }
    Draft last = drafts.getLast();
    boolean fits =
        last.periodBy == Evidence.STATED
            && last.period != null
            && !last.compared()
            && line.times().getFirst().first() >= last.end();
    for (Draft draft : drafts) {
      boolean flow = traits.get(draft.metric()).time() == Time.FLOW;
      boolean listed =
          line.breaks(draft.end(), last.first()) < 6
              && !line.has(BOUNDARIES, draft.end(), last.first());
      boolean open =
          draft.periodBy == Evidence.CONTEXT
              || draft.tie == Draft.Tie.LISTED
                  && draft.base != null
                  && draft.base.period == last.period;
      if (fits && flow && listed && open && draft.status == last.status) {
        draft.period = last.period;
        draft.periodBy = Evidence.TIED;
      }
    }
  }

  /** "A seven-year, $38 billion agreement": the term is of whom the money is. */
  private static void terms(List<Draft> drafts) {
    for (int i = 0; i < drafts.size(); i++) {
      Draft term = drafts.get(i);
      boolean loose = term.subjectBy != Evidence.STATED && term.subjectBy != Evidence.CLAUSE;
      if (term.kind != UnitKind.TIME || term.metric != Metric.OTHER || !loose) {
        continue;
      }
      for (int at : new int[] {i + 1, i - 1}) {
        Draft sum = at < 0 || at >= drafts.size() ? null : drafts.get(at);
        if (sum != null && sum.metric == Metric.COMMITMENT && sum.subject != null) {
          term.subject = sum.subject;
          term.subjectBy = Evidence.TIED;
          break;
        }
      }
    }
  }

  /** "Rose 5% and 6% in 2025": what stands behind the last of a list is said of all. */
  private static void borrow(Line line, List<Draft> drafts) {
    for (int i = drafts.size() - 1; i > 0; i--) {
      Draft draft = drafts.get(i);
      Draft base = draft.base;
      boolean joined =
          base != null
              && (draft.tie == Tie.CHANGE || draft.tie == Tie.LISTED || draft.tie == Tie.SAME)
              && !line.has(BOUNDARIES, base.end(), draft.first());
      boolean revised =
          base != null && draft.tie == Tie.COMPARED && line.has(REVISED, 0, base.first());
      if (base != null
          && (joined || revised)
          && base.tie != Tie.COMPARED
          && draft.periodBy == Evidence.STATED
          && base.periodBy != Evidence.STATED
          && !draft.earlier
          && draft.metric == base.metric
          && draft.period != null) {
        base.period = draft.period;
        base.periodBy = Evidence.TIED;
      }
    }
  }

  private void remember(Line line, Draft draft, Discourse talk) {
    boolean flow =
        traits.get(draft.metric()).time() == Time.FLOW
            || draft.metric() == Metric.MARKET_SIZE && draft.periodBy == Evidence.STATED;
    boolean start = line.word(draft.first() - 1).equals("from");
    boolean main = !draft.compared() && !start && draft.periodBy != Evidence.CONTEXT;
    talk.lastOf(draft.metric(), draft.period);
    if (draft.metric() == Metric.PRICE && draft.change != null) {
      talk.priceMove(draft.change.direction());
    }
    if (flow && main && draft.period != null && draft.period.kind() != Period.Kind.MONTH) {
      talk.period(draft.period, draft.status, draft.subject);
    }
    if (draft.metric() != Metric.OTHER) {
      talk.metric(draft.kind, draft.metric());
    }
    boolean money = draft.kind == UnitKind.MONEY && draft.quantity.per() == null;
    if (money && flow) {
      talk.mainMetric(draft.metric());
      talk.carried(draft.metric());
    }
    boolean named = draft.cue != null && draft.cue.cue().weight() >= 2.5;
    if (money
        && named
        && (draft.metric() == Metric.NET_INCOME || draft.metric() == Metric.OPERATING_INCOME)) {
      talk.profit(draft.metric());
    }
    talk.basis(changes.basisOf(line.lower(), null));
    if (statuses.has(line.lower(), StatusCues.Kind.REPORTED)) {
      talk.reported(true);
    }
  }

  private void after(Line line, List<Draft> drafts, Discourse talk) {
    talk.hear(line.lower(), line.mentions());
    for (Draft draft : drafts) {
      if (draft.subject != null && draft.subjectBy != Evidence.CONTEXT && draft.tie == Tie.NONE) {
        talk.topic(draft.subject);
        break;
      }
    }
  }
}
