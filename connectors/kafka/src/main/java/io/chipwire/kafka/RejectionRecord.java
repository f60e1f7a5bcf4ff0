package io.chipwire.kafka;

import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionJson;
import java.nio.charset.StandardCharsets;

/**
 * A rejection as a record of a topic, the same JSON as in the file of rejections. Immutable.
 *
 * @param key its source
 * @param value the object, UTF-8
 */
public record RejectionRecord(String key, byte[] value) {

  /**
   * Longest source and longest message, in UTF-16 code units. Both may quote what came from
   * outside, and a record that a broker does not take would stop the job.
   */
  private static final int MAX_TEXT = 16_384;

  /** The record of a rejection; an overlong source or message is cut. */
  public static RejectionRecord of(Rejection rejection) {
    Rejection held =
        new Rejection(
            rejection.stage(),
            rejection.reason(),
            cut(rejection.source()),
            cut(rejection.message()),
            rejection.excerpt());
    return new RejectionRecord(
        held.source(), RejectionJson.write(held).getBytes(StandardCharsets.UTF_8));
  }

  private static String cut(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
  }
}
