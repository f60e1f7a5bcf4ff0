package io.chipwire.search;

import io.chipwire.query.FactKind;
import io.chipwire.query.Query;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Says which facts of an article meet a query's conditions. One searcher, one thread. */
final class FactFinder implements FactsFound {

  private final LuceneQueries queries;
  private final Map<FactKind, Weight> weights = new EnumMap<>(FactKind.class);

  FactFinder(IndexSearcher searcher, LuceneQueries queries, Query query) throws IOException {
    this.queries = queries;
    for (FactKind kind : FactKind.values()) {
      var facts = queries.facts(query, kind);
      if (!(facts instanceof MatchNoDocsQuery)) {
        weights.put(
            kind, searcher.createWeight(searcher.rewrite(facts), ScoreMode.COMPLETE_NO_SCORES, 1));
      }
    }
  }

  @Override
  public boolean asksFor(FactKind kind) {
    return weights.containsKey(kind);
  }

  @Override
  public List<Integer> find(FactKind kind, LeafReaderContext leaf, int article) throws IOException {
    Weight weight = weights.get(kind);
    @Nullable Scorer scorer = weight == null ? null : weight.scorer(leaf);
    BitSet articles = queries.articles().getBitSet(leaf);
    if (scorer == null || articles == null) {
      return List.of();
    }
    int first = article == 0 ? 0 : articles.prevSetBit(article - 1) + 1;
    NumericDocValues position = leaf.reader().getNumericDocValues(IndexSchema.POSITION);
    List<Integer> found = new ArrayList<>();
    if (position != null && first < article) {
      for (int doc = scorer.iterator().advance(first);
          doc < article;
          doc = scorer.iterator().nextDoc()) {
        if (position.advanceExact(doc)) {
          found.add((int) position.longValue());
        }
      }
    }
    found.sort(null);
    return found;
  }
}
