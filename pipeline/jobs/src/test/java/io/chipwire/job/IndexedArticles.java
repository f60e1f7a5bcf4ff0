package io.chipwire.job;

import io.chipwire.article.Article;
import io.chipwire.article.RejectionReason;
import io.chipwire.extraction.Extraction;
import io.chipwire.query.Query;
import io.chipwire.search.ArticleIndex;
import io.chipwire.search.Export;
import io.chipwire.search.IndexFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks at every document of an index, so that an article that is in twice is seen. */
final class IndexedArticles {

  private IndexedArticles() {}

  /** The text of every article, by id; fails if an id is there twice. */
  static Map<String, String> texts(Path index) throws IOException {
    return all(index, Article::text);
  }

  /** The same with the titles. */
  static Map<String, String> titles(Path index) throws IOException {
    return all(index, Article::title);
  }

  private static Map<String, String> all(Path index, Function<Article, @Nullable String> part)
      throws IOException {
    Map<String, String> parts = new TreeMap<>();
    extractions(index)
        .forEach((id, found) -> parts.put(id, String.valueOf(part.apply(found.article()))));
    return parts;
  }

  /** What was refused beside them, by reason; nothing where nothing is there yet. */
  static Map<RejectionReason, Integer> refused(Path index) throws IOException {
    Map<RejectionReason, Integer> refused = new EnumMap<>(RejectionReason.class);
    if (Files.exists(DeadLetters.folderOf(index))) {
      DeadLetters.of(index)
          .forEach(
              rejection -> {
                refused.merge(rejection.reason(), 1, Integer::sum);
                return true;
              },
              message -> {});
    }
    return refused;
  }

  /** Everything about every article. */
  static Map<String, Extraction> extractions(Path index) throws IOException {
    Map<String, Extraction> found = new TreeMap<>();
    try (ArticleIndex open = ArticleIndex.open(new IndexFolder(index), Clock.systemUTC());
        Export all = open.export(new Query.All())) {
      while (all.hasNext()) {
        Extraction extraction = all.next().extraction();
        String id = extraction.article().id();
        if (found.put(id, extraction) != null) {
          throw new AssertionError("article " + id + " is in the index twice");
        }
      }
    }
    return found;
  }
}
