package io.chipwire.app;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The top command and the only place that ends the process.
 *
 * <p>Exit codes: see {@link ExitCode}.
 */
@Command(
    name = "chipwire",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    usageHelpWidth = 100,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ExtractCommand.class,
      ReadCommand.class,
      EvaluateCommand.class,
      LearnCommand.class,
      BackfillCommand.class,
      RunCommand.class,
      RejectedCommand.class,
      SearchCommand.class,
      SeriesCommand.class,
      LedgerCommand.class,
      ConflictsCommand.class,
      ExportCommand.class,
      ServeCommand.class,
      WatchCommand.class,
      NotifyCommand.class,
      DeliveriesCommand.class,
      TokenCommand.class,
      DemoCommand.class
    },
    description =
        "Reads chip-market news and earnings releases and writes down what they say:"
            + " figures, commitments, signals.")
public final class Chipwire implements Runnable {

  @Spec private CommandSpec spec;

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(Terminal.ofProcess(), args));
  }

  /** Runs a command line against the given ends and returns the exit code. */
  static int run(Terminal terminal, String... args) {
    CommandLine commandLine =
        new CommandLine(new Chipwire(), new CommandFactory(terminal))
            .setOut(terminal.out())
            .setErr(terminal.err())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(Chipwire::explainUsage)
            .setExecutionExceptionHandler(new FailureReport(terminal));
    commandLine
        .getCommandSpec()
        .usageMessage()
        .footer(
            "",
            "Exit codes: 0 fine, 1 some input was rejected or something failed, 2 wrong usage.",
            "`chipwire COMMAND --help` tells more of a command.");
    if (!terminal.colour()) {
      commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    }
    int code = commandLine.execute(args);
    terminal.out().flush();
    terminal.err().flush();
    return code;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }

  private static int explainUsage(ParameterException e, String[] args) {
    CommandLine at = e.getCommandLine();
    PrintWriter err = at.getErr();
    err.println(at.getCommandSpec().qualifiedName() + ": " + e.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
    err.println("Try '" + at.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE;
  }
}
