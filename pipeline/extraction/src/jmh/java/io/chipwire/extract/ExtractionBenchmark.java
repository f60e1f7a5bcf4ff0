package io.chipwire.extract;

import io.chipwire.article.Article;
import io.chipwire.language.StockPipeline;
import io.chipwire.read.BenchmarkArticles;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Works through all articles once an operation, on one thread. The peer only annotates; {@link
 * Extractor} also says which figures, names, commitments and signals there are.
 */
@BenchmarkMode(Mode.Throughput)
@Threads(1)
@Fork(1)
@Warmup(iterations = 2, time = 20)
@Measurement(iterations = 3, time = 20)
public class ExtractionBenchmark {

  /** Ours: from text to facts. */
  @State(Scope.Benchmark)
  public static class Chipwire {
    private List<Article> articles = List.of();
    private Extractor extractor;

    /** Loads the articles and the models. */
    @Setup
    public void load() {
      articles = BenchmarkArticles.all();
      extractor = Extractor.load();
    }
  }

  /** The peer: from text to tags, names and trees. */
  @State(Scope.Benchmark)
  public static class Stock {
    private List<Article> articles = List.of();
    private StockPipeline pipeline;

    /** Loads the articles and the models. */
    @Setup
    public void load() {
      articles = BenchmarkArticles.all();
      pipeline = new StockPipeline();
    }
  }

  /** From text to facts. */
  @Benchmark
  public void chipwire(Chipwire ours, Blackhole sink) {
    for (Article article : ours.articles) {
      sink.consume(ours.extractor.extract(article));
    }
  }

  /** Tokens, sentences, tags, lemmas, names and trees, nothing gated. */
  @Benchmark
  public void stockCoreNlp(Stock stock, Blackhole sink) {
    for (Article article : stock.articles) {
      sink.consume(stock.pipeline.annotate(article.text()));
    }
  }
}
