package io.chipwire.app;

import io.chipwire.app.input.Inputs;
import io.chipwire.app.input.Outcome;
import io.chipwire.app.text.Printable;
import io.chipwire.article.Article;
import io.chipwire.article.Rejection;
import io.chipwire.read.PageReader;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The inputs of {@code read}, {@code extract} and {@code learn}, and how what is rejected is told.
 */
final class InputOptions {

  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description =
          "An HTML file (.html, .html.gz), JSON Lines (.jsonl, .jsonl.gz; one object a line with"
              + " \"text\" and perhaps \"url\", \"id\", \"title\", \"publisher\", \"publishedAt\"),"
              + " a WARC (.warc, .warc.gz), a folder of these, or - for standard input.")
  private List<String> paths = List.of();

  @Option(
      names = "--charset",
      paramLabel = "NAME",
      description = "Read pages in this character set, whatever they say themselves.")
  private @Nullable String charset;

  /**
   * Turns every article and hands over the results in order.
   *
   * @param reader reads the pages
   * @return the exit code
   */
  <T> int forEach(
      Terminal terminal, PageReader reader, Function<Article, T> turn, Consumer<T> taken)
      throws InterruptedException {
    return forEach(paths, charset, terminal, reader, turn, taken);
  }

  /** The same for inputs that were named in another way. */
  static <T> int forEach(
      List<String> paths,
      @Nullable String charset,
      Terminal terminal,
      PageReader reader,
      Function<Article, T> turn,
      Consumer<T> taken)
      throws InterruptedException {
    boolean[] rejected = new boolean[1];
    Inputs inputs = new Inputs(paths, charset, terminal.in());
    try {
      inputs.forEach(
          reader,
          turn,
          outcome -> {
            switch (outcome) {
              case Outcome.Taken<T> done -> taken.accept(done.value());
              case Outcome.Refused<T> refused -> {
                rejected[0] = true;
                terminal.err().println(line(refused.rejection()));
              }
            }
            return !terminal.outGone();
          });
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
    }
    return rejected[0] && !terminal.outGone() ? ExitCode.REJECTED : ExitCode.FINE;
  }

  /** A rejection as one line. */
  static String line(Rejection rejection) {
    String where =
        rejection.message().contains(rejection.source()) ? "" : rejection.source() + ": ";
    return Printable.line(
        "rejected: %s: %s%s".formatted(rejection.reason(), where, rejection.message()));
  }
}
