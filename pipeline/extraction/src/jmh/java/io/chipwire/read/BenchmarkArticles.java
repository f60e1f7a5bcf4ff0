package io.chipwire.read;

import io.chipwire.article.Article;
import java.util.List;

/** The articles that benchmarks of extraction run over. */
public final class BenchmarkArticles {

  private BenchmarkArticles() {}

  /** The articles on the pages of the folder that {@code benchmark.pages} names, or on our own. */
  public static List<Article> all() {
    PageReader reader = new PageReader();
    return PageReadingBenchmark.pages().stream()
        .map(reader::read)
        .filter(Reading.Accepted.class::isInstance)
        .map(reading -> ((Reading.Accepted) reading).article())
        .toList();
  }
}
