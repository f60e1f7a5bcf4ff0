package io.chipwire.figure;

import io.chipwire.fact.Basis;
import io.chipwire.fact.Change;
import io.chipwire.fact.Direction;
import io.chipwire.quantity.Quantity;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells whether a quantity is itself a change: "rose 78%", "up by $2 billion", "a 5% decline". */
final class Changes {

  private static final int BASIS_REACH = 12;
  private static final Set<String> FILLERS =
      Set.of(
          "by", "about", "roughly", "nearly", "almost", "some", "more", "than", "over", "of", "a",
          "another", "further", "around", "at", "least");
  private static final Set<String> NOT_MOVES =
      Set.of("more", "above", "below", "less", "record", "higher", "lower");

  private final Moves moves = Moves.standard();

  @Nullable Change of(Quantity quantity, List<String> words) {
    UnitClass unit = UnitClass.of(quantity.unit());
    if (unit == UnitClass.COUNT || unit == UnitClass.WATT || unit == UnitClass.TIME) {
      return null;
    }
    Direction direction = directionBefore(quantity, words, unit);
    if (direction == null) {
      direction = directionBehind(quantity, words, unit);
    }
    return direction == null ? null : new Change(direction, basis(quantity, words));
  }

  private @Nullable Direction directionBefore(
      Quantity quantity, List<String> words, UnitClass unit) {
    boolean by = false;
    for (int i = quantity.first() - 1; i >= Math.max(0, quantity.first() - 5); i--) {
      String word = words.get(i);
      by |= word.equals("by") || word.equals("of");
      Direction move = NOT_MOVES.contains(word) ? null : moves.of(word);
      if (move != null) {
        return unit == UnitClass.PERCENT || by ? move : null;
      }
      if (!FILLERS.contains(word)) {
        return null;
      }
    }
    return null;
  }

  private @Nullable Direction directionBehind(
      Quantity quantity, List<String> words, UnitClass unit) {
    for (int i = quantity.end(); i < Math.min(words.size(), quantity.end() + 2); i++) {
      String word = words.get(i);
      Direction move = moves.of(word);
      if (move != null) {
        return unit == UnitClass.PERCENT || word.equals("more") || word.equals("less")
            ? move
            : null;
      }
    }
    return null;
  }

  private static Basis basis(Quantity quantity, List<String> words) {
    int to = Math.min(words.size(), quantity.end() + BASIS_REACH);
    String behind = " " + String.join(" ", words.subList(quantity.end(), to)) + " ";
    String all = " " + String.join(" ", words) + " ";
    for (String text : List.of(behind, all)) {
      if (has(
          text,
          " year over year ",
          " year on year ",
          " yoy ",
          " year - over - year ",
          " year - on - year ",
          " a year earlier ",
          " a year ago ",
          " year ago ",
          " a year before ",
          " same quarter ",
          " same period ",
          " last year ",
          " prior year ")) {
        return Basis.YOY;
      }
      if (has(
          text,
          " quarter over quarter ",
          " qoq ",
          " previous quarter ",
          " prior quarter ",
          " quarter - over - quarter ",
          " sequentially ",
          " the one before ",
          " last quarter ")) {
        return Basis.QOQ;
      }
      if (has(
          text, " month over month ", " previous month ", " a month earlier ", " last month ")) {
        return Basis.MOM;
      }
      if (has(text, " a week earlier ", " week over week ", " previous week ", " last week ")) {
        return Basis.WOW;
      }
    }
    return Basis.OTHER;
  }

  private static boolean has(String text, String... cues) {
    for (String cue : cues) {
      if (text.contains(cue)) {
        return true;
      }
    }
    return false;
  }
}
