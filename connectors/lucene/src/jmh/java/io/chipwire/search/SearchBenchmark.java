package io.chipwire.search;

import io.chipwire.query.LexiconNames;
import io.chipwire.query.NameResolver;
import io.chipwire.query.QueryLanguage;
import io.chipwire.query.QuerySyntaxException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One page of ten articles, on one thread. The peers search, sort and count the same; one loads
 * what is stored of the ten, the other finds three sentences of each and what to mark in them, as
 * ours does. Ours also reads the query, folds copies, and finds the facts that match.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Threads(1)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 3)
public class SearchBenchmark {

  private static final int PAGE = 10;
  private static final int SENTENCES = 3;

  /** What is asked. */
  @State(Scope.Benchmark)
  public static class Asked {
    @Param public TypicalQuery query;
  }

  /** Ours. */
  @State(Scope.Benchmark)
  public static class Chipwire {
    private final NameResolver names = LexiconNames.standard();
    private ArticleIndex index;

    /** Opens the index. */
    @Setup
    public void open() throws IOException {
      index = ArticleIndex.open(new IndexFolder(folder()), Clock.systemUTC());
    }

    /** Closes it. */
    @TearDown
    public void close() throws IOException {
      index.close();
    }

    SearchAnswer ask(TypicalQuery query)
        throws IOException, QuerySyntaxException, SearchRefusedException {
      return index.search(request(query));
    }

    /** Copies each on their own, as Lucene has them. */
    List<Hit> unfolded(TypicalQuery query)
        throws IOException, QuerySyntaxException, SearchRefusedException {
      return index.search(request(query).folding(false)).results();
    }

    private SearchRequest request(TypicalQuery query) throws QuerySyntaxException {
      return SearchRequest.of(QueryLanguage.parse(query.text(), names), PAGE);
    }
  }

  /** Lucene's searcher and nothing else. */
  @State(Scope.Benchmark)
  public static class Bare {
    private DirectoryReader reader;
    private IndexSearcher searcher;

    /** Opens the index. */
    @Setup
    public void open() throws IOException {
      reader = DirectoryReader.open(FSDirectory.open(new IndexFolder(folder()).live()));
      searcher = new IndexSearcher(reader);
    }

    /** Closes it. */
    @TearDown
    public void close() throws IOException {
      reader.close();
    }

    TopDocs top(TypicalQuery query) throws IOException {
      boolean scores = query.scores();
      SortField newest =
          LongField.newSortField(IndexSchema.PUBLISHED, true, SortedNumericSelector.Type.MAX);
      newest.setMissingValue(Long.MIN_VALUE);
      SortField id = new SortField(IndexSchema.ID_HASH, SortField.Type.LONG);
      Sort sort = scores ? new Sort(SortField.FIELD_SCORE, newest, id) : new Sort(newest, id);
      return searcher.search(
          query.bare(), new TopFieldCollectorManager(sort, PAGE, null, Integer.MAX_VALUE));
    }

    List<String> ids(TypicalQuery query) throws IOException {
      List<String> ids = new ArrayList<>();
      for (ScoreDoc hit : top(query).scoreDocs) {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(hit.doc, reader.leaves()));
        ids.add(StoredArticle.readHead(leaf, hit.doc - leaf.docBase).id());
      }
      return ids;
    }

    List<Document> ask(TypicalQuery query) throws IOException {
      List<Document> articles = new ArrayList<>();
      for (ScoreDoc hit : top(query).scoreDocs) {
        articles.add(searcher.storedFields().document(hit.doc));
      }
      return articles;
    }

    /** Loads only what it marks, with Lucene's fastest highlighter. */
    String[] highlight(TypicalQuery query) throws IOException {
      return UnifiedHighlighter.builder(searcher, IndexSchema.analyzer())
          .build()
          .highlight(IndexSchema.TEXT, query.bare(), top(query), SENTENCES);
    }
  }

  private static Path folder() {
    return Path.of(System.getProperty("benchmark.index"));
  }

  /** Our answer. */
  @Benchmark
  public SearchAnswer chipwire(Asked asked, Chipwire ours) throws Exception {
    return ours.ask(asked.query);
  }

  /** Lucene's. */
  @Benchmark
  public List<Document> bareLucene(Asked asked, Bare bare) throws Exception {
    return bare.ask(asked.query);
  }

  /** Lucene's, with three sentences of each article. */
  @Benchmark
  public String[] bareLuceneHighlighting(Asked asked, Bare bare) throws Exception {
    return bare.highlight(asked.query);
  }
}
