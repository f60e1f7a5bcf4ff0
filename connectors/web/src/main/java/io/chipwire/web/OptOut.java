package io.chipwire.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Whether headers reserve a document's use by machines: {@code tdm-reservation: 1} (W3C TDM
 * Reservation Protocol, 6.2), or {@code noai} in an {@code X-Robots-Tag} for all robots or for
 * ours.
 */
final class OptOut {

  private static final Set<String> NAMES = Set.of("", "*", FetchPolicy.PRODUCT);

  private OptOut() {}

  static boolean saidBy(Reply reply) {
    return reply.headers("tdm-reservation").stream().anyMatch(value -> value.strip().equals("1"))
        || reply.headers("X-Robots-Tag").stream().anyMatch(OptOut::forbids);
  }

  /** {@code noai, noindex}, or {@code chipwire: noai}. */
  private static boolean forbids(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    int colon = lower.indexOf(':');
    return NAMES.contains(lower.substring(0, Math.max(0, colon)).strip())
        && Arrays.asList(lower.substring(colon + 1).strip().split("[\\s,]+")).contains("noai");
  }
}
