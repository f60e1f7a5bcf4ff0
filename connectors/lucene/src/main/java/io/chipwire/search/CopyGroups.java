package io.chipwire.search;

import io.chipwire.story.Fingerprint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/**
 * Which articles of a snapshot are copies of one another. Two are in a group if they are linked by
 * a chain of copies; the earliest published comes first. Immutable.
 *
 * <p>Takes {@code n log n} time for {@code n} articles: for each band of the fingerprints the
 * articles are sorted by it, and neighbours compared.
 */
final class CopyGroups {

  /** How many articles of a band are compared with each one; more only chain the same story. */
  private static final int NEIGHBOURS = 4;

  private final Map<Integer, int[]> groups;

  private record Member(int doc, long published, long idHash, Fingerprint print) {}

  private CopyGroups(Map<Integer, int[]> groups) {
    this.groups = groups;
  }

  /** The articles that are copies of this one, itself among them, the earliest first. */
  int[] of(int doc) {
    int[] group = groups.get(doc);
    return group == null ? new int[] {doc} : group;
  }

  static CopyGroups of(IndexReader reader) throws IOException {
    List<Member> members = read(reader);
    int[] parent = new int[members.size()];
    Arrays.setAll(parent, i -> i);
    long[] sorted = new long[members.size()];
    for (int band = 0; band < Fingerprint.BANDS; band++) {
      for (int i = 0; i < sorted.length; i++) {
        long key = members.get(i).print().band(band);
        sorted[i] = (key ^ (key >>> 32)) << 32 | i;
      }
      Arrays.sort(sorted);
      for (int i = 0; i < sorted.length; i++) {
        for (int j = i + 1; j <= Math.min(i + NEIGHBOURS, sorted.length - 1); j++) {
          if (sorted[i] >>> 32 != sorted[j] >>> 32) {
            break;
          }
          link(members, parent, (int) sorted[i], (int) sorted[j]);
        }
      }
    }
    return new CopyGroups(groups(members, parent));
  }

  private static void link(List<Member> members, int[] parent, int a, int b) {
    int rootA = root(parent, a);
    int rootB = root(parent, b);
    if (rootA != rootB && members.get(a).print().isCopyOf(members.get(b).print())) {
      parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }
  }

  private static int root(int[] parent, int start) {
    int at = start;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  private static Map<Integer, int[]> groups(List<Member> members, int[] parent) {
    Map<Integer, List<Member>> byRoot = new HashMap<>();
    for (int i = 0; i < parent.length; i++) {
      byRoot.computeIfAbsent(root(parent, i), key -> new ArrayList<>(1)).add(members.get(i));
    }
    Map<Integer, int[]> groups = new HashMap<>();
    for (List<Member> group : byRoot.values()) {
      if (group.size() > 1) {
        group.sort(Comparator.comparingLong(Member::published).thenComparing(Member::idHash));
        int[] docs = group.stream().mapToInt(Member::doc).toArray();
        for (int doc : docs) {
          groups.put(doc, docs);
        }
      }
    }
    return groups;
  }

  private static List<Member> read(IndexReader reader) throws IOException {
    List<Member> members = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      Bits live = leaf.reader().getLiveDocs();
      BinaryDocValues prints = DocValues.getBinary(leaf.reader(), IndexSchema.FINGERPRINT);
      SortedNumericDocValues published =
          DocValues.getSortedNumeric(leaf.reader(), IndexSchema.PUBLISHED);
      NumericDocValues ids = DocValues.getNumeric(leaf.reader(), IndexSchema.ID_HASH);
      for (int doc = prints.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = prints.nextDoc()) {
        if (live == null || live.get(doc)) {
          var bytes = prints.binaryValue();
          members.add(
              new Member(
                  leaf.docBase + doc,
                  published.advanceExact(doc) ? published.nextValue() : Long.MAX_VALUE,
                  ids.advanceExact(doc) ? ids.longValue() : 0,
                  Fingerprint.of(
                      Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length))));
        }
      }
    }
    return members;
  }
}
