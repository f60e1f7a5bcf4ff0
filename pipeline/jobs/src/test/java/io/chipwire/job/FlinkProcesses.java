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
 * A JobManager and TaskManagers as processes of their own, on the class path of the test and with
 * the settings of the image, on 127.0.0.1. {@link #close} ends them all.
 */
final class FlinkProcesses implements AutoCloseable {

  static final Path IMAGE_SETTINGS = Path.of("../../docker/flink").toAbsolutePath();
  private static final int START_SECONDS = 60;

  /** Of a TaskManager, as the image's settings have it. */
  static final int SLOTS = 2;

  private final Path folder;
  private final FlinkCluster cluster;
  private final int rpcPort;
  private final List<Process> processes = new ArrayList<>();

  /** Starts them and waits until all their slots are free; logs go into the folder. */
  static FlinkProcesses start(Path folder, int taskManagers)
      throws IOException, InterruptedException {
    FlinkProcesses started = new FlinkProcesses(folder, new FlinkCluster("127.0.0.1", freePort()));
    try {
      started.run(StandaloneSessionClusterEntrypoint.class);
      for (int i = 0; i < taskManagers; i++) {
        started.startTaskManager();
      }
      started.awaitSlots(SLOTS * taskManagers);
      return started;
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      started.close();
      throw e;
    }
  }

  private FlinkProcesses(Path folder, FlinkCluster cluster) throws IOException {
    this.folder = folder;
    this.cluster = cluster;
    this.rpcPort = freePort();
  }

  /** One more, which is at work some seconds later. */
  Process startTaskManager() throws IOException {
    return run(TaskManagerRunner.class);
  }

  FlinkCluster cluster() {
    return cluster;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private List<String> settings() throws IOException {
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

  private Process run(Class<?> role) throws IOException {
    String log = role.getSimpleName() + processes.size() + ".log";
    Process process =
        BackfillProcess.java(role.getName(), settings())
            .redirectOutput(folder.resolve(log).toFile())
            .start();
    processes.add(process);
    return process;
  }

  private void awaitSlots(int wanted) throws IOException, InterruptedException {
    IOException last = new IOException(cluster + ": no free slot");
    for (int second = 0; second < START_SECONDS; second++) {
      for (Process process : processes) {
        if (!process.isAlive()) {
          throw new IOException("ended at once, see " + folder + ": " + process.info());
        }
      }
      try {
        if (cluster.freeSlots() >= wanted) {
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
