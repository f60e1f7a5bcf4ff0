package io.chipwire.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code chipwire watch}: subscriptions. */
@Command(
    name = "watch",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      WatchAddCommand.class,
      WatchListCommand.class,
      WatchShowCommand.class,
      WatchEditCommand.class,
      WatchChangeCommand.Pause.class,
      WatchChangeCommand.Resume.class,
      WatchChangeCommand.Remove.class,
      WatchMuteCommand.class,
      WatchTestCommand.class,
      WatchBacktestCommand.class
    },
    description = "Stores queries whose owners are told of news, and says what they were told.")
final class WatchCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }
}
