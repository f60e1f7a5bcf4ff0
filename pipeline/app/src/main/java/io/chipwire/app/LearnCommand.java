package io.chipwire.app;

import io.chipwire.article.Article;
import io.chipwire.read.PageReader;
import io.chipwire.read.SiteLearner;
import io.chipwire.read.SiteMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chipwire learn}: the lines that sites repeat on their pages. */
@Command(
    name = "learn",
    description = {
      "Learns from an archive which lines its sites repeat on many pages, such as disclaimers and"
          + " invitations, for read, extract and backfill --site-memory.",
      "The file has a JSON object a line with the line's text and how many pages hold it; lines"
          + " that belong to articles after all can be deleted from it."
    })
final class LearnCommand implements Callable<Integer> {

  private static final int EVERY = 100;

  private final Terminal terminal;
  @Mixin private InputOptions inputs;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "Where to write what was learnt; an existing file is replaced.")
  private Path file;

  private final SiteLearner learner = new SiteLearner();
  private long articles;

  LearnCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    int code = inputs.forEach(terminal, new PageReader(), Function.identity(), this::learn);
    if (terminal.errIsTerminal()) {
      terminal.err().println();
    }
    SiteMemory memory = learner.learnt();
    memory.write(file);
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%,d articles: %,d lines of %,d sites in %s%n",
            articles,
            memory.lines().size(),
            memory.sites(),
            file);
    return code;
  }

  private void learn(Article article) {
    learner.add(article);
    if (++articles % EVERY == 0 && terminal.errIsTerminal()) {
      terminal.err().printf(Locale.ROOT, "\r%,d articles", articles);
      terminal.err().flush();
    }
  }
}
