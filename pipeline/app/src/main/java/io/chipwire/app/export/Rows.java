package io.chipwire.app.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chipwire.article.Article;
import io.chipwire.extraction.Extraction;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.search.Exported;
import io.chipwire.search.Sentences;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of an article: facts as the contract writes them, each with its sentence and the article
 * that states it, so that no number leaves without its source. Stateless.
 */
final class Rows {

  private static final ObjectMapper JSON = ExtractionJson.mapper();

  private Rows() {}

  static List<ObjectNode> of(Exported exported, RowKind kind) {
    Extraction extraction = exported.extraction();
    return switch (kind) {
      case ARTICLES -> List.of(article(extraction));
      case FIGURES -> facts(extraction, extraction.figures(), exported.figures());
      case COMMITMENTS -> facts(extraction, extraction.commitments(), exported.commitments());
      case SIGNALS -> facts(extraction, extraction.signals(), exported.signals());
    };
  }

  private static List<ObjectNode> facts(
      Extraction extraction, List<?> facts, List<Integer> positions) {
    Article article = extraction.article();
    Sentences sentences = new Sentences(article);
    List<ObjectNode> rows = new ArrayList<>();
    for (int position : positions) {
      ObjectNode row = JSON.valueToTree(facts.get(position));
      if (!row.has("sentence")) {
        row.put(
            "sentence",
            sentences.stating(row.path("start").asInt(), row.path("inTitle").asBoolean()));
      }
      row.set("publishedAt", JSON.valueToTree(article.published()));
      row.put("publisher", article.publisher());
      row.put("title", article.title());
      row.put("url", article.url() == null ? article.id() : article.url());
      rows.add(row);
    }
    return rows;
  }

  private static ObjectNode article(Extraction extraction) {
    try {
      return (ObjectNode) JSON.readTree(ExtractionJson.write(extraction));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was written is JSON", e);
    }
  }
}
