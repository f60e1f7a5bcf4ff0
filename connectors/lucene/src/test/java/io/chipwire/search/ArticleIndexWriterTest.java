package io.chipwire.search;

import static io.chipwire.search.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chipwire.fact.Metric;
import io.chipwire.signal.SignalKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleIndexWriterTest {

  @TempDir Path root;
  private IndexFolder folder;

  @BeforeEach
  void setUp() {
    folder = new IndexFolder(root.resolve("index"));
  }

  @Test
  void aNewRevisionReplacesTheWholeBlock() throws IOException {
    try (ArticleIndexWriter writer = ArticleIndexWriter.open(folder, Clock.systemUTC())) {
      writer.put(
          article("a")
              .says("Revenue rose to $10 billion, and costs to $8 billion.")
              .figure("$10 billion", "USD", "1e10", Metric.REVENUE, "amazon")
              .figure("$8 billion", "USD", "8e9", Metric.COST, "amazon")
              .signal(SignalKind.EARNINGS, "amazon", null)
              .build());
      writer.put(article("b").says("Nothing new.").build());
      writer.commit();
      assertThat(LuceneCheck.documents(folder)).isEqualTo(5);

      writer.put(article("a").says("Withdrawn.").build());
      writer.commit();
    }

    assertThat(LuceneCheck.texts(folder)).containsEntry("a", "Withdrawn.").hasSize(2);
    assertThat(LuceneCheck.documents(folder)).isEqualTo(2);
  }

  @Test
  void aDeletedArticleLeavesNoFigureBehind() throws IOException {
    try (ArticleIndexWriter writer = ArticleIndexWriter.open(folder, Clock.systemUTC())) {
      writer.put(
          article("a")
              .says("It cost $8 billion.")
              .figure("$8 billion", "USD", "8e9", Metric.COST, "amazon")
              .build());
      writer.commit();
      writer.delete("a");
      writer.commit();
    }

    assertThat(LuceneCheck.documents(folder)).isZero();
  }

  @Test
  void whatIsNotCommittedIsDropped() throws IOException {
    try (ArticleIndexWriter writer = ArticleIndexWriter.open(folder, Clock.systemUTC())) {
      writer.put(article("a").says("Kept.").build());
      writer.commit();
      writer.put(article("b").says("Dropped.").build());
    }

    assertThat(LuceneCheck.texts(folder)).containsOnlyKeys("a");
  }

  @Test
  void theIndexHasOneWriterAtATime() throws IOException {
    try (ArticleIndexWriter first = ArticleIndexWriter.open(folder, Clock.systemUTC())) {
      first.commit();
      assertThatThrownBy(() -> ArticleIndexWriter.open(folder, Clock.systemUTC()))
          .isInstanceOf(IndexLockedException.class)
          .hasMessage("index folder " + folder.root() + ": another process is writing it");
    }
  }
}
