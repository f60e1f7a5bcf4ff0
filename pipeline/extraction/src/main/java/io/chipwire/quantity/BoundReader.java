package io.chipwire.quantity;

import io.chipwire.fact.Bound;
import io.chipwire.quantity.Vocabulary.BoundWord;
import io.chipwire.quantity.Vocabulary.Scope;
import org.jspecify.annotations.Nullable;

/** Reads the words around a quantity that bound it. */
final class BoundReader {

  private final Vocabulary vocabulary;

  BoundReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Sets the bound of a draft from the words before and behind it. */
  void apply(Line line, Draft draft) {
    if (draft.bound == Bound.RANGE || draft.bound == Bound.ORDER) {
      return;
    }
    Bound bound = before(line, draft);
    Bound after = draft.after != null ? draft.after : after(line, draft);
    Bound chosen = after != null && bound != Bound.MAX && bound != Bound.MIN ? after : bound;
    if (draft.numeral.shape() == Numeral.Shape.OPEN) {
      chosen = Bound.MIN;
    }
    if (chosen == null) {
      return;
    }
    draft.bound = chosen;
    if (chosen == Bound.MIN) {
      draft.high = null;
    } else if (chosen == Bound.MAX) {
      draft.low = null;
    }
  }

  private @Nullable Bound after(Line line, Draft draft) {
    int at = draft.end;
    PhraseTable.Match<Bound> match = vocabulary.boundsAfter.startingAt(line.pieces(), at);
    if (match == null && draft.read > at) {
      at = draft.read;
      match = vocabulary.boundsAfter.startingAt(line.pieces(), at);
    }
    if (match == null || line.at(at).is("plus")) {
      return null;
    }
    boolean moreThan = line.at(match.edge()).is("than");
    if (moreThan) {
      return null;
    }
    draft.readTo(match.edge());
    return match.value();
  }

  /** The bound that the words before a draft give; the strongest of several. */
  private @Nullable Bound before(Line line, Draft draft) {
    Bound found = null;
    int end = draft.start;
    for (int round = 0; round < 3; round++) {
      int from = end;
      while (line.isAny(from - 1, vocabulary.fillers)) {
        from--;
      }
      BoundMatch match = match(line, draft, from);
      if (match == null && from != end) {
        match = match(line, draft, end);
      }
      if (match == null) {
        return found;
      }
      if (found == null || found == Bound.ABOUT) {
        found = match.bound;
      }
      end = match.edge;
    }
    return found;
  }

  private record BoundMatch(Bound bound, int edge) {}

  private @Nullable BoundMatch match(Line line, Draft draft, int end) {
    PhraseTable.Match<BoundWord> match = null;
    if (draft.isDuration() && !draft.adjectival) {
      match = vocabulary.durationBounds.endingAt(line.pieces(), end);
    }
    if (match == null) {
      match = vocabulary.boundsBefore.endingAt(line.pieces(), end);
    }
    if (match == null) {
      return null;
    }
    boolean plain = match.value().scope() == Scope.PLAIN;
    boolean small = draft.isCount() && draft.numeral.isSmall();
    boolean literal = line.isAny(match.edge() - 1, vocabulary.literal);
    boolean noun = line.at(end - 1).is("past") || line.at(end - 1).is("top");
    boolean past = noun && line.isAny(end - 2, vocabulary.articles);
    boolean creeps =
        line.at(match.edge()).is("up")
            && line.at(end - 1).is("to")
            && line.isAny(match.edge() - 1, vocabulary.creeping);
    if (creeps || literal || plain && (isSpan(line, draft, end) || small || past)) {
      return null;
    }
    return new BoundMatch(match.value().bound(), match.edge());
  }

  /** "Over five years" lasts so long; "the wait has passed 52 weeks" exceeds it. */
  private static boolean isSpan(Line line, Draft draft, int end) {
    String last = line.at(end - 1).lower();
    return draft.isDuration()
        && (draft.adjectival || last.equals("over") || last.equals("past") || last.equals("under"));
  }
}
