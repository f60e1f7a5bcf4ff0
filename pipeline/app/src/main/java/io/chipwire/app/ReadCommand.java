package io.chipwire.app;

import io.chipwire.extraction.ExtractionJson;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code chipwire read}: the article on each page, one JSON object a line. */
@Command(
    name = "read",
    description =
        "Prints the article on each page, one JSON object a line: url, title, byline, publisher,"
            + " publishedAt, language, text.")
final class ReadCommand implements Callable<Integer> {

  private final Terminal terminal;
  @Mixin private InputOptions inputs;
  @Mixin private SiteMemoryOption sites;

  ReadCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    return inputs.forEach(
        terminal, sites.reader(), ExtractionJson::writeArticle, terminal.out()::println);
  }
}
