package io.chipwire.search;

import static io.chipwire.search.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chipwire.article.Article;
import io.chipwire.article.PageFlag;
import io.chipwire.article.Table;
import io.chipwire.article.TableRow;
import io.chipwire.extraction.Extraction;
import io.chipwire.fact.CommitmentKind;
import io.chipwire.fact.Direction;
import io.chipwire.fact.Entity;
import io.chipwire.fact.EntityType;
import io.chipwire.fact.Figure;
import io.chipwire.fact.Metric;
import io.chipwire.fact.Span;
import io.chipwire.query.FactKind;
import io.chipwire.signal.SignalKind;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

class StoredArticleTest {

  private static final Extraction FACTS =
      article("a")
          .says("Micron will invest $100 billion; sales rose 12%.")
          .company("micron", "Micron")
          .figure("$100 billion", "USD", "100e9", Metric.INVESTMENT, "micron")
          .change("12%", "%", "12", Metric.REVENUE, "micron", Direction.UP)
          .commitment(CommitmentKind.INVESTMENT, "micron", null, "100e9")
          .signal(SignalKind.COMMITMENT, "micron", null)
          .build();

  private static StoredArticle stored(Extraction extraction) throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      Document doc = new Document();
      StoredArticle.write(extraction, doc);
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
        writer.addDocument(doc);
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        LeafReaderContext leaf = reader.leaves().get(0);
        assertThat(StoredArticle.readHead(leaf, 0))
            .isEqualTo(extraction.article().with("", List.of()));
        return StoredArticle.read(leaf, reader.storedFields(), 0);
      }
    }
  }

  @Test
  void losesNothing() throws IOException {
    Article plain = FACTS.article();
    String text = "Größe — „x“ 🙂\n\na | b\nc | 1";
    Article article =
        new Article(
            plain.id(),
            plain.source(),
            7,
            "given",
            null,
            null,
            "A. Writer",
            null,
            Instant.parse("2026-04-30T12:00:00Z"),
            "-07:00",
            Instant.parse("2026-05-01T12:00:00Z"),
            Instant.parse("2026-05-02T12:00:00Z"),
            null,
            text,
            List.of(
                new Table(
                    16,
                    27,
                    "caption",
                    null,
                    List.of("a", "b"),
                    List.of(new TableRow(16, List.of("a", "b"))))),
            List.of(PageFlag.PAYWALL));
    List<Entity> entities = new ArrayList<>(FACTS.entities());
    entities.add(
        new Entity("größe", EntityType.PLACE, "Größe", List.of(new Span(9, 12), new Span(0, 5))));
    Extraction whole =
        new Extraction(article, entities, FACTS.figures(), FACTS.commitments(), FACTS.signals());

    assertThat(stored(whole).extraction()).isEqualTo(whole);
  }

  @Test
  void keepsAnArticleThatSaysNothing() throws IOException {
    Extraction empty = article("b").build();
    assertThat(stored(empty).extraction()).isEqualTo(empty);
  }

  @Test
  void tellsWhereFactsAreWithoutReadingThem() throws IOException {
    Figure figure = FACTS.figures().get(0);
    Figure inTitle =
        new Figure(
            3,
            9,
            figure.text(),
            figure.unit(),
            figure.low(),
            figure.high(),
            figure.bound(),
            null,
            figure.metric(),
            null,
            null,
            null,
            null,
            figure.status(),
            true,
            0.5);
    StoredArticle article =
        stored(
            new Extraction(
                FACTS.article(),
                FACTS.entities(),
                List.of(figure, inTitle),
                FACTS.commitments(),
                List.of()));

    assertThat(article.count(FactKind.FIGURE)).isEqualTo(2);
    assertThat(article.count(FactKind.COMMITMENT)).isEqualTo(1);
    assertThat(article.count(FactKind.SIGNAL)).isZero();
    assertThat(article.start(FactKind.FIGURE, 0)).isEqualTo(figure.start());
    assertThat(article.inTitle(FactKind.FIGURE, 0)).isFalse();
    assertThat(article.start(FactKind.FIGURE, 1)).isEqualTo(3);
    assertThat(article.inTitle(FactKind.FIGURE, 1)).isTrue();
    assertThat(article.figure(1)).isEqualTo(inTitle);
  }

  @Test
  void findsMentionsOfTheNamesAskedFor() throws IOException {
    List<String> found = new ArrayList<>();
    stored(FACTS).mentions(Set.of("micron", "intel"), (id, at) -> found.add(id + at));
    assertThat(found).containsExactly("micron" + new Span(0, 6));
  }

  @Test
  void refusesADocumentThatIsNoArticle() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
        writer.addDocument(new Document());
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertThatThrownBy(() -> StoredArticle.readHead(reader.leaves().get(0), 0))
            .isInstanceOf(IOException.class)
            .hasMessage("document 0: expected an article, with its head");
      }
    }
  }
}
