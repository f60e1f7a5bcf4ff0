package io.chipwire.figure;

import io.chipwire.figure.Draft.Tie;
import io.chipwire.table.Words;
import java.util.List;
import java.util.Set;

/**
 * Ties a quantity to an earlier one of its sentence with which it shares a predicate: conversions,
 * lists, comparisons, changes with their levels.
 */
final class Links {

  private static final Words WORDS = Words.beside(Links.class);
  private static final Set<String> COMPARING = WORDS.of("links.comparing");
  private static final Set<String> LISTING = Set.of("and", "or", ",", "to", "&", "±", "/", ";");
  private static final Set<String> FILLING = WORDS.of("links.filling");

  private static final Set<String> PART_OF = WORDS.of("links.part-of");

  private static final int NEAR = 5;
  private static final int REACH = 12;

  private Links() {}

  static void tie(Line line, List<Draft> drafts) {
    for (int i = 1; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      Draft previous = drafts.get(i - 1);
      Tie tie = between(line, previous, draft);
      if (i > 1 && isSecondChange(line, drafts.get(i - 2), previous, draft)) {
        draft.tie = Tie.LISTED;
        draft.base = drafts.get(i - 2);
      } else if (tie == Tie.NONE
              && i > 1
              && previous.tie != Tie.NONE
              && previous.base == drafts.get(i - 2)
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

  /** "An increase of 25% compared to the 2024 total of $55bn and 7% more than in August". */
  private static boolean isSecondChange(Line line, Draft first, Draft past, Draft second) {
    return first.change != null
        && past.change == null
        && second.change != null
        && first.kind == UnitKind.PERCENT
        && second.kind == UnitKind.PERCENT
        && line.word(second.first() - 1).equals("and")
        && line.has(COMPARING, first.end(), past.first());
  }

  private static Tie between(Line line, Draft previous, Draft draft) {
    int from = previous.end();
    int to = draft.first();
    if (converted(line, previous, draft)) {
      return Tie.SAME;
    }
    if (isPart(line, previous, draft)) {
      return Tie.PART;
    }
    boolean portion =
        previous.kind == UnitKind.MONEY
            && previous.change == null
            && draft.kind == UnitKind.PERCENT
            && draft.change == null
            && line.word(to - 1).equals("or")
            && to - from <= 5;
    if (portion || margin(line, from, to) || perShare(line, previous, draft)) {
      return Tie.LISTED;
    }
    if (ownCue(line, draft, from, to) || line.has(Set.of(";"), from, to)) {
      return Tie.NONE;
    }
    if (changes(line, previous, draft, from, to)) {
      return Tie.CHANGE;
    }
    if (!sameKind(previous, draft)) {
      return Tie.NONE;
    }
    // "Up 25% from a year earlier and 7% from August": two changes of one level.
    boolean again =
        previous.change != null
            && draft.kind == UnitKind.PERCENT
            && line.word(to - 1).equals("and");
    if (line.has(COMPARING, from, to) && !again) {
      return Tie.COMPARED;
    }
    return line.has(LISTING, from, to) && to - from <= 16 ? Tie.LISTED : Tie.NONE;
  }

  /** "$39.2 billion, … 30% of the total", "$655 billion, of which OpenAI accounts for 45%". */
  private static boolean isPart(Line line, Draft previous, Draft draft) {
    if (draft.kind != UnitKind.PERCENT
        || draft.change != null
        || previous.kind != UnitKind.MONEY && previous.kind != UnitKind.COUNT) {
      return false;
    }
    boolean total =
        line.word(draft.end()).equals("of")
            && (PART_OF.contains(line.word(draft.end() + 1))
                || line.word(draft.end() + 1).equals("the")
                    && PART_OF.contains(line.word(draft.end() + 2)));
    for (int i = previous.end(); i < draft.first() - 1; i++) {
      total |= line.word(i).equals("of") && line.word(i + 1).equals("which");
    }
    return total;
  }

  /** "$91 billion, plus or minus 2%": how far the second lets the first stray. */
  private static boolean margin(Line line, int from, int to) {
    String joined = String.join(" ", line.lower().subList(from, Math.max(from, to)));
    return joined.matches(
        ",? ?\\(?(plus or minus|plus / minus|plus - or - minus|±|\\+ / -|\\+/-)( about)?");
  }

  /** "$1.8 billion, or $1.12 a share": one income, in whole and for each share. */
  private static boolean perShare(Line line, Draft previous, Draft draft) {
    boolean pair =
        previous.kind == UnitKind.MONEY
            && draft.kind == UnitKind.MONEY
            && previous.quantity.per() == null
            && "share".equals(draft.quantity.per());
    int at = draft.first() - 1;
    at -= line.word(at).equals("about") ? 1 : 0;
    int gap = 0;
    for (int i = previous.end(); i < draft.first(); i++) {
      gap += line.timeAt(i) || line.word(i).matches("in|for|the") ? 0 : 1;
    }
    return pair && line.word(at).matches("or|\\(") && gap <= 4;
  }

  /** Whether a cue between the two belongs to the second: the first has not taken it as its own. */
  private static boolean ownCue(Line line, Draft draft, int from, int to) {
    for (Cue.Hit hit : line.cues()) {
      boolean between = hit.first() >= from && hit.end() <= to;
      boolean strong =
          hit.cue().part() == Cue.Part.NOUN
              && hit.cue().units().contains(draft.kind)
              && hit.cue().weight() >= 1.5;
      boolean taken =
          Set.of("of", "in", "on", "for").contains(line.word(from))
              && line.breaks(from, hit.end()) == 0;
      boolean near = hit.end() >= to - NEAR || leadsTo(line, hit.end(), to);
      if (between && strong && !taken && near) {
        return true;
      }
    }
    return false;
  }

  /** Whether a verb and no comma stands between a cue and the amount: the cue is its subject. */
  private static boolean leadsTo(Line line, int from, int to) {
    boolean verb = false;
    for (int i = from; i < to; i++) {
      verb |= line.clauses().parse().tag(i).startsWith("VB");
    }
    return verb && line.breaks(from, to) == 0;
  }

  /** A change with its level: "$43bn, up 78%", "rose 78% to $43bn". */
  private static boolean changes(Line line, Draft previous, Draft draft, int from, int to) {
    if ((draft.change == null) == (previous.change == null) || line.breaks(from, to) >= 3) {
      return false;
    }
    Draft change = draft.change == null ? previous : draft;
    Draft level = draft.change == null ? draft : previous;
    boolean fits =
        change.kind == UnitKind.PERCENT
            || change.kind == UnitKind.MULTIPLE
            || change.kind == level.kind;
    if (!fits || to - from > REACH) {
      return false;
    }
    boolean dismissed = line.word(to - 1).equals("off");
    if (dismissed
        || level.kind == UnitKind.TIME && !line.word(from).equals("to") && level == draft) {
      return false;
    }
    Clauses clauses = line.clauses();
    boolean another =
        change == draft
            && !clauses.together(previous.first(), draft.first())
            && clauses.ownSubject(clauses.head(draft.first())) >= 0
            && clauses.ownSubject(clauses.head(draft.first())) < previous.first();
    if (another) {
      return false;
    }
    boolean leads = line.word(from).equals("to") || line.has(Set.of("to"), from, from + 4);
    return change == draft || leads || change.kind != level.kind;
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
