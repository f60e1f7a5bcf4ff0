package io.chipwire.job;

import io.chipwire.article.Article;
import io.chipwire.article.Page;
import io.chipwire.extract.Extractor;
import io.chipwire.extraction.Extraction;
import io.chipwire.read.PageReader;
import io.chipwire.read.Reading;

/**
 * The pure functions that an {@link ArticlePipeline} runs.
 *
 * @param reader from page to article
 * @param annotator from article to what it says
 */
public record ArticleStages(
    LocalFunction<Page, Reading> reader, LocalFunction<Article, Extraction> annotator) {

  /** The real ones; all subtasks of a process share one set of models. */
  public static ArticleStages real() {
    return new ArticleStages(() -> new PageReader()::read, () -> Extractor.load()::extract);
  }
}
