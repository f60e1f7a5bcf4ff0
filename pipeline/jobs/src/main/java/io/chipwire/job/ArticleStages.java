package io.chipwire.job;

import io.chipwire.article.Article;
import io.chipwire.article.Page;
import io.chipwire.extract.Extractor;
import io.chipwire.extraction.Extraction;
import io.chipwire.read.PageReader;
import io.chipwire.read.ReadLimits;
import io.chipwire.read.Reading;
import io.chipwire.read.SiteMemory;

/**
 * The pure functions that an {@link ArticlePipeline} runs.
 *
 * @param reader from page to article
 * @param annotator from article to what it says
 */
public record ArticleStages(
    LocalFunction<Page, Reading> reader, LocalFunction<Article, Extraction> annotator) {

  /** The real ones, which know no site; all subtasks of a process share one set of models. */
  public static ArticleStages real() {
    return real(SiteMemory.NONE);
  }

  /** The real ones, which leave out what these sites repeat. */
  public static ArticleStages real(SiteMemory sites) {
    return new ArticleStages(
        () -> new PageReader(ReadLimits.DEFAULT, sites)::read, () -> Extractor.load()::extract);
  }
}
