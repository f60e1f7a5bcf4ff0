package io.chipwire.article;

/** Why an input was refused. Names are part of the output; do not rename. */
public enum RejectionReason {
  /** Nothing in it. */
  EMPTY,
  /** The path does not exist. */
  NOT_FOUND,
  /** The file system refused. */
  UNREADABLE,
  /** Larger than the limit. */
  TOO_LARGE,
  /**
   * An archive or compressed stream that ends or breaks in the middle; what stood before is kept.
   */
  TRUNCATED,
  /** A record that does not follow its format. */
  MALFORMED,
  /** Neither text nor HTML. */
  BINARY,
  /** A page without an article. */
  NO_ARTICLE,
  /** A page that lists articles. */
  LISTING,
  /** A page that tells of an error, such as "not found". */
  ERROR_PAGE,
  /** Only the teaser of an article behind a paywall. */
  PAYWALL_STUB,
  /** Took longer than the limit. */
  TIMEOUT,
  /** The site's robots.txt forbids it, or cannot be had. */
  DISALLOWED,
  /** Its publisher reserves its use by machines, see {@link PageFlag#NO_AI}. */
  OPTED_OUT,
  /** An address that nothing from outside may lead to, such as one of the private network. */
  FORBIDDEN_ADDRESS,
  /** The host is not known, does not answer, or breaks the connection. */
  UNREACHABLE,
  /** The server answered with a status that brings no document. */
  HTTP_STATUS,
  /** So much of one host waits already that no more is taken. */
  OVERLOADED,
  /** A source that used to have news and has had none for long; nothing was refused. */
  SILENT,
  /** A fault of ours; the message says which. */
  INTERNAL
}
