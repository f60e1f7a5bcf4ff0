package io.chipwire.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command in a process of its own, for a test to kill. */
final class CommandProcess {

  /** Both deliver, and take over after five seconds what another left. */
  private static final List<String> DELIVERING = List.of("--allow-private", "--lease", "5");

  private CommandProcess() {}

  /** Starts {@code chipwire notify}. */
  static Process notifier(Path store, Path log) throws IOException {
    return start(Chipwire.class, 256, log, List.of("notify", "--store", store.toString()));
  }

  /** Starts {@code chipwire run}, which delivers, too; its facts are {@link InventedFacts}. */
  static Process run(Path config, Path store, Path log) throws IOException {
    return start(
        InventedFacts.class,
        512,
        log,
        List.of("--config", config.toString(), "--store", store.toString()));
  }

  private static Process start(Class<?> main, int megabytes, Path log, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--"))
        .forEach(command::add);
    command.addAll(
        List.of("-Xmx" + megabytes + "m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(arguments);
    command.addAll(DELIVERING);
    ProcessBuilder process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    process.environment().put("CHIPWIRE_LOG", "warn");
    return process.start();
  }
}
