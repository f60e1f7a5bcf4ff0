package io.chipwire.search;

import io.chipwire.extraction.Extraction;
import io.chipwire.query.FactKind;
import io.chipwire.query.Query;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * All articles of a query, one at a time, from one state of the index. Not safe for use by several
 * threads; to be closed.
 *
 * <p>{@code next} throws {@link UncheckedIOException} if the index cannot be read.
 */
public final class Export implements Iterator<Exported>, Closeable {

  private final Lease lease;
  private final IndexSearcher searcher;
  private final Weight weight;
  private final FactFinder facts;
  private final Iterator<LeafReaderContext> leaves;
  private @Nullable LeafReaderContext leaf;
  private @Nullable DocIdSetIterator docs;
  private int next = DocIdSetIterator.NO_MORE_DOCS;

  Export(Lease lease, IndexSearcher searcher, LuceneQueries queries, Query query)
      throws IOException {
    this.lease = lease;
    this.searcher = searcher;
    this.weight =
        searcher.createWeight(
            searcher.rewrite(queries.articles(query)), ScoreMode.COMPLETE_NO_SCORES, 1);
    this.facts = new FactFinder(searcher, queries, query);
    this.leaves = searcher.getIndexReader().leaves().iterator();
    advance();
  }

  @Override
  public boolean hasNext() {
    return next != DocIdSetIterator.NO_MORE_DOCS;
  }

  @Override
  public Exported next() {
    if (leaf == null || !hasNext()) {
      throw new NoSuchElementException("the export is at its end");
    }
    try {
      Extraction extraction = StoredArticle.read(leaf, searcher.storedFields(), next).extraction();
      Exported exported =
          new Exported(
              extraction,
              matching(FactKind.FIGURE, leaf, extraction.figures().size()),
              matching(FactKind.COMMITMENT, leaf, extraction.commitments().size()),
              matching(FactKind.SIGNAL, leaf, extraction.signals().size()));
      advance();
      return exported;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Integer> matching(FactKind kind, LeafReaderContext context, int count)
      throws IOException {
    return facts.asksForFacts()
        ? facts.find(kind, context, next)
        : IntStream.range(0, count).boxed().toList();
  }

  private void advance() throws IOException {
    while (true) {
      if (docs != null && leaf != null) {
        Bits live = leaf.reader().getLiveDocs();
        do {
          next = docs.nextDoc();
        } while (next != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(next));
        if (next != DocIdSetIterator.NO_MORE_DOCS) {
          return;
        }
      }
      if (!leaves.hasNext()) {
        next = DocIdSetIterator.NO_MORE_DOCS;
        return;
      }
      leaf = leaves.next();
      Scorer scorer = weight.scorer(leaf);
      docs = scorer == null ? null : scorer.iterator();
    }
  }

  @Override
  public void close() throws IOException {
    lease.close();
  }
}
