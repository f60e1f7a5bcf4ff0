package io.chipwire.match;

import io.chipwire.alert.Alert;
import io.chipwire.alert.Rules;
import io.chipwire.alert.Subscription;
import io.chipwire.alert.SubscriptionChange;
import io.chipwire.article.Article;
import io.chipwire.extraction.Extraction;
import io.chipwire.query.NameResolver;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.TermQuery;
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
 * Articles against subscriptions, on one thread, as in a subtask of the job. The peer is Lucene's
 * Monitor as it comes, with a query of one word for each subscription, over title and text; it says
 * which queries matched. Ours also reads facts, and writes an alert for each match.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(1)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class SubscriptionBenchmark {

  private static final int ARTICLES = 2_000;
  private static final int NEWS_SEED = 7;
  private static final int QUERY_SEED = 42;

  /** How many subscriptions. */
  @State(Scope.Benchmark)
  public static class Size {
    @Param({"1", "1000", "10000", "100000"})
    public int subscriptions;
  }

  /** The articles, in a circle. */
  @State(Scope.Benchmark)
  public static class Articles {
    private final List<Extraction> articles = new ArrayList<>();
    private int next;

    /** Invents them. */
    @Setup
    public void invent() {
      InventedNews news = new InventedNews(NEWS_SEED);
      for (int i = 0; i < ARTICLES; i++) {
        articles.add(news.article(i));
      }
    }

    Extraction next() {
      next = (next + 1) % ARTICLES;
      return articles.get(next);
    }
  }

  /** Ours. */
  @State(Scope.Benchmark)
  public static class Chipwire {
    private SubscriptionMatcher matcher;

    /** Stores the subscriptions. */
    @Setup
    public void store(Size size) throws IOException {
      InventedNews news = new InventedNews(QUERY_SEED);
      List<SubscriptionChange> changes = new ArrayList<>();
      for (int i = 0; i < size.subscriptions; i++) {
        changes.add(SubscriptionChange.put(subscription("s" + i, news.query(i))));
      }
      matcher = new SubscriptionMatcher(NameResolver.NONE);
      matcher.apply(changes);
      if (matcher.size() != size.subscriptions) {
        throw new IllegalStateException("not to be read: " + matcher.broken());
      }
    }

    /** Closes the matcher. */
    @TearDown
    public void close() throws IOException {
      matcher.close();
    }

    List<Alert> match(Extraction article) throws IOException {
      return matcher.match(article, Instant.EPOCH, Instant.EPOCH);
    }

    long queriesRun() {
      return matcher.queriesRun();
    }

    private static Subscription subscription(String id, String query) {
      return new Subscription(
          id, id, query, "ann", List.of(), Rules.USUAL, false, null, Instant.EPOCH, 1);
    }
  }

  /** Lucene's Monitor and nothing else. */
  @State(Scope.Benchmark)
  public static class Bare {
    private static final String TEXT = "text";
    private Monitor monitor;

    /** Stores the queries. */
    @Setup
    public void store(Size size) throws IOException {
      InventedNews news = new InventedNews(QUERY_SEED);
      List<MonitorQuery> queries = new ArrayList<>();
      for (int i = 0; i < size.subscriptions; i++) {
        queries.add(new MonitorQuery("q" + i, new TermQuery(new Term(TEXT, news.rareWord()))));
      }
      monitor = new Monitor(new StandardAnalyzer(), new TermFilteredPresearcher());
      monitor.register(queries);
    }

    /** Closes the Monitor. */
    @TearDown
    public void close() throws IOException {
      monitor.close();
    }

    MatchingQueries<QueryMatch> match(Extraction extraction) throws IOException {
      Article article = extraction.article();
      Document document = new Document();
      document.add(new TextField("title", Objects.toString(article.title(), ""), Store.NO));
      document.add(new TextField(TEXT, article.text(), Store.NO));
      return monitor.match(document, QueryMatch.SIMPLE_MATCHER);
    }
  }

  /** Our alerts. */
  @Benchmark
  public List<Alert> chipwire(Articles articles, Chipwire ours) throws IOException {
    return ours.match(articles.next());
  }

  /** Lucene's matches. */
  @Benchmark
  public MatchingQueries<QueryMatch> bareMonitor(Articles articles, Bare bare) throws IOException {
    return bare.match(articles.next());
  }
}
