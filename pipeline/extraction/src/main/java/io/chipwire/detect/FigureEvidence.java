package io.chipwire.detect;

import io.chipwire.detect.SignalRules.DirectionRule;
import io.chipwire.detect.SignalRules.FigureRule;
import io.chipwire.detect.SignalRules.Sort;
import io.chipwire.fact.Amount;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.Direction;
import io.chipwire.fact.Figure;
import io.chipwire.fact.Metric;
import io.chipwire.language.Sentence;
import io.chipwire.signal.SignalKind;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Signals that rest on figures. */
final class FigureEvidence {

  private static final BigDecimal FULL_PERCENT = BigDecimal.valueOf(95);
  private static final Set<SignalKind> TOLD_BY_A_COMMITMENT =
      EnumSet.of(SignalKind.SUPPLY, SignalKind.PRICING, SignalKind.CAPEX, SignalKind.COMMITMENT);

  private final SignalRules rules;
  private final Actors actors;
  private final Trend trend;

  FigureEvidence(SignalRules rules, Actors actors) {
    this.rules = rules;
    this.actors = actors;
    this.trend = new Trend(rules);
  }

  void collect(ArticleFacts facts, Passages passages, List<SignalDraft> drafts) {
    List<Figure> figures = facts.figures();
    for (int i = 0; i < figures.size(); i++) {
      Figure figure = figures.get(i);
      Sentence sentence = passages.sentenceAt(figure.start(), figure.inTitle());
      if (sentence == null || passages.isOld(figure.period()) || trend.isMargin(figure, sentence)) {
        continue;
      }
      for (FigureRule rule : rules.of(figure.metric())) {
        if (rule.statuses().contains(figure.status())
            && rule.sorts().contains(sort(figure))
            && !(TOLD_BY_A_COMMITMENT.contains(rule.kind()) && isOwed(figure, facts, sentence))) {
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
          case AGAINST -> isFull(figure) ? Direction.DOWN : opposite(moved);
          case UP -> Direction.UP;
          case DOWN -> Direction.DOWN;
          case NONE -> null;
        };
    boolean needsTrend =
        rule.direction() == DirectionRule.TREND_ONLY || rule.direction() == DirectionRule.AGAINST;
    if (needsTrend && direction == null) {
      return;
    }
    String subject = figure.subject();
    if (subject != null && actors.isObserver(subject)) {
      subject = figure.product() == null ? null : actors.owner(figure.product());
    }
    drafts.add(
        new SignalDraft(
            rule.kind(),
            subject,
            figure.product(),
            direction,
            passages.span(sentence),
            figure.inTitle(),
            passages.words(sentence, figure.inTitle()),
            position,
            -1,
            0.8 * figure.confidence()));
  }

  /** What a contract is for: its amount wherever it is told, and what it buys beside it. */
  private static boolean isOwed(Figure figure, ArticleFacts facts, Sentence sentence) {
    for (Commitment commitment : facts.commitments()) {
      Amount amount = commitment.amount();
      boolean same =
          amount != null
              && amount.unit().equals(figure.unit())
              && Objects.equals(amount.low(), figure.low())
              && Objects.equals(amount.high(), figure.high());
      boolean beside =
          commitment.inTitle() == figure.inTitle()
              && commitment.start() == sentence.start()
              && (figure.metric() == Metric.CAPACITY
                  || figure.metric() == Metric.SHIPMENTS
                  || figure.metric() == Metric.COMMITMENT)
              && figure.subject() != null
              && (commitment.obligors().contains(figure.subject())
                  || figure.subject().equals(commitment.counterparty()));
      if (same || beside) {
        return true;
      }
    }
    return false;
  }

  /** Plants that run at this share of their capacity have none left. */
  private static boolean isFull(Figure figure) {
    BigDecimal low = figure.low();
    return figure.metric() == Metric.UTILIZATION
        && figure.change() == null
        && figure.unit().equals("%")
        && low != null
        && low.compareTo(FULL_PERCENT) >= 0;
  }

  private static Sort sort(Figure figure) {
    if (figure.change() != null) {
      return Sort.CHANGE;
    }
    String unit = figure.unit();
    if (unit.equals("%") || unit.equals("pp") || unit.equals("bp") || unit.equals("x")) {
      return Sort.SHARE;
    }
    if (unit.equals("W")) {
      return Sort.POWER;
    }
    boolean money =
        unit.length() == 3 && unit.chars().allMatch(letter -> letter >= 'A' && letter <= 'Z');
    return money ? Sort.MONEY : Sort.COUNT;
  }

  private static @Nullable Direction opposite(@Nullable Direction direction) {
    return direction == null ? null : direction == Direction.UP ? Direction.DOWN : Direction.UP;
  }
}
