package io.chipwire.archive;

import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import java.nio.charset.StandardCharsets;

/** Words the rejections of this stage alike. */
final class Refusals {

  private Refusals() {}

  static Rejection of(RejectionReason reason, String source, String message) {
    return of(reason, source, message, "");
  }

  static Rejection of(RejectionReason reason, String source, String message, String excerpt) {
    return new Rejection(Rejection.Stage.OPEN, reason, source, source + ": " + message, excerpt);
  }

  /** The beginning of some bytes as text, for a person to recognise. */
  static String excerpt(byte[] bytes, int length) {
    return new String(bytes, 0, Math.min(length, Rejection.MAX_EXCERPT), StandardCharsets.UTF_8);
  }
}
