package io.chipwire.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.monitor.TermWeightor;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;

/**
 * Finds the stored queries that an article could meet. As Lucene's own presearcher it takes several
 * choices of terms of each query, of each of which an article must have one, but only the first is
 * looked up: the query hangs on it as on an anchor. The others are kept with the query and compared
 * with what the article has. Lucene's looks all of them up, which costs as much for each choice,
 * and the more the more queries there are.
 *
 * <p>A query that leaves no term hangs on {@link #EVERY}, which each article has.
 */
final class AnchoredPresearcher extends Presearcher {

  /** Term: the hash of a term one of which an article must have. */
  static final String ANCHOR = "anchor";

  /** Bytes: of each further choice how many terms it has, and their hashes. */
  static final String NEEDS = "needs";

  private static final long EVERY =
      TermHash.of(
          TermFilteredPresearcher.ANYTOKEN_FIELD, new BytesRef(TermFilteredPresearcher.ANYTOKEN));

  private static final long ARTICLE =
      TermHash.of(IndexSchema.TYPE, new BytesRef(IndexSchema.TYPE_ARTICLE));

  private final MultipassTermFilteredPresearcher choices;
  private final AnchorCache cache = new AnchorCache();

  /**
   * A presearcher.
   *
   * @param passes how many choices of terms each query leaves
   * @param leastWeight a term of less weight makes no choice of its own
   */
  AnchoredPresearcher(int passes, float leastWeight, TermWeightor weightor) {
    choices =
        new MultipassTermFilteredPresearcher(passes, leastWeight, weightor, List.of(), Set.of());
  }

  /** Whether a query hangs on something that not every article has. */
  boolean isSelective(Query query) {
    try {
      for (long anchor : choices(query, Map.of()).getFirst()) {
        if (anchor == EVERY || anchor == ARTICLE) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Query buildQuery(LeafReader article, BiPredicate<String, BytesRef> known) {
    try {
      return new AnchorQuery(terms(article), cache);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TermSet terms(LeafReader article) throws IOException {
    TermSet terms = new TermSet();
    terms.add(EVERY);
    for (FieldInfo field : article.getFieldInfos()) {
      Terms of = article.terms(field.name);
      if (of != null) {
        TermsEnum each = of.iterator();
        for (BytesRef term = each.next(); term != null; term = each.next()) {
          terms.add(TermHash.of(field.name, term));
        }
      }
    }
    return terms;
  }

  @Override
  public Document indexQuery(Query query, Map<String, String> metadata) {
    Document indexed = new Document();
    try {
      List<long[]> all = choices(query, metadata);
      for (long anchor : all.getFirst()) {
        indexed.add(new StringField(ANCHOR, TermHash.write(anchor), Field.Store.NO));
      }
      indexed.add(new BinaryDocValuesField(NEEDS, needs(all.subList(1, all.size()))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return indexed;
  }

  /** By pass, which Lucene's presearcher writes behind the name of a field. */
  private List<long[]> choices(Query query, Map<String, String> metadata) throws IOException {
    SortedMap<Integer, TreeSet<Long>> passes = new TreeMap<>();
    for (IndexableField field : choices.indexQuery(query, metadata)) {
      TokenStream tokens = ((Field) field).tokenStreamValue();
      int suffix = field.name().lastIndexOf('_');
      if (tokens == null || suffix < 0 || !field.name().substring(suffix + 1).matches("\\d+")) {
        continue; // the same once more, under the field's own name
      }
      String name = field.name().substring(0, suffix);
      var hashes =
          passes.computeIfAbsent(
              Integer.valueOf(field.name().substring(suffix + 1)), pass -> new TreeSet<>());
      TermToBytesRefAttribute term = tokens.getAttribute(TermToBytesRefAttribute.class);
      while (tokens.incrementToken()) {
        hashes.add(TermHash.of(name, term.getBytesRef()));
      }
    }
    List<long[]> all = new ArrayList<>();
    for (TreeSet<Long> hashes : passes.values()) {
      long[] choice = hashes.stream().mapToLong(Long::longValue).toArray();
      if (all.stream().noneMatch(other -> Arrays.equals(other, choice))) {
        all.add(choice);
      }
    }
    return all.isEmpty() ? List.of(new long[] {EVERY}) : all;
  }

  private static BytesRef needs(List<long[]> choices) {
    var bytes =
        ByteBuffer.allocate(
                Long.BYTES * choices.stream().mapToInt(choice -> choice.length + 1).sum())
            .order(ByteOrder.LITTLE_ENDIAN);
    for (long[] choice : choices) {
      bytes.putLong(choice.length);
      for (long hash : choice) {
        bytes.putLong(hash);
      }
    }
    return new BytesRef(bytes.array());
  }
}
