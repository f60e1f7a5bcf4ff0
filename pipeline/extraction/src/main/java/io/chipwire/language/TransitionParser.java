package io.chipwire.language;

import java.util.List;

/**
 * An arc-standard dependency parser (Nivre, Incrementality in Deterministic Dependency Parsing,
 * 2004) that takes each step greedily from a {@link ParserNetwork}: it finds the trees of CoreNLP's
 * {@code DependencyParser} for the same model.
 *
 * <p>Thread-safe.
 */
final class TransitionParser {

  private static final int NONE = -1;
  private static final int ROOT_LABEL = 1;

  private final ParserNetwork network;
  private final int labelled;

  TransitionParser(ParserNetwork network) {
    this.network = network;
    this.labelled = network.labels().length - 1;
  }

  /**
   * Parses words and writes, at the place of each, the place of its head and its relation.
   *
   * @param words in the order in which they are parsed
   * @param heads by place; -1 for the root
   * @param relations by place
   */
  void parse(List<TaggedWord> words, int[] heads, String[] relations) {
    State state = new State(words);
    float[] hidden = new float[network.hiddenSize()];
    float[] scores = new float[network.scoreCount()];
    long[] features = new long[ParserNetwork.PLACES];
    while (!state.isDone()) {
      if (state.depth <= 2) {
        // Only the root and one word: nothing but the next word, or the end, can follow.
        if (state.next <= words.size()) {
          state.shift();
        } else {
          state.right(ROOT_LABEL);
        }
        continue;
      }
      state.fill(features);
      network.score(features, hidden, scores);
      int best = best(scores, state.next <= words.size());
      if (best == 2 * labelled) {
        state.shift();
      } else if (best < labelled) {
        state.left(1 + best);
      } else {
        state.right(1 + best - labelled);
      }
    }
    for (int i = 1; i <= words.size(); i++) {
      int place = words.get(i - 1).place();
      heads[place] = state.heads[i] == 0 ? NONE : words.get(state.heads[i] - 1).place();
      relations[place] = network.labels()[state.labels[i]];
    }
  }

  /** The best transition; none of those that would hang a word on another as a root. */
  private int best(float[] scores, boolean mayShift) {
    int end = mayShift ? scores.length : scores.length - 1;
    int best = NONE;
    for (int i = 0; i < end; i++) {
      boolean root = i == ROOT_LABEL - 1 || i == labelled + ROOT_LABEL - 1;
      if (!root && (best < 0 || scores[i] > scores[best])) {
        best = i;
      }
    }
    return best;
  }

  /** A stack of words with their trees so far, and the words to come. Word 0 is the root. */
  private final class State {

    private final int[] words;
    private final int[] tags;
    private final int[] heads;
    private final int[] labels;
    private final int[][] leftChildren;
    private final int[][] rightChildren;
    private final int[] stack;
    private int depth = 1;
    private int next = 1;

    State(List<TaggedWord> sentence) {
      int size = sentence.size() + 1;
      words = new int[size];
      tags = new int[size];
      heads = new int[size];
      labels = new int[size];
      stack = new int[size];
      leftChildren = new int[size][];
      rightChildren = new int[size][];
      for (int i = 0; i < size; i++) {
        words[i] = network.word(i == 0 ? "-ROOT-" : sentence.get(i - 1).word());
        tags[i] = network.tag(i == 0 ? "-ROOT-" : sentence.get(i - 1).tag());
        leftChildren[i] = new int[] {NONE, NONE};
        rightChildren[i] = new int[] {NONE, NONE};
      }
    }

    boolean isDone() {
      return depth == 1 && next == words.length;
    }

    void shift() {
      stack[depth++] = next++;
    }

    /** Hangs the second word of the stack on the first. */
    void left(int label) {
      int head = stack[depth - 1];
      hang(stack[depth - 2], head, label, leftChildren[head]);
      stack[depth - 2] = head;
      depth--;
    }

    /** Hangs the first word of the stack on the second. */
    void right(int label) {
      int head = stack[depth - 2];
      hang(stack[depth - 1], head, label, rightChildren[head]);
      depth--;
    }

    /** Children come from the inside out, so the last is the outermost. */
    private void hang(int word, int head, int label, int[] children) {
      heads[word] = head;
      labels[word] = label;
      children[1] = children[0];
      children[0] = word;
    }

    /** Three words of the stack, three to come; for two of the stack six of their descendants. */
    void fill(long[] features) {
      for (int i = 0; i < 3; i++) {
        features[2 - i] = feature(onStack(i));
        features[3 + i] = feature(next + i < words.length ? next + i : NONE);
      }
      for (int i = 0; i < 2; i++) {
        int word = onStack(i);
        int from = ParserNetwork.FIRST_LABELLED * (1 + i);
        features[from] = feature(child(leftChildren, word, 0));
        features[from + 1] = feature(child(rightChildren, word, 0));
        features[from + 2] = feature(child(leftChildren, word, 1));
        features[from + 3] = feature(child(rightChildren, word, 1));
        features[from + 4] = feature(child(leftChildren, child(leftChildren, word, 0), 0));
        features[from + 5] = feature(child(rightChildren, child(rightChildren, word, 0), 0));
      }
    }

    private int onStack(int i) {
      return i < depth ? stack[depth - 1 - i] : NONE;
    }

    private static int child(int[][] children, int word, int i) {
      return word == NONE ? NONE : children[word][i];
    }

    private long feature(int word) {
      return word == NONE
          ? ParserNetwork.EMPTY
          : network.feature(words[word], tags[word], labels[word]);
    }
  }
}
