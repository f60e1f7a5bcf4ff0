package io.chipwire.detect;

import io.chipwire.fact.Basis;
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
 * beside it, or by the nearest verb of movement in its clause.
 */
final class Trend {

  private static final int REACH = 12;
  private static final int NEAR = 4;

  private final SignalRules rules;
  private final Moves moves = Moves.standard();

  Trend(SignalRules rules) {
    this.rules = rules;
  }

  /** "Plus or minus $50 million": how wide an outlook is, no outlook of its own. */
  boolean isMargin(Figure figure, Sentence sentence) {
    int first = indexOf(figure, sentence);
    for (int i = Math.max(0, first - 2); i <= first; i++) {
      if (rules.is("margin", lower(sentence, i))) {
        return true;
      }
    }
    return false;
  }

  @Nullable Direction of(Figure figure, List<Figure> all, Sentence sentence) {
    if (figure.change() != null) {
      return isAgainstAnother(figure, sentence) ? null : figure.change().direction();
    }
    Span here = new Span(sentence.start(), sentence.end());
    Direction compared = null;
    Direction changed = null;
    for (Figure other : all) {
      if (other == figure
          || other.inTitle() != figure.inTitle()
          || isMargin(other, sentence)
          || !here.contains(other.span())
          || other.metric() != figure.metric()
          || !Objects.equals(other.subject(), figure.subject())) {
        continue;
      }
      if (other.change() != null && changed == null && sameClause(figure, other, sentence)) {
        changed = other.change().direction();
      }
      if (compared == null && other.change() == null) {
        compared = compare(figure, other, sentence);
      }
    }
    if (changed != null) {
      return changed;
    }
    return compared != null ? compared : nearestMove(figure, all, sentence);
  }

  /**
   * An outlook against the results that the article gives for the same thing: where the company
   * says 91 after 81, it expects more. Null where some are above it and some below, since parts of
   * a company are measured too.
   */
  static @Nullable Direction againstResults(Figure outlook, List<Figure> all) {
    Direction agreed = null;
    for (Figure result : all) {
      boolean comparable =
          result.status() == FigureStatus.ACTUAL
              && result.change() == null
              && !result.inTitle()
              && result.metric() == outlook.metric()
              && result.unit().equals(outlook.unit())
              && Objects.equals(result.subject(), outlook.subject())
              && Objects.equals(result.product(), outlook.product());
      Direction direction = comparable ? direction(middle(result), middle(outlook)) : null;
      if (direction != null && agreed != null && direction != agreed) {
        return null;
      }
      agreed = direction == null ? agreed : direction;
    }
    return agreed;
  }

  private static @Nullable Direction direction(@Nullable BigDecimal was, @Nullable BigDecimal now) {
    int sign = was == null || now == null ? 0 : now.compareTo(was);
    return sign == 0 ? null : sign > 0 ? Direction.UP : Direction.DOWN;
  }

  /** Two values of one thing, one of them brought in as the earlier one. */
  private @Nullable Direction compare(Figure figure, Figure other, Sentence sentence) {
    if (!figure.unit().equals(other.unit()) || !Objects.equals(figure.per(), other.per())) {
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

  private boolean isEarlier(Figure figure, Sentence sentence) {
    return isEarlier(figure, sentence, NEAR);
  }

  /** Whether news is compared with a figure: "compared with its own guidance of". */
  boolean isLookedBackAt(Figure figure, Sentence sentence) {
    return isEarlier(figure, sentence, NEAR + 2);
  }

  private boolean isEarlier(Figure figure, Sentence sentence, int reach) {
    int first = indexOf(figure, sentence);
    for (int i = first - 1; i >= Math.max(0, first - reach); i--) {
      String word = lower(sentence, i);
      boolean bounds = word.equals("than") && i == first - 1;
      if (rules.is("earlier", word) && !bounds) {
        return true;
      }
      if (rules.is("later", word) || rules.is("clause", word)) {
        return false;
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

  private boolean sameClause(Figure figure, Figure other, Sentence sentence) {
    int one = indexOf(figure, sentence);
    int two = indexOf(other, sentence);
    for (int i = Math.min(one, two) + 1; i < Math.max(one, two); i++) {
      if (endsClause(sentence, i)) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Direction nearestMove(Figure figure, List<Figure> all, Sentence sentence) {
    int at = indexOf(figure, sentence);
    boolean before = true;
    boolean behind = true;
    for (int distance = 1; distance <= REACH && (before || behind); distance++) {
      before &= at - distance >= 0 && !endsClause(sentence, at - distance);
      Direction move =
          before && !movesAnother(figure, all, sentence, at - distance)
              ? move(sentence, at - distance)
              : null;
      behind &= at + distance < sentence.size() && !endsClause(sentence, at + distance);
      if (move == null && behind && !movesAnother(figure, all, sentence, at + distance)) {
        move = move(sentence, at + distance);
      }
      if (move != null) {
        return move;
      }
    }
    return null;
  }

  /** "With a capacity of 3 GW, rose 2%": a verb right in front of a figure of something else. */
  private static boolean movesAnother(
      Figure figure, List<Figure> all, Sentence sentence, int word) {
    int next = Math.min(word + 2, sentence.size() - 1);
    int from = sentence.tokens().get(word).end();
    int to = sentence.tokens().get(next).end();
    return all.stream()
        .anyMatch(
            other ->
                other != figure
                    && other.inTitle() == figure.inTitle()
                    && other.start() >= from
                    && other.start() < to
                    && other.metric() != figure.metric());
  }

  /** "20% less than an x86 one": a comparison with another thing, not with its own past. */
  private boolean isAgainstAnother(Figure figure, Sentence sentence) {
    int first = indexOf(figure, sentence);
    int than = -1;
    for (int i = first + 1; i < Math.min(sentence.size(), first + NEAR + 1); i++) {
      if (lower(sentence, i).equals("than")) {
        than = i;
        break;
      }
    }
    if (than < 0 || figure.change() == null || figure.change().basis() != Basis.OTHER) {
      return false;
    }
    for (int i = than + 1; i < Math.min(sentence.size(), than + REACH); i++) {
      if (rules.is("time", lower(sentence, i)) || Character.isDigit(sentence.word(i).charAt(0))) {
        return false;
      }
    }
    return true;
  }

  /** The movement that a word tells of; none where it bounds a number or compares two things. */
  private @Nullable Direction move(Sentence sentence, int i) {
    String word = lower(sentence, i);
    String next = i + 1 < sentence.size() ? lower(sentence, i + 1) : "";
    boolean bounds =
        rules.is("bounding", word)
            && (next.isEmpty()
                || !Character.isLetter(next.charAt(0))
                || next.equals("to")
                || next.equals("than")
                || next.equals("the"));
    return bounds ? null : moves.of(word);
  }

  private boolean endsClause(Sentence sentence, int i) {
    String word = lower(sentence, i);
    String next = i + 1 < sentence.size() ? lower(sentence, i + 1) : "";
    return rules.is("clause", word)
        || (word.equals("as") && !rules.is("as", next) && !comparesAs(sentence, i));
  }

  /** The second "as" of "as much as". */
  private boolean comparesAs(Sentence sentence, int i) {
    return i > 0 && rules.is("as", lower(sentence, i - 1));
  }

  private static String lower(Sentence sentence, int i) {
    return sentence.word(i).toLowerCase(Locale.ROOT);
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
