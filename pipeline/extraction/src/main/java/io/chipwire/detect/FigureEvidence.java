package io.chipwire.detect;

import io.chipwire.detect.SignalRules.DirectionRule;
import io.chipwire.detect.SignalRules.FigureRule;
import io.chipwire.detect.SignalRules.Sort;
import io.chipwire.fact.Amount;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.Direction;
import io.chipwire.fact.EntityType;
import io.chipwire.fact.Figure;
import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Metric;
import io.chipwire.fact.Span;
import io.chipwire.language.Sentence;
import io.chipwire.signal.SignalKind;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Signals that rest on figures. */
final class FigureEvidence {

  private static final int BESIDE = 16;
  private static final BigDecimal FULL_PERCENT = BigDecimal.valueOf(95);
  private static final Set<SignalKind> TOLD_BY_A_COMMITMENT =
      EnumSet.of(SignalKind.SUPPLY, SignalKind.PRICING, SignalKind.CAPEX, SignalKind.COMMITMENT);

  private static final Set<SignalKind> PUBLIC_TOO =
      EnumSet.of(SignalKind.POLICY, SignalKind.DEAL, SignalKind.COMMITMENT, SignalKind.MARKET);
  private static final Map<String, Integer> LONG_WAITS = Map.of("week", 16, "month", 4, "day", 110);

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
    SignalKind kind = rule.kind();
    boolean outlook = kind == SignalKind.GUIDANCE;
    if (outlook && (trend.isLookedBackAt(figure, sentence) || isSupposed(sentence))) {
      return;
    }
    String subject = subject(figure, kind, facts);
    if (subject != null && !mayHave(subject, kind, facts)) {
      return;
    }
    boolean nobodys = subject == null && figure.product() == null;
    if (kind == SignalKind.EARNINGS && nobodys) {
      kind = SignalKind.MARKET;
    }
    Direction direction = direction(rule, figure, sentence, facts);
    if (kind == SignalKind.MARKET
        && direction == null
        && figure.status() == FigureStatus.FORECAST
        && passages.isAhead(figure.period())) {
      direction = Direction.UP;
    }
    boolean needsTrend =
        rule.direction() == DirectionRule.TREND_ONLY
            || rule.direction() == DirectionRule.TREND_OR_UP
            || rule.direction() == DirectionRule.AGAINST;
    boolean says = direction != null || !(kind == SignalKind.PRICING && nobodys);
    boolean stands = figure.metric() == Metric.CAPACITY && isStanding(figure, sentence);
    if ((needsTrend && direction == null) || !says || stands) {
      return;
    }
    drafts.add(
        new SignalDraft(
            kind,
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

  private @Nullable Direction direction(
      FigureRule rule, Figure figure, Sentence sentence, ArticleFacts facts) {
    Direction moved = trend.of(figure, facts.figures(), sentence);
    if (moved == null && rule.kind() == SignalKind.GUIDANCE) {
      moved = Trend.againstResults(figure, facts.figures());
    }
    return switch (rule.direction()) {
      case TREND, TREND_ONLY -> moved;
      case TREND_OR_UP -> moved == null && isOwedNow(figure, sentence) ? Direction.UP : moved;
      case AGAINST ->
          (isFull(figure) && !isLeft(figure, sentence))
                  || (moved == null && isLongWait(figure, sentence))
              ? Direction.DOWN
              : opposite(moved);
      case UP -> Direction.UP;
      case DOWN -> Direction.DOWN;
      case NONE -> null;
    };
  }

  /** "Were the chips sold to others, it would be": no outlook, only a thought. */
  private boolean isSupposed(Sentence sentence) {
    return rules.is("condition", sentence.word(0).toLowerCase(Locale.ROOT));
  }

  /** Whose figure it is; the maker of the product for one who only tells of it. */
  private @Nullable String subject(Figure figure, SignalKind kind, ArticleFacts facts) {
    String subject = figure.subject();
    if (subject != null && (actors.isObserver(subject) || !mayHave(subject, kind, facts))) {
      return figure.product() == null
          ? (actors.isObserver(subject) ? null : subject)
          : actors.owner(figure.product());
    }
    return subject;
  }

  /** Results, prices and supply are companies'; money, rules and shares may be a country's too. */
  private static boolean mayHave(String subject, SignalKind kind, ArticleFacts facts) {
    if (PUBLIC_TOO.contains(kind)) {
      return true;
    }
    EntityType type = facts.type(subject);
    return type == null || type == EntityType.COMPANY;
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
      if (same || (isBought(figure) && isBeside(figure, commitment, facts, sentence))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBought(Figure figure) {
    return figure.metric() == Metric.CAPACITY
        || figure.metric() == Metric.SHIPMENTS
        || figure.metric() == Metric.COMMITMENT;
  }

  /** In the sentence of a contract, or the same amount as one there, and one of its parties'. */
  private static boolean isBeside(
      Figure figure, Commitment commitment, ArticleFacts facts, Sentence sentence) {
    String subject = figure.subject();
    if (subject == null
        || !(commitment.obligors().contains(subject)
            || subject.equals(commitment.counterparty()))) {
      return false;
    }
    if (commitment.inTitle() == figure.inTitle() && commitment.start() == sentence.start()) {
      return true;
    }
    Span there = new Span(commitment.start(), commitment.end());
    return facts.figures().stream()
        .anyMatch(
            other ->
                other.inTitle() == commitment.inTitle()
                    && there.contains(other.span())
                    && other.unit().equals(figure.unit())
                    && Objects.equals(other.low(), figure.low())
                    && Objects.equals(other.high(), figure.high()));
  }

  /** "Runs 250,000 GPUs in 33 data centers": what is there already. */
  private boolean isStanding(Figure figure, Sentence sentence) {
    return figure.change() == null && hasBefore(figure, sentence, "standing");
  }

  /** Whether contracts are what a backlog is made of, and not a hope for some. */
  private boolean isOwedNow(Figure figure, Sentence sentence) {
    return figure.period() == null
        && sentence.tokens().stream()
            .anyMatch(token -> rules.is("owed", token.text().toLowerCase(Locale.ROOT)));
  }

  private boolean hasBefore(Figure figure, Sentence sentence, String role) {
    for (int i = sentence.size() - 1; i >= 0; i--) {
      int away = figure.start() - sentence.tokens().get(i).end();
      if (away >= 0 && away < BESIDE && rules.is(role, sentence.word(i).toLowerCase(Locale.ROOT))) {
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

  /** "From 95.8%": where it is no more. */
  private static boolean isLeft(Figure figure, Sentence sentence) {
    for (int i = sentence.size() - 1; i >= 0; i--) {
      if (sentence.tokens().get(i).end() <= figure.start()) {
        return sentence.word(i).equalsIgnoreCase("from");
      }
    }
    return false;
  }

  /** "Deliveries take 70 weeks": so long a wait says by itself that there is too little. */
  private boolean isLongWait(Figure figure, Sentence sentence) {
    Integer least = LONG_WAITS.get(figure.unit());
    BigDecimal longest = figure.high() == null ? figure.low() : figure.high();
    return figure.metric() == Metric.LEAD_TIME
        && least != null
        && longest != null
        && longest.compareTo(BigDecimal.valueOf(least)) >= 0
        && sentence.tokens().stream()
            .anyMatch(token -> rules.is("waiting", token.text().toLowerCase(Locale.ROOT)));
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
