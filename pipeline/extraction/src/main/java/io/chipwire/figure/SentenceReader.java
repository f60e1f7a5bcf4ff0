package io.chipwire.figure;

import io.chipwire.entity.Mention;
import io.chipwire.fact.Direction;
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
    List<@Nullable Direction> directions = new ArrayList<>();
    for (Draft draft : drafts) {
      Direction direction = changes.direction(line, draft);
      directions.add(direction);
      draft.change =
          direction == null
              ? null
              : new io.chipwire.fact.Change(direction, io.chipwire.fact.Basis.OTHER);
    }
    Links.tie(line, drafts);
    FigureStatus previous = null;
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      Direction direction = directions.get(i);
      if (direction == null
          && draft.base != null
          && draft.base.change != null
          && (draft.tie == Tie.COMPARED || draft.tie == Tie.LISTED)
          && draft.quantity.unit().equals(draft.base.quantity.unit())
          && draft.kind == UnitKind.PERCENT) {
        direction = draft.base.change.direction();
      }
      metrics.choose(line, draft, talk.metric());
      products.choose(line, draft, talk);
      subjects.choose(line, draft, talk);
      statusChoice.choose(line, draft, talk, previous);
      periods.choose(line, draft, talk);
      draft.change = changes.change(line, draft, direction);
      previous = draft.status;
      remember(line, draft, talk);
    }
    after(line, drafts, talk);
    return drafts;
  }

  private void remember(Line line, Draft draft, Discourse talk) {
    boolean flow = traits.get(draft.metric()).time() == Time.FLOW;
    boolean main = draft.tie != Tie.COMPARED;
    if (flow && main && draft.period != null && draft.period.kind() != Period.Kind.MONTH) {
      talk.period(draft.period);
    }
    if (draft.metric() != Metric.OTHER) {
      talk.metric(draft.metric());
    }
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
