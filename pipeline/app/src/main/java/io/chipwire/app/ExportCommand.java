package io.chipwire.app;

import io.chipwire.app.export.RowFormat;
import io.chipwire.app.export.RowKind;
import io.chipwire.app.export.RowWriter;
import io.chipwire.search.ArticleIndex;
import io.chipwire.search.Export;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chipwire export}: all that a query finds, as a file. */
@Command(
    name = "export",
    description = {
      "Writes all articles or facts that a query finds to a file, however many they are.",
      "Each figure, commitment and signal has its sentence and its article's address beside it."
    })
final class ExportCommand implements Callable<Integer> {

  private final Terminal terminal;
  @Mixin private IndexOption index;
  @Mixin private QueryArgument query;

  @Option(
      names = "--of",
      paramLabel = "KIND",
      defaultValue = "figures",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private RowKind kind;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "csv",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private RowFormat format;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "The file to write; an existing one is replaced.")
  private Path file;

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    try (ArticleIndex open = index.open();
        Export found = open.export(query.parse());
        OutputStream out = Files.newOutputStream(file)) {
      long rows = new RowWriter(kind, format).write(found, out);
      terminal.out().printf(Locale.ROOT, "%,d %s in %s%n", rows, kind.label(), file);
    }
    return ExitCode.FINE;
  }
}
