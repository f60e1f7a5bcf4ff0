package io.chipwire.read;

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
 * Runs {@link PageReadingBenchmark} and prints pages per second and how we compare. Arguments are
 * those of JMH, such as {@code -f 1 -wi 1 -i 2} for a quick look.
 */
public final class PageReadingBenchmarkRunner {

  private PageReadingBenchmarkRunner() {}

  /** Runs it. */
  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    int pages = PageReadingBenchmark.pages().size();
    String folder = System.getProperty(PageReadingBenchmark.FOLDER, "");
    var options =
        new OptionsBuilder()
            .parent(new CommandLineOptions(args))
            .include(PageReadingBenchmark.class.getSimpleName() + "\\.")
            .shouldFailOnError(true)
            .jvmArgs(
                "-Xmx2g", "-XX:+UseSerialGC", "-D" + PageReadingBenchmark.FOLDER + "=" + folder)
            .build();
    Map<String, Double> pagesPerSecond = new TreeMap<>();
    for (RunResult result : new Runner(options).run()) {
      String name = result.getPrimaryResult().getLabel();
      pagesPerSecond.put(name, pages * result.getPrimaryResult().getScore());
    }
    System.out.printf(Locale.ROOT, "%n%d pages, one thread, pages/s:%n", pages);
    pagesPerSecond.forEach(
        (name, score) -> System.out.printf(Locale.ROOT, "  %-14s %8.1f%n", name, score));
    compare(pagesPerSecond, "readability4j");
    compare(pagesPerSecond, "jsoupText");
  }

  private static void compare(Map<String, Double> pagesPerSecond, String peer) {
    Double ours = pagesPerSecond.get("chipwire");
    Double theirs = pagesPerSecond.get(peer);
    if (ours != null && theirs != null) {
      System.out.printf(Locale.ROOT, "chipwire / %s: %.2f%n", peer, ours / theirs);
    }
  }
}
