package io.chipwire.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.search.IndexFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.apache.flink.client.cli.CliFrontend;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A live job on the {@link InventedWeb} in a JobManager and two TaskManagers, each a process. */
@Timeout(300)
class ClusterLiveIT {

  private static final Duration PACE = Duration.ofMillis(50);

  /** More than one TaskManager has slots for, so that each of the two has a part of the job. */
  private static final int PARALLELISM = FlinkProcesses.SLOTS + 1;

  private static FlinkProcesses flink;
  private static Process victim;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private InventedWeb web;
  private Path index = Path.of("");

  @BeforeAll
  static void startCluster(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path logs) throws Exception {
    flink = FlinkProcesses.start(logs, 1);
    victim = flink.startTaskManager();
    flink.cluster().awaitSlots(2 * FlinkProcesses.SLOTS);
  }

  @AfterAll
  static void endCluster() throws InterruptedException {
    if (flink != null) {
      flink.close();
    }
  }

  @BeforeEach
  void publish() throws IOException {
    web = new InventedWeb();
    index = folder.resolve("index");
  }

  @AfterEach
  void close() {
    web.close();
  }

  private Map<String, String> titles() throws IOException {
    return new IndexFolder(index).exists() ? IndexedArticles.titles(index) : Map.of();
  }

  private void awaitTitles(int number, CompletableFuture<?> running) throws Exception {
    while (!running.isDone() && titles().size() < number) {
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  @Test
  void losesAndRepeatsNothingWhenATaskManagerIsKilled() throws Exception {
    Live live =
        new Live(
            LiveProcess.options(index, PACE, PARALLELISM, LiveProcess.sources(web))
                .withCluster(flink.cluster()),
            LiveProcess.stages(),
            LiveProgress.NONE);
    CompletableFuture<LiveReport> running = LiveRuns.start(live);
    awaitTitles(60, running);
    assertThat(titles()).hasSizeLessThan(web.expected().size());
    victim.destroyForcibly().waitFor();
    flink.startTaskManager(); // as an operator's supervisor would
    while (!running.isDone() && !web.isDoneInto(index)) {
      TimeUnit.MILLISECONDS.sleep(200);
    }
    live.stop();
    LiveReport report = running.get();

    assertThat(titles()).isEqualTo(web.expected());
    assertThat(report.atCheckpoint()).isTrue();
    assertThat(report.counts().articles()).isEqualTo(web.expected().size());
    assertThat(report.counts().revisions()).isZero();
    assertThat(IndexedArticles.refused(index)).isEqualTo(web.refused());
    assertThat(web.trespasses()).isEmpty();
  }

  /** What a user types, with Flink's own command. */
  @Test
  void isTakenToTheClusterByFlinkRun() throws Exception {
    Path jar = jar();
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "-d",
                "-m",
                flink.cluster().host() + ":" + flink.cluster().port(),
                "-Dclassloader.resolve-order=parent-first",
                "-c",
                LiveProcess.class.getName(),
                jar.toString(),
                index.toString(),
                Long.toString(PACE.toMillis()),
                Integer.toString(PARALLELISM),
                LiveProcess.DETACHED));
    arguments.addAll(LiveProcess.sources(web));
    ProcessBuilder command = BackfillProcess.java(CliFrontend.class.getName(), arguments);
    command.environment().put("FLINK_CONF_DIR", FlinkProcesses.IMAGE_SETTINGS.toString());
    Process submitting = command.redirectOutput(folder.resolve("submit.log").toFile()).start();

    assertThat(submitting.waitFor()).as("see submit.log").isZero();
    awaitTitles(web.expected().size(), new CompletableFuture<>());
    assertThat(titles()).isEqualTo(web.expected());
    assertThat(flink.cluster().endJobs("chipwire run into " + index)).isEqualTo(1);
  }

  /** Any jar will do: the classes are on the class path of the processes. */
  private Path jar() throws IOException {
    Path jar = folder.resolve("chipwire.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("META-INF/"));
      out.closeEntry();
    }
    return jar;
  }
}
