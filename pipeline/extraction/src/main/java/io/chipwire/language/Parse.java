package io.chipwire.language;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Part-of-speech tags and a dependency tree of a sentence. Tokens are meant by their index.
 *
 * <p>Tags are Penn Treebank, relations basic Universal Dependencies v2 ({@code nsubj}, {@code obj},
 * {@code obl}, {@code case}, {@code conj}…). A sentence over the parser's bound is parsed in pieces
 * and then has several roots. The tree is grown when it is first asked for. Thread-safe, and always
 * the same.
 */
public final class Parse {

  /** Where each token hangs, and how; -1 for roots. */
  record Tree(int[] heads, String[] relations, int[][] children) {

    static Tree of(int[] heads, String[] relations) {
      List<List<Integer>> below = new ArrayList<>();
      for (int i = 0; i < heads.length; i++) {
        below.add(new ArrayList<>(2));
      }
      for (int i = 0; i < heads.length; i++) {
        if (heads[i] >= 0) {
          below.get(heads[i]).add(i);
        }
      }
      int[][] children =
          below.stream()
              .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
              .toArray(int[][]::new);
      return new Tree(heads, relations, children);
    }
  }

  private final String[] tags;
  private final Supplier<Tree> parser;
  private volatile @Nullable Tree tree;

  /** Tags, and what grows the tree when somebody first asks for it. */
  Parse(List<String> tags, Supplier<Tree> parser) {
    this.tags = tags.toArray(String[]::new);
    this.parser = parser;
  }

  private Tree tree() {
    Tree grown = tree;
    if (grown == null) {
      grown = parser.get();
      tree = grown;
    }
    return grown;
  }

  /** Number of tokens. */
  public int size() {
    return tags.length;
  }

  /** Penn Treebank tag of token {@code i}; empty outside the sentence. */
  public String tag(int i) {
    return i < 0 || i >= tags.length ? "" : tags[i];
  }

  /** Index of the token that {@code i} depends on, or -1 for a root. */
  public int head(int i) {
    return tree().heads()[i];
  }

  /** How {@code i} depends on its head; {@code root} for a root. */
  public String relation(int i) {
    return tree().relations()[i];
  }

  /** Tokens that depend on {@code i}, in reading order; a fresh array. */
  public int[] children(int i) {
    return tree().children()[i].clone();
  }

  /**
   * Whether {@code ancestor} lies on the way from {@code i} to its root; a token is above itself.
   */
  public boolean isBelow(int i, int ancestor) {
    for (int at = i; at >= 0; at = tree().heads()[at]) {
      if (at == ancestor) {
        return true;
      }
    }
    return false;
  }

  /** Whether token {@code i} is a verb, by its tag. */
  public boolean isVerb(int i) {
    return tag(i).startsWith("VB");
  }

  /** Whether token {@code i} is a noun or a name, by its tag. */
  public boolean isNoun(int i) {
    return tag(i).startsWith("NN");
  }
}
