package io.chipwire.job;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A backfill in a process of its own, for a test to kill. Prints how much it has read. */
public final class BackfillProcess {

  private BackfillProcess() {}

  static ArticleStages slowStages() {
    return slowStages(2);
  }

  /** The same with so many milliseconds for an article. */
  static ArticleStages slowStages(long millis) {
    return new ArticleStages(
        ArticleStages.real().reader(),
        () ->
            article -> {
              sleep(millis);
              if (article.text().contains("trips")) {
                throw new IllegalStateException("tripped");
              }
              return TestArticles.extraction(article);
            });
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static BackfillOptions options(Path index, Path input, int parallelism) {
    return BackfillOptions.of(index, List.of(input.toString()))
        .withParallelism(parallelism)
        .withCheckpointInterval(Duration.ofMillis(100));
  }

  /** Arguments: index, input, parallelism, and perhaps the cluster to run in. */
  @SuppressWarnings("SystemOut") // the test listens
  public static void main(String[] args) throws Exception {
    BackfillOptions options =
        options(Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2]));
    ArticleStages stages = slowStages();
    if (args.length > 3) {
      // The counts of a cluster come once a second, and the test wants to see some.
      stages = slowStages(10);
      options = options.withCluster(FlinkCluster.parse(args[3]));
    }
    new Backfill(
            options, stages, progress -> System.out.println("read " + progress.counts().read()))
        .run();
  }

  /** Starts one, waits until it has read so much, and kills it with SIGKILL. */
  static void killAfter(long read, Path index, Path input, int parallelism)
      throws IOException, InterruptedException {
    killAfter(read, List.of(index.toString(), input.toString(), Integer.toString(parallelism)));
  }

  /** The same for one that runs in a cluster, which is left alone. */
  static void killAfter(long read, Path index, Path input, int parallelism, FlinkCluster cluster)
      throws IOException, InterruptedException {
    killAfter(
        read,
        List.of(
            index.toString(),
            input.toString(),
            Integer.toString(parallelism),
            cluster.host() + ":" + cluster.port()));
  }

  private static void killAfter(long read, List<String> arguments)
      throws IOException, InterruptedException {
    Process process = java(BackfillProcess.class.getName(), arguments).start();
    List<String> output = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.add(line);
        if (line.startsWith("read ") && Long.parseLong(line.substring(5)) >= read) {
          process.destroyForcibly().waitFor();
          return;
        }
      }
    }
    throw new AssertionError("ended before it was killed: " + output);
  }

  /** A process with the class path and the options of this one, and half a gigabyte. */
  static ProcessBuilder java(String mainClass, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--"))
        .forEach(command::add);
    command.add("-Xmx512m");
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(mainClass);
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectErrorStream(true);
  }
}
