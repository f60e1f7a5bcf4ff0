package io.chipwire.quantity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Phrases of pieces, each with a value; finds the longest at a place. Immutable once built; the
 * cost of a look-up is bounded by the longest phrase.
 */
final class PhraseTable<T> {

  /**
   * A phrase that was found.
   *
   * @param edge the index behind its last piece, or of its first when looked for backwards
   */
  record Match<T>(T value, int edge) {}

  private static final class Node<T> {
    final Map<String, Node<T>> next = new HashMap<>();
    @Nullable T value;
  }

  private final Node<T> forward = new Node<>();
  private final Node<T> backward = new Node<>();
  private final boolean exact;

  /**
   * An empty table.
   *
   * @param exact whether case counts
   */
  PhraseTable(boolean exact) {
    this.exact = exact;
  }

  /** Adds a phrase. */
  void add(List<Piece> phrase, T value) {
    Node<T> node = forward;
    for (Piece piece : phrase) {
      node = node.next.computeIfAbsent(key(piece), key -> new Node<>());
    }
    node.value = value;
    node = backward;
    for (Piece piece : phrase.reversed()) {
      node = node.next.computeIfAbsent(key(piece), key -> new Node<>());
    }
    node.value = value;
  }

  /** The longest phrase that begins at piece {@code from}. */
  @Nullable Match<T> startingAt(List<Piece> pieces, int from) {
    Match<T> best = null;
    Node<T> node = forward;
    for (int i = from; i < pieces.size(); i++) {
      node = node.next.get(key(pieces.get(i)));
      if (node == null) {
        break;
      }
      if (node.value != null) {
        best = new Match<>(node.value, i + 1);
      }
    }
    return best;
  }

  /** The longest phrase that ends before piece {@code end}. */
  @Nullable Match<T> endingAt(List<Piece> pieces, int end) {
    Match<T> best = null;
    Node<T> node = backward;
    for (int i = end - 1; i >= 0; i--) {
      node = node.next.get(key(pieces.get(i)));
      if (node == null) {
        break;
      }
      if (node.value != null) {
        best = new Match<>(node.value, i);
      }
    }
    return best;
  }

  private String key(Piece piece) {
    return exact ? piece.text() : piece.lower();
  }
}
