package io.chipwire.article;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place in an input at which one JSON object stands that is to be a page: a line of an archive, a
 * record of a topic.
 *
 * <p>The object has the article either as {@code text}, with {@code title}, {@code publisher},
 * {@code publishedAt} and {@code language} beside it, or as {@code html}, a page's source, which
 * says these things itself; its title and time then stand in where the page has none. {@code url}
 * and {@code id} may stand beside both. Immutable.
 *
 * @param source see {@link Page#source()}
 * @param ordinal see {@link Page#ordinal()}
 * @param fetchedAt see {@link Page#fetchedAt()}
 * @param obeysOptOuts see {@link Page#obeysOptOuts()}
 * @param watched see {@link Page#watched()}
 */
public record JsonInput(
    String source,
    long ordinal,
    @Nullable Instant fetchedAt,
    boolean obeysOptOuts,
    @Nullable String watched) {

  /**
   * Reads the object.
   *
   * @param json may be longer, and is not kept
   * @param length how many of the bytes belong to the object
   * @param charset the character set of the bytes, or null for JSON's own rules (UTF-8)
   * @return the page, or a rejection of the stage {@code OPEN} that names the place
   */
  public Intake read(byte[] json, int length, @Nullable Charset charset) {
    JsonDocument document;
    try {
      document = JsonDocument.parse(json, length, charset);
    } catch (IOException e) {
      return refuse(
          RejectionReason.MALFORMED,
          "expected one JSON object: " + JsonDocument.reason(e),
          json,
          length);
    }
    if (document.text() != null && document.html() != null) {
      return refuse(
          RejectionReason.MALFORMED,
          "fields \"text\" and \"html\": expected one of them",
          json,
          length);
    }
    String field = document.html() == null ? "text" : "html";
    String content = document.html() == null ? document.text() : document.html();
    if (content == null) {
      return refuse(
          RejectionReason.MALFORMED,
          "expected a field \"text\" with the article's text, or \"html\" with its page",
          json,
          length);
    }
    if (content.isBlank()) {
      return refuse(RejectionReason.EMPTY, "field \"" + field + "\" is blank", json, length);
    }
    return Intake.of(document.html() == null ? text(document, content) : html(document, content));
  }

  private Page text(JsonDocument document, String text) {
    TextDocument ready =
        new TextDocument(
            document.title(),
            document.publisher(),
            document.publishedAt(),
            document.language(),
            text);
    return new Page(
        source,
        ordinal,
        document.id(),
        document.url(),
        null,
        fetchedAt,
        null,
        ready,
        obeysOptOuts,
        null,
        watched,
        false);
  }

  private Page html(JsonDocument document, String html) {
    return new Page(
        source,
        ordinal,
        document.id(),
        document.url(),
        StandardCharsets.UTF_8.name(),
        fetchedAt,
        html.getBytes(StandardCharsets.UTF_8),
        null,
        obeysOptOuts,
        new Announcement(document.title(), document.publishedAt()),
        watched,
        false);
  }

  private Intake refuse(RejectionReason reason, String message, byte[] json, int length) {
    return Intake.of(
        new Rejection(
            Rejection.Stage.OPEN,
            reason,
            source,
            source + ": " + message,
            new String(json, 0, Math.min(length, Rejection.MAX_EXCERPT), StandardCharsets.UTF_8)));
  }
}
