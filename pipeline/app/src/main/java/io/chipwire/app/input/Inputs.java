package io.chipwire.app.input;

import io.chipwire.archive.ArchiveOptions;
import io.chipwire.archive.ArchiveReader;
import io.chipwire.article.Article;
import io.chipwire.article.Intake;
import io.chipwire.article.Page;
import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import io.chipwire.read.PageReader;
import io.chipwire.read.Reading;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads inputs into articles and turns each into something, on all cores.
 *
 * @param paths files, folders, {@code -}
 * @param charset overrules what pages say, or null
 * @param standardInput what {@code -} means
 */
public record Inputs(List<String> paths, @Nullable String charset, InputStream standardInput) {

  /**
   * Hands over what came of each input, in order.
   *
   * @param reader reads the pages
   * @param turn from an article to the result; thread-safe; what it throws is a rejection as {@code
   *     INTERNAL}
   * @param taken called in the calling thread; false ends the work
   * @throws IllegalArgumentException if the character set is unknown
   */
  public <T> void forEach(PageReader reader, Function<Article, T> turn, Predicate<Outcome<T>> taken)
      throws InterruptedException {
    ArchiveOptions options = ArchiveOptions.DEFAULT.withCharset(charset);
    try (ArchiveReader archive = ArchiveReader.open(paths, options, standardInput)) {
      OrderedWork.run(
          archive,
          intake -> outcome(intake, reader, turn),
          Runtime.getRuntime().availableProcessors(),
          taken);
    }
  }

  private static <T> Outcome<T> outcome(
      Intake intake, PageReader reader, Function<Article, T> turn) {
    Rejection rejection = intake.rejection();
    if (rejection != null) {
      return new Outcome.Refused<>(rejection);
    }
    Page page = Objects.requireNonNull(intake.page(), "an intake has a page or a rejection");
    return switch (reader.read(page)) {
      case Reading.Refused refused -> new Outcome.Refused<>(refused.rejection());
      case Reading.Accepted accepted -> turned(accepted.article(), turn);
    };
  }

  private static <T> Outcome<T> turned(Article article, Function<Article, T> turn) {
    try {
      return new Outcome.Taken<>(turn.apply(article));
    } catch (RuntimeException | StackOverflowError fault) {
      return new Outcome.Refused<>(
          new Rejection(
              Rejection.Stage.EXTRACT,
              RejectionReason.INTERNAL,
              article.source(),
              "extraction failed: " + fault,
              article.text()));
    }
  }
}
