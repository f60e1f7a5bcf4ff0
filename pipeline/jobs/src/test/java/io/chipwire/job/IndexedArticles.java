package io.chipwire.job;

import io.chipwire.article.Article;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.search.IndexFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** Looks into an index with bare Lucene, so that an article that is in twice is seen. */
final class IndexedArticles {

  private IndexedArticles() {}

  /** The text of every article, by id; fails if an id is there twice. */
  static Map<String, String> texts(Path index) throws IOException {
    try (Directory directory = FSDirectory.open(new IndexFolder(index).live());
        DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      Map<String, String> texts = new TreeMap<>();
      TermQuery articles = new TermQuery(new Term("type", "article"));
      for (ScoreDoc hit : searcher.search(articles, 100_000).scoreDocs) {
        String json = searcher.storedFields().document(hit.doc).get("json");
        Article article = ExtractionJson.read(json).article();
        if (texts.put(article.id(), article.text()) != null) {
          throw new AssertionError("article " + article.id() + " is in the index twice");
        }
      }
      return texts;
    }
  }
}
