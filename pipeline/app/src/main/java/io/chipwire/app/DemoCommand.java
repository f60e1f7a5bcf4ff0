package io.chipwire.app;

import io.chipwire.app.demo.DemoArchive;
import io.chipwire.app.text.FactText;
import io.chipwire.app.text.Printable;
import io.chipwire.app.text.TextTable;
import io.chipwire.app.web.SearchServer;
import io.chipwire.extraction.Extraction;
import io.chipwire.job.BackfillFailedException;
import io.chipwire.job.BackfillOptions;
import io.chipwire.job.BackfillReport;
import io.chipwire.query.LexiconNames;
import io.chipwire.query.Query;
import io.chipwire.query.QueryLanguage;
import io.chipwire.query.QuerySyntaxException;
import io.chipwire.read.SiteMemory;
import io.chipwire.search.ArticleIndex;
import io.chipwire.search.Export;
import io.chipwire.signal.Signal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chipwire demo}: invented news, end to end. */
@Command(
    name = "demo",
    description =
        "Reads a bundled archive of invented news into a temporary index, prints the strongest"
            + " signals, and serves the search page until Ctrl-C.")
final class DemoCommand implements Callable<Integer> {

  private static final int SIGNALS = 20;
  private static final int MOST_OF_AN_ARTICLE = 2;
  private static final int SENTENCE = 190;

  private final Terminal terminal;

  @Option(names = "--no-serve", description = "Stop after the table.")
  private boolean noServe;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Port of the search page, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    CountDownLatch stopped = new CountDownLatch(1);
    Path folder = Files.createTempDirectory("chipwire-demo");
    try (Interruption interruption = new Interruption(stopped::countDown)) {
      try {
        show(folder, stopped);
      } finally {
        delete(folder);
      }
    }
    return ExitCode.FINE;
  }

  private void show(Path folder, CountDownLatch stopped)
      throws IOException, InterruptedException, BackfillFailedException {
    PrintWriter out = terminal.out();
    Path index = folder.resolve("index");
    terminal.err().println("reading the demo's invented news; models are loaded first");
    BackfillReport report =
        BackfillCommand.run(
            terminal,
            BackfillOptions.of(index, List.of(DemoArchive.copyTo(folder).toString()))
                .withParallelism(Runtime.getRuntime().availableProcessors()),
            SiteMemory.NONE);
    if (stopped.getCount() == 0) {
      return;
    }
    out.printf(
        "%d pages read: %d articles, %d pages without one (%s)%n%n",
        report.counts().read(),
        report.counts().indexed(),
        report.counts().rejectedInAll(),
        report.counts().rejected());
    try (ArticleIndex open = IndexOption.open(index)) {
      print(strongest(open));
      if (!noServe) {
        try (SearchServer server = ServeCommand.serve(open, "127.0.0.1", port, List.of())) {
          out.println();
          out.println("Search page: " + server.url() + " (Ctrl-C stops)");
          out.flush();
          stopped.await();
        }
      }
    }
  }

  /** A signal and the article it is from. */
  private record Told(Extraction extraction, Signal signal) {

    /** Signals in headlines weigh most, then those that rest on figures or commitments. */
    double strength() {
      return signal.confidence()
          + (signal.inTitle() ? 0.2 : 0)
          + (signal.figures().isEmpty() && signal.commitments().isEmpty() ? 0 : 0.3);
    }
  }

  private static List<Told> strongest(ArticleIndex index) throws IOException {
    List<Told> all = new ArrayList<>();
    try (Export export = index.export(everything())) {
      while (export.hasNext()) {
        Extraction extraction = export.next().extraction();
        List<Told> told = new ArrayList<>();
        extraction.signals().forEach(signal -> told.add(new Told(extraction, signal)));
        told.sort(Comparator.comparingDouble(Told::strength).reversed());
        Set<Object> sentences = new HashSet<>();
        told.removeIf(each -> !sentences.add(each.signal().sentence()));
        all.addAll(told.subList(0, Math.min(MOST_OF_AN_ARTICLE, told.size())));
      }
    }
    all.sort(
        Comparator.comparingDouble(Told::strength)
            .reversed()
            .thenComparing(told -> told.extraction().article().id()));
    return all.subList(0, Math.min(SIGNALS, all.size()));
  }

  private static Query everything() {
    try {
      return QueryLanguage.parse("*", LexiconNames.standard());
    } catch (QuerySyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private void print(List<Told> signals) {
    Style style = new Style(terminal.colour());
    TextTable table = new TextTable(PrettyPrinter.WIDTH, "DATE", "SIGNAL", "ABOUT", "SENTENCE");
    for (Told told : signals) {
      Signal signal = told.signal();
      table.add(
          day(told.extraction()),
          (FactText.arrow(signal.direction()) + " " + signal.kind().label()).strip(),
          Printable.shorten(FactText.of(told.extraction()).about(signal), 24),
          Printable.shorten(signal.sentence(), SENTENCE));
    }
    List<String> lines = table.lines();
    terminal.out().println(style.bold(lines.getFirst()));
    for (String line : lines.subList(1, lines.size())) {
      terminal.out().println(line.replace("▲", style.green("▲")).replace("▼", style.red("▼")));
    }
  }

  private static String day(Extraction extraction) {
    Instant published = extraction.article().publishedAt();
    return published == null ? "" : published.toString().substring(0, 10);
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
              throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
