package io.chipwire.search;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** Looks into a live index with bare Lucene. */
public final class LuceneCheck {

  private LuceneCheck() {}

  /** The text of every article, by id; fails if an id is there twice. */
  public static Map<String, String> texts(IndexFolder folder) throws IOException {
    try (Directory directory = FSDirectory.open(folder.live());
        DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      Map<String, String> texts = new TreeMap<>();
      var articles = new TermQuery(new Term(IndexSchema.TYPE, IndexSchema.TYPE_ARTICLE));
      for (ScoreDoc hit : searcher.search(articles, 100_000).scoreDocs) {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(hit.doc, reader.leaves()));
        var article =
            StoredArticle.read(leaf, searcher.storedFields(), hit.doc - leaf.docBase)
                .extraction()
                .article();
        if (texts.put(article.id(), article.text()) != null) {
          throw new AssertionError("article " + article.id() + " is in the index twice");
        }
      }
      return texts;
    }
  }

  /** Number of documents of all types, deleted ones left out. */
  public static int documents(IndexFolder folder) throws IOException {
    try (Directory directory = FSDirectory.open(folder.live());
        DirectoryReader reader = DirectoryReader.open(directory)) {
      return reader.numDocs();
    }
  }
}
