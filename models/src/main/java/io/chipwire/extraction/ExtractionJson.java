package io.chipwire.extraction;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.chipwire.article.Article;
import io.chipwire.article.PageFlag;
import io.chipwire.article.Table;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.Entity;
import io.chipwire.fact.Figure;
import io.chipwire.signal.Signal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes an {@link Extraction} as one JSON object on one line, and reads it back without loss.
 *
 * <p>The article's fields stand at the top level beside {@code entities}, {@code figures}, {@code
 * commitments} and {@code signals}; {@code id} is the id that the input gave, {@code articleId} our
 * own. Numbers are written in full, without exponents. Stateless; safe to share between threads.
 */
public final class ExtractionJson {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addMixIn(Figure.class, PlacedFact.class)
          .addMixIn(Commitment.class, PlacedFact.class)
          .addMixIn(Signal.class, PlacedFact.class)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private ExtractionJson() {}

  /** The mapper behind the contract, for other objects that carry facts. Do not reconfigure it. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /** One line, without a line end. */
  public static String write(Extraction extraction) {
    try {
      return MAPPER.writeValueAsString(Flat.of(extraction));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("extraction of " + extraction.article().source(), e);
    }
  }

  /** The article's part alone, as {@code chipwire read} prints it. */
  public static String writeArticle(Article article) {
    try {
      return MAPPER.writeValueAsString(ArticleLine.of(article));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("article " + article.source(), e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if the line is no such object
   */
  public static Extraction read(String line) {
    try {
      return MAPPER.readValue(line, Flat.class).toExtraction();
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new IllegalArgumentException(
          "not an extraction in JSON: %s at line %d, column %d"
              .formatted(
                  e.getOriginalMessage(),
                  at == null ? 1 : at.getLineNr(),
                  at == null ? 1 : at.getColumnNr()),
          e);
    }
  }

  /** Leaves {@code inTitle} out where it is false, as the contract does. */
  private interface PlacedFact {
    @JsonInclude(Include.NON_DEFAULT)
    boolean inTitle();
  }

  private record ArticleLine(
      String source,
      @JsonInclude(Include.NON_NULL) @Nullable String id,
      @Nullable String url,
      @Nullable String title,
      @Nullable String byline,
      @Nullable String publisher,
      @Nullable OffsetDateTime publishedAt,
      @JsonInclude(Include.NON_NULL) @Nullable Instant modifiedAt,
      @Nullable String language,
      @JsonInclude(Include.NON_EMPTY) List<PageFlag> flags,
      String text) {

    static ArticleLine of(Article a) {
      return new ArticleLine(
          a.source(),
          a.inputId(),
          a.url(),
          a.title(),
          a.byline(),
          a.publisher(),
          a.published(),
          a.modifiedAt(),
          a.language(),
          a.flags(),
          a.text());
    }
  }

  private record Flat(
      String source,
      long ordinal,
      @JsonInclude(Include.NON_NULL) @Nullable String id,
      String articleId,
      @Nullable String url,
      @Nullable String title,
      @Nullable String byline,
      @Nullable String publisher,
      @Nullable OffsetDateTime publishedAt,
      @JsonInclude(Include.NON_NULL) @Nullable Instant modifiedAt,
      @JsonInclude(Include.NON_NULL) @Nullable Instant fetchedAt,
      @JsonInclude(Include.NON_NULL) @Nullable String copyOf,
      @Nullable String language,
      @JsonInclude(Include.NON_EMPTY) @Nullable List<PageFlag> flags,
      String text,
      @JsonInclude(Include.NON_EMPTY) @Nullable List<Table> tables,
      List<Entity> entities,
      List<Figure> figures,
      List<Commitment> commitments,
      List<Signal> signals) {

    static Flat of(Extraction extraction) {
      Article a = extraction.article();
      return new Flat(
          a.source(),
          a.ordinal(),
          a.inputId(),
          a.id(),
          a.url(),
          a.title(),
          a.byline(),
          a.publisher(),
          a.published(),
          a.modifiedAt(),
          a.fetchedAt(),
          a.copyOf(),
          a.language(),
          a.flags(),
          a.text(),
          a.tables(),
          extraction.entities(),
          extraction.figures(),
          extraction.commitments(),
          extraction.signals());
    }

    Extraction toExtraction() {
      Article article =
          new Article(
              articleId,
              source,
              ordinal,
              id,
              url,
              title,
              byline,
              publisher,
              publishedAt == null ? null : publishedAt.toInstant(),
              publishedAt == null || publishedAt.getOffset().equals(ZoneOffset.UTC)
                  ? null
                  : publishedAt.getOffset().getId(),
              modifiedAt,
              fetchedAt,
              language,
              text,
              tables == null ? List.of() : tables,
              flags == null ? List.of() : flags,
              copyOf);
      return new Extraction(article, entities, figures, commitments, signals);
    }
  }
}
