package io.chipwire.notify;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.SendFailedException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a failure to send a mail means for its delivery. */
final class MailReceipt {

  /** A reply of RFC 5321: what the library takes as a failure's message where there was one. */
  private static final Pattern REPLY = Pattern.compile("(?s)([45]\\d\\d)[ -].*");

  /** Ours to mend, not the receiver's (RFC 4954, section 6, and RFC 3207, section 4). */
  private static final Set<Integer> CREDENTIALS = Set.of(530, 534, 535, 538);

  private MailReceipt() {}

  /**
   * What the server refuses for good is never tried again, whether it is the sender, the receiver
   * or the mail that it refuses; all else is.
   */
  static Receipt of(MailServer server, Throwable failure) {
    Throwable last = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String words = String.valueOf(cause.getMessage());
      if (cause instanceof AuthenticationFailedException) {
        return unauthenticated(server, words);
      }
      Matcher reply = REPLY.matcher(words);
      if (cause instanceof SendFailedException && reply.matches()) {
        int status = Integer.parseInt(reply.group(1));
        if (CREDENTIALS.contains(status)) {
          return unauthenticated(server, words);
        }
        return new Receipt(
            status >= 500 ? Receipt.Verdict.NEVER : Receipt.Verdict.LATER,
            status,
            server + ": " + words,
            null);
      }
      last = cause;
    }
    return Receipt.later(null, server + ": " + last.getClass().getSimpleName());
  }

  private static Receipt unauthenticated(MailServer server, String words) {
    Matcher reply = REPLY.matcher(words);
    return Receipt.later(
        reply.matches() ? Integer.valueOf(reply.group(1)) : null,
        server + " does not take our user and password: " + words);
  }
}
