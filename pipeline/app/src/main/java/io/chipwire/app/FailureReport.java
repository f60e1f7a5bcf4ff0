package io.chipwire.app;

import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Turns an exception that left a command into one line on stderr and an exit code. The stack is
 * shown only where the environment variable {@code CHIPWIRE_LOG} is {@code debug}.
 */
final class FailureReport implements IExecutionExceptionHandler {

  private final Terminal terminal;

  FailureReport(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine at, ParseResult parsed) {
    if (terminal.outGone()) {
      // The reader of a pipe has seen enough (`| head`); that is no failure.
      return ExitCode.FINE;
    }
    terminal.err().println(at.getCommandSpec().qualifiedName() + ": " + message(failure));
    if (terminal.debug()) {
      failure.printStackTrace(terminal.err());
    }
    return failure instanceof UsageException ? ExitCode.USAGE : ExitCode.REJECTED;
  }

  private static String message(Exception failure) {
    if (failure instanceof UsageException) {
      return failure.getMessage();
    }
    Throwable shown = failure instanceof UncheckedIOException ? failure.getCause() : failure;
    StringBuilder text = new StringBuilder(describe(shown));
    int depth = 0;
    for (Throwable cause = shown.getCause(); cause != null && depth < 4; cause = cause.getCause()) {
      String more = describe(cause);
      if (text.indexOf(more) < 0) {
        text.append("; ").append(more);
      }
      depth++;
    }
    return text.toString();
  }

  private static String describe(Throwable failure) {
    String message = failure.getMessage();
    if (message == null || message.isBlank()) {
      return failure.getClass().getSimpleName();
    }
    // File system exceptions say only the path; the kind says what was wrong with it.
    return failure instanceof java.nio.file.FileSystemException
        ? failure.getClass().getSimpleName().replaceAll("Exception$", "") + ": " + message
        : message;
  }
}
