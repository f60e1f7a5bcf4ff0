package io.chipwire.job;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint;
import org.apache.flink.runtime.taskexecutor.TaskManagerRunner;

/**
 * A JobManager and a TaskManager as processes of their own, on the class path of the test and with
 * the settings of the image, on 127.0.0.1. {@link #close} ends both.
 */
final class FlinkProcesses implements AutoCloseable {

  private static final Path IMAGE_SETTINGS = Path.of("../../docker/flink").toAbsolutePath();
  private static final int START_SECONDS = 60;

  private final Path folder;
  private final FlinkCluster cluster;
  private final List<Process> processes = new ArrayList<>();

  /** Starts them and waits until their slots are free; logs go into the folder. */
  static FlinkProcesses start(Path folder) throws IOException, InterruptedException {
    FlinkProcesses started = new FlinkProcesses(folder, new FlinkCluster("127.0.0.1", freePort()));
    try {
      List<String> settings = started.settings(freePort());
      started.run(StandaloneSessionClusterEntrypoint.class, settings);
      started.run(TaskManagerRunner.class, settings);
      started.awaitSlots();
      return started;
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      started.close();
      throw e;
    }
  }

  private FlinkProcesses(Path folder, FlinkCluster cluster) {
    this.folder = folder;
    this.cluster = cluster;
  }

  FlinkCluster cluster() {
    return cluster;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private List<String> settings(int rpcPort) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--configDir", IMAGE_SETTINGS.toString()));
    for (String setting :
        List.of(
            "jobmanager.rpc.address=127.0.0.1",
            "jobmanager.rpc.port=" + rpcPort,
            "jobmanager.bind-host=127.0.0.1",
            "rest.address=127.0.0.1",
            "rest.bind-address=127.0.0.1",
            "rest.port=" + cluster.port(),
            "taskmanager.host=127.0.0.1",
            "taskmanager.bind-host=127.0.0.1",
            "io.tmp.dirs=" + Files.createDirectories(folder.resolve("tmp")))) {
      arguments.add("-D");
      arguments.add(setting);
    }
    return arguments;
  }

  private void run(Class<?> role, List<String> settings) throws IOException {
    processes.add(
        BackfillProcess.java(role.getName(), settings)
            .redirectOutput(folder.resolve(role.getSimpleName() + ".log").toFile())
            .start());
  }

  private void awaitSlots() throws IOException, InterruptedException {
    IOException last = new IOException(cluster + ": no free slot");
    for (int second = 0; second < START_SECONDS; second++) {
      for (Process process : processes) {
        if (!process.isAlive()) {
          throw new IOException("ended at once, see " + folder + ": " + process.info());
        }
      }
      try {
        if (cluster.freeSlots() > 0) {
          return;
        }
      } catch (IOException e) {
        last = e;
      }
      Thread.sleep(1_000);
    }
    throw last;
  }

  @Override
  public void close() throws InterruptedException {
    processes.forEach(Process::destroyForcibly);
    for (Process process : processes) {
      process.waitFor();
    }
  }
}
