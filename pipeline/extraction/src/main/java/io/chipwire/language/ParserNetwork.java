package io.chipwire.language;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The network of CoreNLP's dependency parser (Chen and Manning, A Fast and Accurate Dependency
 * Parser using Neural Networks, EMNLP 2014): 18 places in a sentence, each with a word, a tag and
 * mostly a label, a hidden layer with a cube, one score for each transition.
 *
 * <p>CoreNLP's own code looks 48 features up in a hash map and adds as many rows of 1,000 doubles
 * for each step. Most places of a step are empty, and a word keeps its tag and label. So this one
 * starts from the sum of the empty places and adds, in floats, one row for each place that is not:
 * the same answers at a small part of the cost.
 *
 * <p>Thread-safe. Holds about 35 MB, and at most {@link #SLOTS} rows of 4 kB as they are needed.
 */
final class ParserNetwork {

  /** Places of a sentence that the network looks at. */
  static final int PLACES = 18;

  /** The first place that has a label: those before it are no children yet. */
  static final int FIRST_LABELLED = 6;

  /** A place where nothing is. */
  static final long EMPTY = -1;

  /** Words and tags of all places, and labels where there are any. */
  static final int FEATURES = 2 * PLACES + PLACES - FIRST_LABELLED;

  /** Rows that are kept; one that is not costs 50,000 multiplications. */
  private static final int SLOTS = 1 << 16;

  /** Hidden units that the output layer takes at once; their number is a multiple of it. */
  static final int STRIDE = 4;

  private static final String NULL = "-NULL-";
  private static final String UNKNOWN = "-UNKNOWN-";

  /** What a place adds to the hidden layer over what it would if it were empty. */
  private record Row(long key, float[] values) {}

  private final Map<String, Integer> words;
  private final Map<String, Integer> tags;
  private final String[] labels;
  private final float[][] embeddings;
  private final float[][] input;
  private final float[][] output;
  private final float[] empty;
  private final float[][] emptyWords = new float[PLACES][];
  private final float[][][] tagRows = new float[PLACES][][];
  private final float[][][] labelRows = new float[PLACES][][];
  private final AtomicReferenceArray<@Nullable Row> slots = new AtomicReferenceArray<>(SLOTS);

  ParserNetwork(ParserModel model) {
    this.words = model.words();
    this.tags = model.tags();
    this.labels = model.labels();
    this.embeddings = model.embeddings();
    this.input = model.input();
    this.output = model.output();
    this.empty = model.bias().clone();
    for (int place = 0; place < PLACES; place++) {
      emptyWords[place] = product(words.get(NULL), place);
      add(empty, emptyWords[place]);
      tagRows[place] = rows(words.size(), tags.size(), tags.get(NULL), PLACES + place);
      if (place >= FIRST_LABELLED) {
        int feature = 2 * PLACES + place - FIRST_LABELLED;
        labelRows[place] = rows(words.size() + tags.size(), labels.length, 0, feature);
      }
    }
  }

  /** All rows of a feature over that of its empty value, whose own is added to the empty sum. */
  private float[][] rows(int first, int count, int none, int feature) {
    float[] nothing = product(first + none, feature);
    add(empty, nothing);
    float[][] rows = new float[count][];
    for (int i = 0; i < count; i++) {
      rows[i] = product(first + i, feature);
      subtract(rows[i], nothing);
    }
    return rows;
  }

  /** The number of a word; unknown ones share one. */
  int word(String word) {
    return words.getOrDefault(word, words.get(UNKNOWN));
  }

  /** The number of a tag; unknown ones share one. */
  int tag(String tag) {
    return tags.getOrDefault(tag, tags.get(UNKNOWN));
  }

  /** Names of the relations: the empty one, the root's, all others. */
  String[] labels() {
    return labels;
  }

  /** What is at a place: a word with its tag, and the index of its label, 0 where it has none. */
  long feature(int word, int tag, int label) {
    return ((long) word * tags.size() + tag) * labels.length + label;
  }

  /** Width of the hidden layer. */
  int hiddenSize() {
    return empty.length;
  }

  /** Number of scores: every label but the empty one to the left, to the right, and a shift. */
  int scoreCount() {
    return output[0].length;
  }

  /**
   * Scores the transitions.
   *
   * @param features {@link #PLACES} of {@link #feature} or {@link #EMPTY}
   * @param hidden room for the hidden layer
   * @param scores filled with the scores
   */
  void score(long[] features, float[] hidden, float[] scores) {
    System.arraycopy(empty, 0, hidden, 0, hidden.length);
    for (int place = 0; place < PLACES; place++) {
      if (features[place] != EMPTY) {
        add(hidden, row(features[place], place));
      }
    }
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] = hidden[i] * hidden[i] * hidden[i];
    }
    Arrays.fill(scores, 0);
    for (int i = 0; i < hidden.length; i += STRIDE) {
      addScaled(
          scores,
          output[i],
          hidden[i],
          output[i + 1],
          hidden[i + 1],
          output[i + 2],
          hidden[i + 2],
          output[i + 3],
          hidden[i + 3]);
    }
  }

  private float[] row(long feature, int place) {
    long key = feature * PLACES + place;
    int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 1 + Long.numberOfLeadingZeros(SLOTS));
    Row row = slots.get(slot);
    if (row == null || row.key() != key) {
      row = new Row(key, computed(feature, place));
      slots.set(slot, row);
    }
    return row.values();
  }

  private float[] computed(long feature, int place) {
    int label = (int) (feature % labels.length);
    int tag = (int) (feature / labels.length % tags.size());
    float[] row = product((int) (feature / labels.length / tags.size()), place);
    subtract(row, emptyWords[place]);
    add(row, tagRows[place][tag]);
    if (place >= FIRST_LABELLED) {
      add(row, labelRows[place][label]);
    }
    return row;
  }

  private float[] product(int id, int feature) {
    float[] embedding = embeddings[id];
    float[] sum = new float[empty.length];
    for (int k = 0; k < embedding.length; k++) {
      addScaled(sum, input[feature * embedding.length + k], embedding[k]);
    }
    return sum;
  }

  private static void add(float[] sum, float[] values) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += values[i];
    }
  }

  private static void subtract(float[] sum, float[] values) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] -= values[i];
    }
  }

  private static void addScaled(float[] sum, float[] values, float factor) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += values[i] * factor;
    }
  }

  private static void addScaled(
      float[] sum,
      float[] a,
      float byA,
      float[] b,
      float byB,
      float[] c,
      float byC,
      float[] d,
      float byD) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += a[i] * byA + b[i] * byB + c[i] * byC + d[i] * byD;
    }
  }
}
