package io.chipwire.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/**
 * Runs {@link SearchBenchmark} on an index, and prints for each query the median, the 99th
 * percentile and the queries a second of all, and how we compare. Arguments are those of JMH.
 */
public final class SearchBenchmarkRunner {

  private static final String OURS = "chipwire";
  private static final List<String> PEERS = List.of("bareLucene", "bareLuceneHighlighting");

  private SearchBenchmarkRunner() {}

  /** Runs it on the index of the property {@code benchmark.index}, else on an invented one. */
  public static void main(String[] args) throws Exception {
    String given = System.getProperty("benchmark.index", "");
    Path index = given.isBlank() ? InventedIndex.write() : Path.of(given);
    System.setProperty("benchmark.index", index.toString());
    requireSameAnswers();
    var options =
        new OptionsBuilder()
            .parent(new CommandLineOptions(args))
            .include(SearchBenchmark.class.getSimpleName() + "\\.")
            .shouldFailOnError(true)
            .jvmArgs("-Xmx2g", "-XX:+UseSerialGC", "-Dbenchmark.index=" + index)
            .build();
    Map<String, Map<TypicalQuery, Statistics>> times = new TreeMap<>();
    for (RunResult result : new Runner(options).run()) {
      times
          .computeIfAbsent(result.getPrimaryResult().getLabel(), label -> new TreeMap<>())
          .put(
              TypicalQuery.valueOf(result.getParams().getParam("query")),
              result.getPrimaryResult().getStatistics());
    }
    times.forEach(SearchBenchmarkRunner::print);
    for (String peer : PEERS) {
      if (times.containsKey(OURS) && times.containsKey(peer)) {
        compare(peer, times.get(OURS), times.get(peer));
      }
    }
  }

  private static void print(String label, Map<TypicalQuery, Statistics> times) {
    System.out.printf(
        "%n%-52s %9s %9s %9s%n", label + ", one thread", "p50 (us)", "p99 (us)", "queries/s");
    times.forEach(
        (query, time) ->
            System.out.printf(
                Locale.ROOT,
                "  %-50s %9.0f %9.0f %9.0f%n",
                query.text(),
                time.getPercentile(50),
                time.getPercentile(99),
                1e6 / time.getMean()));
  }

  private static void compare(
      String peer, Map<TypicalQuery, Statistics> ours, Map<TypicalQuery, Statistics> theirs) {
    List<Double> ratios = new ArrayList<>();
    System.out.printf("%n%s / %s, by p50:%n", OURS, peer);
    ours.forEach(
        (query, time) -> {
          double ratio = time.getPercentile(50) / theirs.get(query).getPercentile(50);
          ratios.add(ratio);
          System.out.printf(Locale.ROOT, "  %-50s %9.2f%n", query.text(), ratio);
        });
    ratios.sort(null);
    double median = (ratios.get((ratios.size() - 1) / 2) + ratios.get(ratios.size() / 2)) / 2;
    System.out.printf(Locale.ROOT, "  %-50s %9.2f%n", "median", median);
  }

  /** A ratio says nothing where the two do not find the same. */
  private static void requireSameAnswers() throws Exception {
    var ours = new SearchBenchmark.Chipwire();
    var bare = new SearchBenchmark.Bare();
    ours.open();
    bare.open();
    try {
      for (TypicalQuery query : TypicalQuery.values()) {
        List<String> found = ours.unfolded(query).stream().map(Hit::articleId).toList();
        List<String> expected = bare.ids(query);
        if (!found.equals(expected)) {
          throw new IllegalStateException(
              "query %s: chipwire finds %s, bare Lucene %s"
                  .formatted(query.text(), found, expected));
        }
      }
    } finally {
      ours.close();
      bare.close();
    }
  }
}
