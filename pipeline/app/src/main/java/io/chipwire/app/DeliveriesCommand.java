package io.chipwire.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code chipwire deliveries}: what became of messages. */
@Command(
    name = "deliveries",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DeliveriesListCommand.class,
      DeliveriesAgainCommand.Retry.class,
      DeliveriesAgainCommand.Replay.class
    },
    description = "Says how deliveries of alerts have fared, and has them made once more.")
final class DeliveriesCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }
}
