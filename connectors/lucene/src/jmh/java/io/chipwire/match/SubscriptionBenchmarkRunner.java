package io.chipwire.match;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs {@link SubscriptionBenchmark} and prints for each number of subscriptions the articles a
 * second, and how many queries were run and matched an article. Arguments are those of JMH.
 */
public final class SubscriptionBenchmarkRunner {

  private static final int COUNTED = 1_000;

  private SubscriptionBenchmarkRunner() {}

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    var options =
        new OptionsBuilder()
            .parent(new CommandLineOptions(args))
            .include(SubscriptionBenchmark.class.getSimpleName() + "\\.")
            .shouldFailOnError(true)
            .jvmArgs("-Xmx3g", "-Xmn1g", "-XX:+UseSerialGC")
            .build();
    Map<String, Map<Integer, Double>> speeds = new TreeMap<>();
    for (RunResult result : new Runner(options).run()) {
      speeds
          .computeIfAbsent(result.getPrimaryResult().getLabel(), label -> new TreeMap<>())
          .put(
              Integer.valueOf(result.getParams().getParam("subscriptions")),
              result.getPrimaryResult().getScore());
    }
    for (Map.Entry<String, Map<Integer, Double>> entry : speeds.entrySet()) {
      System.out.printf(
          "%n%-16s %14s %14s %12s %12s%n",
          entry.getKey(), "subscriptions", "articles/s", "run each", "met each");
      for (Map.Entry<Integer, Double> speed : entry.getValue().entrySet()) {
        double[] counts = counts(entry.getKey(), speed.getKey());
        System.out.printf(
            Locale.ROOT,
            "%-16s %,14d %,14.0f %12.2f %12.2f%n",
            "",
            speed.getKey(),
            speed.getValue(),
            counts[0],
            counts[1]);
      }
    }
  }

  /** Queries run and met, an article on average. */
  private static double[] counts(String label, int subscriptions) throws IOException {
    var size = new SubscriptionBenchmark.Size();
    size.subscriptions = subscriptions;
    var articles = new SubscriptionBenchmark.Articles();
    articles.invent();
    double run = 0;
    double met = 0;
    if (label.equals("chipwire")) {
      var ours = new SubscriptionBenchmark.Chipwire();
      ours.store(size);
      for (int i = 0; i < COUNTED; i++) {
        met += ours.match(articles.next()).size();
      }
      run = ours.queriesRun();
      ours.close();
    } else {
      var bare = new SubscriptionBenchmark.Bare();
      bare.store(size);
      for (int i = 0; i < COUNTED; i++) {
        var found = bare.match(articles.next());
        met += found.getMatchCount();
        run += found.getQueriesRun();
      }
      bare.close();
    }
    return new double[] {run / COUNTED, met / COUNTED};
  }
}
