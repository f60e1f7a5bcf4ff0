package io.chipwire.story;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A sketch of a text from which the share of three-word sequences that two texts have in common
 * (their Jaccard similarity) can be estimated, to within about ±0.1.
 *
 * <p>One-permutation MinHash (Li, Owen, Zhang 2012) with {@value #SIZE} bins of 16 bits; empty bins
 * take the value of the next full one (Shrivastava, Li 2014). Case, punctuation and spacing do not
 * count. The same text gives the same fingerprint everywhere and for ever. Immutable.
 */
public final class Fingerprint {

  /** From this similarity on two texts are copies of one another. */
  public static final double COPY = 0.6;

  /** Number of {@link #band bands}: two copies share one of them almost surely. */
  public static final int BANDS = 16;

  private static final int SIZE = 64;
  private static final int BIN_BITS = 6;
  private static final int ROWS = SIZE / BANDS;
  private static final int WORDS = 3;

  /** Texts with fewer words are too short to tell a copy from a coincidence. */
  private static final int MIN_WORDS = 30;

  private final short[] bins;

  private Fingerprint(short[] bins) {
    this.bins = bins;
  }

  /** The fingerprint of a text; empty if the text is too short to have one. */
  public static Optional<Fingerprint> of(String text) {
    long[] minima = new long[SIZE];
    Arrays.fill(minima, Long.MAX_VALUE);
    long[] window = new long[WORDS];
    int words = 0;
    long word = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c)) {
        word = word * 31 + Character.toLowerCase(c) + 7;
      } else if (word != 0) {
        window[words % WORDS] = word;
        word = 0;
        if (++words >= WORDS) {
          add(minima, window, words);
        }
      }
    }
    return words < MIN_WORDS ? Optional.empty() : Optional.of(new Fingerprint(densify(minima)));
  }

  /**
   * Reads what {@link #bytes} wrote.
   *
   * @throws IllegalArgumentException if the length is wrong
   */
  public static Fingerprint of(byte[] bytes) {
    if (bytes.length != SIZE * Short.BYTES) {
      throw new IllegalArgumentException(
          "fingerprint of " + bytes.length + " bytes: expected " + SIZE * Short.BYTES);
    }
    short[] bins = new short[SIZE];
    ByteBuffer.wrap(bytes).asShortBuffer().get(bins);
    return new Fingerprint(bins);
  }

  /**
   * Reads what {@link #base64} wrote.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Fingerprint ofBase64(String text) {
    return of(Base64.getDecoder().decode(text));
  }

  /** {@link #bytes} as text. */
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes());
  }

  /** Two bytes a bin. */
  public byte[] bytes() {
    ByteBuffer buffer = ByteBuffer.allocate(SIZE * Short.BYTES);
    buffer.asShortBuffer().put(bins);
    return buffer.array();
  }

  /** Estimated share of common three-word sequences, from 0 to 1. */
  public double similarity(Fingerprint other) {
    int same = 0;
    for (int i = 0; i < SIZE; i++) {
      if (bins[i] == other.bins[i]) {
        same++;
      }
    }
    return (double) same / SIZE;
  }

  /** Whether the two texts are copies of one another. */
  public boolean isCopyOf(Fingerprint other) {
    return similarity(other) >= COPY;
  }

  /**
   * A key to look copies up by: only texts with one such key in common need to be compared.
   *
   * @param index from 0 to {@link #BANDS} - 1
   */
  public long band(int index) {
    long key = 0;
    for (int i = index * ROWS; i < (index + 1) * ROWS; i++) {
      key = key << 16 | (bins[i] & 0xFFFFL);
    }
    return key;
  }

  private static void add(long[] minima, long[] window, int words) {
    long hash = 0;
    for (int i = 0; i < WORDS; i++) {
      hash = mix(hash + window[(words + i) % WORDS]);
    }
    int bin = (int) (hash >>> (Long.SIZE - BIN_BITS));
    minima[bin] = Math.min(minima[bin], hash & (-1L >>> BIN_BITS));
  }

  private static short[] densify(long[] minima) {
    short[] bins = new short[SIZE];
    for (int i = 0; i < SIZE; i++) {
      int steps = 0;
      while (minima[(i + steps) % SIZE] == Long.MAX_VALUE) {
        steps++;
      }
      bins[i] = (short) mix(minima[(i + steps) % SIZE] + steps);
    }
    return bins;
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fingerprint fingerprint && Arrays.equals(bins, fingerprint.bins);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bins);
  }
}
