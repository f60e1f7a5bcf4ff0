package io.chipwire.figure;

import io.chipwire.figure.Draft.Tie;
import java.util.List;
import java.util.Set;

/**
 * Ties a quantity to an earlier one of its sentence with which it shares a predicate: conversions,
 * lists, comparisons, changes with their levels.
 */
final class Links {

  private static final Set<String> COMPARING =
      Set.of(
          "versus",
          "vs",
          "vs.",
          "against",
          "compared",
          "from",
          "than",
          "after",
          "while",
          "up",
          "down",
          "followed",
          "instead",
          "unlike",
          "times");
  private static final Set<String> LISTING = Set.of("and", "or", ",", "to", "&", "±", "/", ";");
  private static final Set<String> FILLING =
      Set.of(
          "(",
          "about",
          "or",
          "some",
          "around",
          "roughly",
          ",",
          "nearly",
          "approximately",
          "almost",
          "over",
          "more",
          "than",
          "=",
          "equal",
          "to",
          "equivalent",
          "the",
          "of",
          "at",
          "-",
          "just",
          "under",
          "up");

  private Links() {}

  static void tie(Line line, List<Draft> drafts) {
    for (int i = 1; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      Draft previous = drafts.get(i - 1);
      Tie tie = between(line, previous, draft);
      if (tie == Tie.NONE && i > 1 && previous.tie != Tie.NONE && previous.base == drafts.get(i - 2)
          || tie == Tie.NONE && i > 1 && previous.change != null) {
        Tie far = between(line, drafts.get(i - 2), draft);
        if (far == Tie.COMPARED || far == Tie.LISTED) {
          draft.tie = far;
          draft.base = drafts.get(i - 2);
        }
      } else if (tie != Tie.NONE) {
        draft.tie = tie;
        draft.base = previous;
      }
    }
  }

  private static Tie between(Line line, Draft previous, Draft draft) {
    int from = previous.end();
    int to = draft.first();
    if (converted(line, previous, draft)) {
      return Tie.SAME;
    }
    boolean cueBetween =
        line.cues().stream()
            .anyMatch(
                hit ->
                    hit.first() >= from
                        && hit.end() <= to
                        && hit.cue().part() == Cue.Part.NOUN
                        && hit.cue().units().contains(draft.kind)
                        && hit.cue().weight() >= 1.5);
    if (cueBetween || line.has(Set.of(";"), from, to)) {
      return Tie.NONE;
    }
    boolean oneChanges = (draft.change == null) != (previous.change == null);
    if (oneChanges && (line.breaks(from, to) < 3)) {
      Draft level = draft.change == null ? draft : previous;
      Draft change = draft.change == null ? previous : draft;
      boolean fits =
          change.kind == UnitKind.PERCENT
              || change.kind == UnitKind.MULTIPLE
              || change.kind == level.kind;
      boolean near = to - from <= 12;
      if (fits && near) {
        return Tie.CHANGE;
      }
    }
    if (!sameKind(previous, draft)) {
      return Tie.NONE;
    }
    if (line.has(COMPARING, from, to)) {
      return Tie.COMPARED;
    }
    return line.has(LISTING, from, to) && to - from <= 16 ? Tie.LISTED : Tie.NONE;
  }

  private static boolean converted(Line line, Draft previous, Draft draft) {
    if (previous.kind != UnitKind.MONEY
        || draft.kind != UnitKind.MONEY
        || previous.quantity.unit().equals(draft.quantity.unit())) {
      return false;
    }
    boolean only = true;
    for (int i = previous.end(); i < draft.first(); i++) {
      only &= FILLING.contains(line.word(i));
    }
    return only
        && (line.word(previous.end()).equals("(")
            || line.has(Set.of("or", "about", "equivalent"), previous.end(), draft.first()));
  }

  private static boolean sameKind(Draft one, Draft other) {
    if (one.kind != other.kind) {
      return false;
    }
    boolean bothShare = "share".equals(one.quantity.per()) == "share".equals(other.quantity.per());
    return bothShare
        && (one.kind != UnitKind.COUNT || one.quantity.unit().equals(other.quantity.unit()))
        && one.quantity.unit().equals("%") == other.quantity.unit().equals("%");
  }
}
