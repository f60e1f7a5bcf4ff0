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
    return new ArticleStages(
        ArticleStages.real().reader(),
        () ->
            article -> {
              sleep(2);
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

  /** Arguments: index, input, parallelism. */
  @SuppressWarnings("SystemOut") // the test listens
  public static void main(String[] args) throws Exception {
    BackfillOptions options =
        options(Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2]));
    new Backfill(
            options,
            slowStages(),
            progress -> System.out.println("read " + progress.counts().read()))
        .run();
  }

  /** Starts one, waits until it has read so much, and kills it with SIGKILL. */
  static void killAfter(long read, Path index, Path input, int parallelism)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--"))
        .forEach(command::add);
    command.add("-Xmx512m");
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(BackfillProcess.class.getName());
    command.addAll(List.of(index.toString(), input.toString(), Integer.toString(parallelism)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
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
}
