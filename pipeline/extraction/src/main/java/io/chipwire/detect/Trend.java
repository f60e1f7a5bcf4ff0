package io.chipwire.detect;

import io.chipwire.fact.Direction;
import io.chipwire.fact.Figure;
import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Span;
import io.chipwire.figure.Moves;
import io.chipwire.language.Sentence;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which way a figure moved: by its own change, by the change or the earlier value that stands
 * beside it, or by the nearest verb of movement.
 */
final class Trend {

  private static final int REACH = 10;
  private static final List<String> EARLIER =
      List.of("from", "against", "versus", "vs", "after", "than", "with");

  private final Moves moves = Moves.standard();

  @Nullable Direction of(Figure figure, List<Figure> all, Sentence sentence) {
    if (figure.change() != null) {
      return figure.change().direction();
    }
    Span here = new Span(sentence.start(), sentence.end());
    Direction compared = null;
    for (Figure other : all) {
      if (other == figure
          || other.inTitle() != figure.inTitle()
          || !here.contains(other.span())
          || other.metric() != figure.metric()
          || !Objects.equals(other.subject(), figure.subject())) {
        continue;
      }
      if (other.change() != null) {
        return other.change().direction();
      }
      if (compared == null) {
        compared = compare(figure, other, sentence);
      }
    }
    return compared != null ? compared : nearestMove(figure, sentence);
  }

  /**
   * An outlook against the first result that the article gives for the same thing, which is the
   * latest: where the company says 91 after 81, it expects more.
   */
  static @Nullable Direction againstResult(Figure outlook, List<Figure> all) {
    for (Figure result : all) {
      if (result.status() == FigureStatus.ACTUAL
          && result.change() == null
          && !result.inTitle()
          && result.metric() == outlook.metric()
          && result.unit().equals(outlook.unit())
          && Objects.equals(result.subject(), outlook.subject())
          && Objects.equals(result.product(), outlook.product())) {
        return direction(middle(result), middle(outlook));
      }
    }
    return null;
  }

  private static @Nullable Direction direction(@Nullable BigDecimal was, @Nullable BigDecimal now) {
    int sign = was == null || now == null ? 0 : now.compareTo(was);
    return sign == 0 ? null : sign > 0 ? Direction.UP : Direction.DOWN;
  }

  /** Two values of one thing, the second brought in as the earlier one. */
  private static @Nullable Direction compare(Figure figure, Figure other, Sentence sentence) {
    if (!figure.unit().equals(other.unit()) || Objects.equals(figure.period(), other.period())) {
      return null;
    }
    Figure earlier =
        isEarlier(other, sentence) ? other : isEarlier(figure, sentence) ? figure : null;
    if (earlier == null) {
      return null;
    }
    Figure later = earlier == other ? figure : other;
    return direction(middle(earlier), middle(later));
  }

  private static boolean isEarlier(Figure figure, Sentence sentence) {
    int first = indexOf(figure, sentence);
    for (int i = first - 1; i >= Math.max(0, first - 4); i--) {
      if (EARLIER.contains(sentence.word(i).toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable BigDecimal middle(Figure figure) {
    BigDecimal low = figure.low();
    BigDecimal high = figure.high();
    if (low == null || high == null) {
      return low == null ? high : low;
    }
    return low.add(high).divide(BigDecimal.TWO);
  }

  private @Nullable Direction nearestMove(Figure figure, Sentence sentence) {
    int at = indexOf(figure, sentence);
    for (int distance = 1; distance <= REACH; distance++) {
      for (int i : new int[] {at - distance, at + distance}) {
        if (i >= 0 && i < sentence.size()) {
          Direction move = moves.of(sentence.word(i).toLowerCase(Locale.ROOT));
          if (move != null) {
            return move;
          }
        }
      }
    }
    return null;
  }

  private static int indexOf(Figure figure, Sentence sentence) {
    for (int i = 0; i < sentence.size(); i++) {
      if (sentence.tokens().get(i).end() > figure.start()) {
        return i;
      }
    }
    return sentence.size() - 1;
  }
}
