package io.chipwire.job;

import io.chipwire.article.Article;
import io.chipwire.article.Intake;
import io.chipwire.article.Page;
import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import io.chipwire.article.TextDocument;
import io.chipwire.extraction.Extraction;
import java.util.List;

/** Articles without facts, for tests of the wiring. */
final class TestArticles {

  private TestArticles() {}

  static Article article(String id, long ordinal, String text) {
    return new Article(
        id,
        id + "#" + ordinal,
        ordinal,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        "en",
        text,
        List.of(),
        List.of());
  }

  static Extraction extraction(Article article) {
    return new Extraction(article, List.of(), List.of(), List.of(), List.of());
  }

  static Intake intake(String id, long ordinal, String text) {
    TextDocument document = new TextDocument(null, null, null, null, text);
    return Intake.of(new Page(id + "#" + ordinal, ordinal, id, null, null, null, null, document))
        .withBytes(100);
  }

  static Rejection rejection(RejectionReason reason, String source) {
    return new Rejection(Rejection.Stage.OPEN, reason, source, source + ": refused", "excerpt");
  }
}
