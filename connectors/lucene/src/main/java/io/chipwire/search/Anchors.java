package io.chipwire.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Which stored queries of one segment an article could meet: by anchor the queries that hang on it,
 * and of each query what else an article must have. All on the heap, as every article asks for
 * hundreds of anchors. Immutable; safe to share between threads.
 */
final class Anchors {

  private static final int NONE = -1;

  /** Open addressing; a key is a hash already. Of a free slot the first entry is {@link #NONE}. */
  private final long[] keys;

  private final int[] firsts;
  private final int[] lasts;

  /** Queries by anchor, one behind the other. */
  private int[] queries = new int[64];

  private int filled;

  /** By query: {@code size, terms…} of each of its needs, one behind the other. */
  private final long[][] needs;

  private Anchors(int anchors, int maxDoc) {
    int capacity = Integer.highestOneBit(Math.max(anchors, 1)) << 2;
    keys = new long[capacity];
    firsts = new int[capacity];
    lasts = new int[capacity];
    Arrays.fill(firsts, NONE);
    needs = new long[maxDoc][];
  }

  /** Reads those of a segment. */
  static Anchors of(LeafReader segment) throws IOException {
    @Nullable Terms terms = segment.terms(AnchoredPresearcher.ANCHOR);
    int distinct = 0;
    if (terms != null) {
      for (TermsEnum each = terms.iterator(); each.next() != null; ) {
        distinct++;
      }
    }
    Anchors anchors = new Anchors(distinct, segment.maxDoc());
    if (terms != null) {
      TermsEnum each = terms.iterator();
      PostingsEnum postings = null;
      for (BytesRef key = each.next(); key != null; key = each.next()) {
        postings = each.postings(postings, PostingsEnum.NONE);
        anchors.add(TermHash.read(key), postings);
      }
    }
    anchors.readNeeds(segment.getBinaryDocValues(AnchoredPresearcher.NEEDS));
    return anchors;
  }

  private void add(long key, DocIdSetIterator documents) throws IOException {
    int slot = slot(key);
    keys[slot] = key;
    firsts[slot] = filled;
    while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      if (filled == queries.length) {
        queries = Arrays.copyOf(queries, filled * 2);
      }
      queries[filled++] = documents.docID();
    }
    lasts[slot] = filled;
  }

  private void readNeeds(@Nullable BinaryDocValues values) throws IOException {
    while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      BytesRef bytes = values.binaryValue();
      var in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
      long[] read = new long[bytes.length / Long.BYTES];
      in.readLongs(read, 0, read.length);
      needs[values.docID()] = read;
    }
  }

  /** Tells the queries that an article could meet, some perhaps more than once. */
  void candidates(TermSet terms, IntConsumer each) {
    for (int t = 0; t < terms.size(); t++) {
      int slot = slot(terms.get(t));
      if (firsts[slot] != NONE) {
        for (int i = firsts[slot]; i < lasts[slot]; i++) {
          if (hasAll(terms, needs[queries[i]])) {
            each.accept(queries[i]);
          }
        }
      }
    }
  }

  private static boolean hasAll(TermSet terms, long @Nullable [] needs) {
    int at = 0;
    while (needs != null && at < needs.length) {
      int end = at + 1 + (int) needs[at];
      int i = at + 1;
      while (i < end && !terms.contains(needs[i])) {
        i++;
      }
      if (i == end) {
        return false;
      }
      at = end;
    }
    return true;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) key & mask;
    while (firsts[slot] != NONE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
