package io.chipwire.detect;

import io.chipwire.detect.SignalRules.FigureRule;
import io.chipwire.fact.Direction;
import io.chipwire.fact.Figure;
import io.chipwire.language.Sentence;
import io.chipwire.signal.SignalKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signals that rest on figures. */
final class FigureEvidence {

  private final SignalRules rules;
  private final Trend trend = new Trend();

  FigureEvidence(SignalRules rules) {
    this.rules = rules;
  }

  void collect(ArticleFacts facts, Passages passages, List<SignalDraft> drafts) {
    List<Figure> figures = facts.figures();
    for (int i = 0; i < figures.size(); i++) {
      Figure figure = figures.get(i);
      Sentence sentence = passages.sentenceAt(figure.start(), figure.inTitle());
      if (sentence == null) {
        continue;
      }
      for (FigureRule rule : rules.of(figure.metric())) {
        if (rule.statuses().contains(figure.status())) {
          draft(rule, figure, i, sentence, facts, passages, drafts);
        }
      }
    }
  }

  private void draft(
      FigureRule rule,
      Figure figure,
      int position,
      Sentence sentence,
      ArticleFacts facts,
      Passages passages,
      List<SignalDraft> drafts) {
    Direction moved = trend.of(figure, facts.figures(), sentence);
    if (moved == null && rule.kind() == SignalKind.GUIDANCE) {
      moved = Trend.againstResult(figure, facts.figures());
    }
    Direction direction =
        switch (rule.direction()) {
          case TREND, TREND_ONLY -> moved;
          case AGAINST -> opposite(moved);
          case UP -> Direction.UP;
          case DOWN -> Direction.DOWN;
          case NONE -> null;
        };
    boolean needsTrend =
        rule.direction() == SignalRules.DirectionRule.TREND_ONLY
            || rule.direction() == SignalRules.DirectionRule.AGAINST;
    if (needsTrend && direction == null) {
      return;
    }
    drafts.add(
        new SignalDraft(
            rule.kind(),
            figure.subject(),
            figure.product(),
            direction,
            passages.span(sentence),
            figure.inTitle(),
            passages.words(sentence, figure.inTitle()),
            position,
            -1,
            0.8 * figure.confidence()));
  }

  private static @Nullable Direction opposite(@Nullable Direction direction) {
    return direction == null ? null : direction == Direction.UP ? Direction.DOWN : Direction.UP;
  }
}
