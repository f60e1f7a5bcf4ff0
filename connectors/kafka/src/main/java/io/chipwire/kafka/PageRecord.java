package io.chipwire.kafka;

import io.chipwire.article.Intake;
import io.chipwire.article.JsonInput;
import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record of a topic of pages. Its value is one JSON object, see {@link JsonInput}; its key means
 * nothing to us.
 *
 * @param topic its topic
 * @param partition its partition
 * @param offset its place in the partition
 * @param timestamp in milliseconds since 1970; negative where it has none. It stands for the time
 *     at which the page was fetched, so that of two records of one article the one with the later
 *     time is the later revision, as it is with pages from the web
 * @param value UTF-8; null for a tombstone
 */
public record PageRecord(
    String topic, int partition, long offset, long timestamp, byte @Nullable [] value) {

  /**
   * The page, or why there is none.
   *
   * @param maxBytes longest value that is read
   * @param obeysOptOuts see {@link io.chipwire.article.Page#obeysOptOuts()}
   * @param watched the source's name, see {@link io.chipwire.article.Page#watched()}
   */
  public Intake intake(int maxBytes, boolean obeysOptOuts, String watched) {
    if (value == null) {
      return refuse(RejectionReason.EMPTY, "record without a value", "");
    }
    return read(value, maxBytes, obeysOptOuts, watched).withBytes(value.length);
  }

  private Intake read(byte[] json, int maxBytes, boolean obeysOptOuts, String watched) {
    if (json.length > maxBytes) {
      return refuse(
          RejectionReason.TOO_LARGE,
          "record of " + json.length + " bytes; expected at most " + maxBytes,
          new String(json, 0, Math.min(maxBytes, Rejection.MAX_EXCERPT), StandardCharsets.UTF_8));
    }
    Instant fetched = timestamp < 0 ? null : Instant.ofEpochMilli(timestamp);
    return new JsonInput(place(), timestamp, fetched, obeysOptOuts, watched)
        .read(json, json.length, null);
  }

  private String place() {
    return "kafka:" + topic + "/" + partition + "@" + offset;
  }

  private Intake refuse(RejectionReason reason, String message, String excerpt) {
    return Intake.of(
        new Rejection(Rejection.Stage.OPEN, reason, place(), place() + ": " + message, excerpt));
  }
}
