package io.chipwire.notify;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt went.
 *
 * @param status the receiver's HTTP or SMTP status, or null where there was none
 * @param detail for people, without secrets
 * @param retryAfter how long the receiver wants to be left alone, or null
 */
public record Receipt(
    Verdict verdict, @Nullable Integer status, String detail, @Nullable Duration retryAfter) {

  private static final int LONGEST_DETAIL = 300;

  /** What it means. */
  public enum Verdict {
    /** The receiver has it. */
    ACCEPTED,
    /** Not this time. */
    LATER,
    /** Not this way, however often it is tried. */
    NEVER,
    /** The receiver wants nothing any more. */
    GONE
  }

  /** Keeps the detail short and on one line. */
  public Receipt {
    String line = detail.replaceAll("\\p{Cntrl}+", " ").strip();
    detail = line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL);
  }

  static Receipt accepted(@Nullable Integer status, String detail) {
    return new Receipt(Verdict.ACCEPTED, status, detail, null);
  }

  static Receipt later(@Nullable Integer status, String detail) {
    return new Receipt(Verdict.LATER, status, detail, null);
  }

  static Receipt never(String detail) {
    return new Receipt(Verdict.NEVER, null, detail, null);
  }
}
