package io.chipwire.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Writes a {@link Rejection} as one JSON object on one line, the same wherever rejections are kept.
 * Stateless; safe to share between threads.
 */
public final class RejectionJson {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private RejectionJson() {}

  /** One line, without a line end. */
  public static String write(Rejection rejection) {
    try {
      return MAPPER.writeValueAsString(rejection);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("rejection of " + rejection.source(), e);
    }
  }
}
