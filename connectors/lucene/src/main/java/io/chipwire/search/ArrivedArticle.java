package io.chipwire.search;

import io.chipwire.extraction.Extraction;
import io.chipwire.query.FactKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.Query;

/**
 * One article that stored queries are checked against.
 *
 * <p><b>Decision: one document, not a block.</b> The Monitor puts a single document into Lucene's
 * MemoryIndex, and several into an index with all its files, which takes a hundred times as long.
 * So it is given the article with the terms of all its facts mixed in, which is enough to find the
 * queries that may match; whether one fact has all that is asked of it, is checked here, on the
 * documents that a search would find.
 *
 * <p>For one match, by one thread.
 */
final class ArrivedArticle extends DocumentCheck {

  private final Extraction extraction;
  private final IndexSearcher searcher;
  private final LeafReaderContext leaf;
  private final List<Document> block;
  private final Map<FactKind, List<FactCheck>> facts = new HashMap<>();
  private final Map<Query, Boolean> known = new HashMap<>();
  private final Sentences sentences;

  /**
   * An article that is indexed.
   *
   * @param block as {@link ArticleBlock#transientOf} makes it
   * @param searcher over the document that {@link #mixed} makes of the block, and nothing else
   */
  ArrivedArticle(Extraction extraction, List<Document> block, IndexSearcher searcher) {
    this.extraction = extraction;
    this.block = block;
    this.searcher = searcher;
    this.leaf = searcher.getIndexReader().leaves().getFirst();
    this.sentences = new Sentences(extraction.article().text());
  }

  /** The article as a document with the terms of its facts. */
  static Document mixed(List<Document> block) {
    Document mixed = new Document();
    Set<Term> said = new HashSet<>();
    for (Document part : block) {
      boolean article = part == block.getLast();
      for (IndexableField field : part) {
        if (article ? isAsked(field) : isNew(field, said)) {
          mixed.add(field);
        }
      }
      if (!article) {
        FactPairs.of(part).stream().filter(pair -> isNew(pair, said)).forEach(mixed::add);
      }
    }
    return mixed;
  }

  private static boolean isAsked(IndexableField field) {
    return !field.name().equals(IndexSchema.ID)
        && (field.fieldType().indexOptions() != IndexOptions.NONE
            || field.fieldType().pointDimensionCount() > 0);
  }

  private static boolean isNew(IndexableField field, Set<Term> said) {
    return field.fieldType().indexOptions() != IndexOptions.NONE
        && !field.name().equals(IndexSchema.ID)
        && (field.fieldType().tokenized() || said.add(new Term(field.name(), field.stringValue())));
  }

  Extraction extraction() {
    return extraction;
  }

  IndexSearcher searcher() {
    return searcher;
  }

  Sentences sentences() {
    return sentences;
  }

  /** Positions of the facts of a kind that meet a condition, ascending. */
  List<Integer> positions(FactKind kind, Query condition) throws IOException {
    List<Integer> positions = new ArrayList<>();
    List<FactCheck> all = facts(kind);
    for (int position = 0; position < all.size(); position++) {
      if (all.get(position).meets(condition)) {
        positions.add(position);
      }
    }
    return positions;
  }

  @Override
  boolean states(Query condition) throws IOException {
    for (FactKind kind : FactKind.values()) {
      for (FactCheck fact : facts(kind)) {
        if (fact.meets(condition)) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  boolean has(Term term) throws IOException {
    return leaf.reader().docFreq(term) > 0;
  }

  @Override
  boolean isWithin(PointRangeQuery range) throws IOException {
    return search(range);
  }

  /** Many queries ask for the same. */
  @Override
  boolean search(Query query) throws IOException {
    Boolean found = known.get(query);
    if (found == null) {
      found = searcher.count(query) > 0;
      known.put(query, found);
    }
    return found;
  }

  private List<FactCheck> facts(FactKind kind) {
    return facts.computeIfAbsent(
        kind,
        wanted -> {
          int figures = extraction.figures().size();
          int commitments = figures + extraction.commitments().size();
          List<Document> documents =
              switch (wanted) {
                case FIGURE -> block.subList(0, figures);
                case COMMITMENT -> block.subList(figures, commitments);
                case SIGNAL -> block.subList(commitments, block.size() - 1);
              };
          return documents.stream().map(FactCheck::new).toList();
        });
  }
}
