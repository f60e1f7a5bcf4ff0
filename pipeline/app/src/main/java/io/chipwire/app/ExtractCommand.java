package io.chipwire.app;

import io.chipwire.extract.Extractor;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.read.PageReader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chipwire extract}: what each article says, one JSON object a line or for eyes. */
@Command(
    name = "extract",
    description =
        "Prints what each article says, one JSON object a line: the article, its entities,"
            + " figures, commitments and signals.")
final class ExtractCommand implements Callable<Integer> {

  private final Terminal terminal;
  @Mixin private InputOptions inputs;
  @Mixin private SiteMemoryOption sites;

  @Option(
      names = "--pretty",
      description =
          "For eyes: the text with figures, entities and commitments marked, then a table.")
  private boolean pretty;

  ExtractCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    PageReader reader = sites.reader();
    Extractor extractor = Extractor.load();
    if (pretty) {
      PrettyPrinter printer = new PrettyPrinter(terminal.out(), new Style(terminal.colour()));
      return inputs.forEach(terminal, reader, extractor::extract, printer::print);
    }
    return inputs.forEach(
        terminal,
        reader,
        article -> ExtractionJson.write(extractor.extract(article)),
        terminal.out()::println);
  }
}
