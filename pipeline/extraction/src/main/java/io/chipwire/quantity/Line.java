package io.chipwire.quantity;

import io.chipwire.language.AnnotatedText;
import io.chipwire.language.Sentence;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sentence, or a table row of several sentences, cut into pieces; asks for tags only when one is
 * needed.
 */
final class Line {

  private static final Piece NONE = Piece.of(Piece.Kind.MARK, "", 0, 0, -1, -1, false, null);

  private final @Nullable AnnotatedText text;
  private final List<Piece> pieces;

  /**
   * A line of a text.
   *
   * @param text null for words that stand in no text and have no tags
   */
  Line(@Nullable AnnotatedText text, List<Piece> pieces) {
    this.text = text;
    this.pieces = pieces;
  }

  List<Piece> pieces() {
    return pieces;
  }

  int size() {
    return pieces.size();
  }

  /** The piece at an index; an empty mark outside. */
  Piece at(int index) {
    return index >= 0 && index < pieces.size() ? pieces.get(index) : NONE;
  }

  /** Whether the word at an index is one of these, in lower case. */
  boolean isAny(int index, Set<String> words) {
    return words.contains(at(index).lower());
  }

  /** Whether the words that begin at an index are these, in lower case. */
  boolean follows(int index, String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!at(index + i).is(words[i])) {
        return false;
      }
    }
    return true;
  }

  /** The Penn Treebank tag of the token that the piece belongs to; empty outside. */
  String tag(int index) {
    Piece piece = at(index);
    if (piece.sentence() < 0 || text == null) {
      return "";
    }
    Sentence sentence = text.sentences().get(piece.sentence());
    return text.tags(sentence).get(piece.token());
  }

  /** The singular of a plural noun, in lower case. */
  String singular(String plural) {
    return text == null ? plural : text.singular(plural);
  }

  /** Text between two pieces, the second not included. */
  String between(int from, int to) {
    return text == null ? "" : text.text().substring(at(from).start(), at(to - 1).end());
  }

  /** A part of the line as a line of its own, such as a table cell. */
  Line part(int from, int to) {
    return new Line(text, pieces.subList(from, to));
  }
}
