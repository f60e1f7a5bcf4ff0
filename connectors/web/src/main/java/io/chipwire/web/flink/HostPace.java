package io.chipwire.web.flink;

import org.jspecify.annotations.Nullable;

/**
 * Where one host stands: the small part of its state. The links that wait stand beside it, by
 * number.
 *
 * @param first number of the first link that waits for its first attempt
 * @param end number behind the last one
 * @param retries how many wait for a further attempt
 * @param tries number of the next one to do so
 * @param nextAllowed when it may be asked again, in milliseconds since 1970
 * @param atHand what is being asked for; null if nothing is
 */
public record HostPace(
    long first, long end, int retries, long tries, long nextAllowed, @Nullable PendingLink atHand) {

  static final HostPace IDLE = new HostPace(0, 0, 0, 0, 0, null);

  boolean isIdle() {
    return waiting() == 0 && atHand == null;
  }

  long waiting() {
    return end - first + retries;
  }

  HostPace withOneMore() {
    return new HostPace(first, end + 1, retries, tries, nextAllowed, atHand);
  }

  /** The first link of the queue is now at hand. */
  HostPace askingFirst(PendingLink link) {
    return new HostPace(first + 1, end, retries, tries, nextAllowed, link);
  }

  /** A link that was tried before is now at hand again. */
  HostPace askingAgain(PendingLink link) {
    return new HostPace(first, end, retries - 1, tries, nextAllowed, link);
  }

  HostPace withOneToTryAgain() {
    return new HostPace(first, end, retries + 1, tries + 1, nextAllowed, atHand);
  }

  HostPace restUntil(long time) {
    return new HostPace(first, end, retries, tries, time, null);
  }
}
