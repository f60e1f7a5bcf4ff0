package io.chipwire.extract;

import io.chipwire.article.Article;
import io.chipwire.language.StockPipeline;
import io.chipwire.read.BenchmarkArticles;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs {@link ExtractionBenchmark} and prints tokens and articles per second and how we compare.
 * Arguments are those of JMH, such as {@code -wi 1 -i 2} for a quick look.
 */
public final class ExtractionBenchmarkRunner {

  private ExtractionBenchmarkRunner() {}

  /** Runs it. */
  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    List<Article> articles = BenchmarkArticles.all();
    int tokens = articles.stream().mapToInt(a -> StockPipeline.tokens(a.text())).sum();
    var options =
        new OptionsBuilder()
            .parent(new CommandLineOptions(args))
            .include(ExtractionBenchmark.class.getSimpleName() + "\\.")
            .shouldFailOnError(true)
            .jvmArgs(
                "-Xmx4g",
                "-XX:+UseSerialGC",
                "-Dbenchmark.pages=" + System.getProperty("benchmark.pages", ""))
            .build();
    Map<String, Double> rounds = new TreeMap<>();
    for (RunResult result : new Runner(options).run()) {
      rounds.put(result.getPrimaryResult().getLabel(), result.getPrimaryResult().getScore());
    }
    System.out.printf(
        Locale.ROOT, "%n%d articles of %d tokens, one thread:%n", articles.size(), tokens);
    rounds.forEach(
        (name, score) ->
            System.out.printf(
                Locale.ROOT,
                "  %-14s %8.0f tokens/s %8.1f articles/s%n",
                name,
                tokens * score,
                articles.size() * score));
    Double ours = rounds.get("chipwire");
    Double theirs = rounds.get("stockCoreNlp");
    if (ours != null && theirs != null) {
      System.out.printf(Locale.ROOT, "chipwire / stockCoreNlp: %.1f%n", ours / theirs);
    }
  }
}
