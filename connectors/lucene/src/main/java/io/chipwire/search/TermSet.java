package io.chipwire.search;

import java.util.Arrays;

/** The {@link TermHash}es of what an article has, for many questions. Not thread-safe. */
final class TermSet {

  private static final int FIRST_SIZE = 512;

  private long[] terms = new long[FIRST_SIZE];
  private int count;

  /** Open addressing, one slot in four taken at most; zero, which is no hash, where free. */
  private long[] slots = new long[4 * FIRST_SIZE];

  void add(long key) {
    int slot = slot(key);
    if (slots[slot] == key) {
      return;
    }
    if (count == terms.length) {
      terms = Arrays.copyOf(terms, 2 * count);
      slots = new long[4 * terms.length];
      for (int i = 0; i < count; i++) {
        slots[slot(terms[i])] = terms[i];
      }
      slot = slot(key);
    }
    slots[slot] = key;
    terms[count++] = key;
  }

  int size() {
    return count;
  }

  /** One of them, from 0. */
  long get(int index) {
    return terms[index];
  }

  boolean contains(long key) {
    return slots[slot(key)] == key;
  }

  private int slot(long key) {
    int mask = slots.length - 1;
    int slot = (int) key & mask;
    while (slots[slot] != 0 && slots[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
