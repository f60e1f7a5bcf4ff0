package io.chipwire.job;

import io.chipwire.article.Article;
import io.chipwire.query.Query;
import io.chipwire.search.ArticleIndex;
import io.chipwire.search.Export;
import io.chipwire.search.IndexFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/** Looks at every document of an index, so that an article that is in twice is seen. */
final class IndexedArticles {

  private IndexedArticles() {}

  /** The text of every article, by id; fails if an id is there twice. */
  static Map<String, String> texts(Path index) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (ArticleIndex open = ArticleIndex.open(new IndexFolder(index), Clock.systemUTC());
        Export all = open.export(new Query.All())) {
      while (all.hasNext()) {
        Article article = all.next().extraction().article();
        if (texts.put(article.id(), article.text()) != null) {
          throw new AssertionError("article " + article.id() + " is in the index twice");
        }
      }
    }
    return texts;
  }
}
