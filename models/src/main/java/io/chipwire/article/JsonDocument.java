package io.chipwire.article;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a document's JSON that mean something to us; others are passed over unread. A field
 * that is null, or an object where a word is expected, counts as missing, and so does a date that
 * is none: a text without its date is worth more than no text.
 */
record JsonDocument(
    @Nullable String id,
    @Nullable String url,
    @Nullable String title,
    @Nullable String publisher,
    @Nullable Instant publishedAt,
    @Nullable String language,
    @Nullable String text,
    @Nullable String html) {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(200)
                  .maxStringLength(Integer.MAX_VALUE) // the length of the bytes is the bound
                  .build())
          .build();

  /** The first that fits wins; a date without a time or zone is taken as UTC. */
  @SuppressWarnings("UnnecessaryLambda")
  /** No article has a date outside of these, and none must stop those who count in milliseconds. */
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private static final List<Function<String, Instant>> DATES =
      List.of(
          s -> OffsetDateTime.parse(s).toInstant(),
          s -> LocalDate.parse(s).atStartOfDay().toInstant(ZoneOffset.UTC),
          s -> LocalDateTime.parse(s.replace(' ', 'T')).toInstant(ZoneOffset.UTC),
          s -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(s)));

  /**
   * Reads one document.
   *
   * @param charset the character set of the bytes, or null for JSON's own rules (UTF-8)
   * @throws IOException if it is not exactly one JSON object
   */
  static JsonDocument parse(byte[] json, int length, @Nullable Charset charset) throws IOException {
    try (JsonParser parser =
        charset == null
            ? FACTORY.createParser(json, 0, length)
            : FACTORY.createParser(new String(json, 0, length, charset))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("found " + parser.currentToken());
      }
      JsonDocument document = fields(parser);
      if (parser.nextToken() != null) {
        throw new IOException("something follows the object");
      }
      return document;
    }
  }

  private static JsonDocument fields(JsonParser parser) throws IOException {
    String id = null;
    String url = null;
    String title = null;
    String publisher = null;
    String publishedAt = null;
    String language = null;
    String text = null;
    String html = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      if (parser.nextToken().isStructStart()) {
        parser.skipChildren();
        continue;
      }
      switch (name) {
        case "id" -> id = word(parser);
        case "url" -> url = word(parser);
        case "title" -> title = word(parser);
        case "publisher" -> publisher = word(parser);
        case "publishedAt" -> publishedAt = word(parser);
        case "language" -> language = word(parser);
        case "text" -> text = string(parser);
        case "html" -> html = string(parser);
        default -> parser.skipChildren();
      }
    }
    return new JsonDocument(id, url, title, publisher, instant(publishedAt), language, text, html);
  }

  private static @Nullable String string(JsonParser parser) throws IOException {
    return parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : null;
  }

  private static @Nullable String word(JsonParser parser) throws IOException {
    String value = parser.getValueAsString();
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static @Nullable Instant instant(@Nullable String value) {
    if (value == null) {
      return null;
    }
    for (Function<String, Instant> date : DATES) {
      try {
        Instant instant = date.apply(value);
        return instant.isBefore(EARLIEST) || instant.isAfter(LATEST) ? null : instant;
      } catch (DateTimeException e) {
        continue; // the next form may fit
      }
    }
    return null;
  }

  /** What a parser found wrong, in one line. */
  static String reason(IOException e) {
    String message =
        e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
    return String.valueOf(message).lines().findFirst().orElse("").strip();
  }
}
