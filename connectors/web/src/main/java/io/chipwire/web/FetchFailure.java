package io.chipwire.web;

import io.chipwire.article.RejectionReason;

/** Why a document could not be had. Names are kept in checkpoints; do not rename. */
public enum FetchFailure {
  /** Not an address that can be asked. */
  INVALID_ADDRESS(RejectionReason.MALFORMED),
  /** Leads into a network that the configuration does not allow. */
  FORBIDDEN_ADDRESS(RejectionReason.FORBIDDEN_ADDRESS),
  /** The name has no address. */
  UNKNOWN_HOST(RejectionReason.UNREACHABLE),
  /** Refused or broke the connection. */
  UNREACHABLE(RejectionReason.UNREACHABLE),
  /** No trust in the server: an invalid certificate, an old protocol. */
  TLS(RejectionReason.UNREACHABLE),
  /** Not done within the time limit. */
  TIMEOUT(RejectionReason.TIMEOUT),
  /** Larger than the limit, as sent or decompressed. */
  TOO_LARGE(RejectionReason.TOO_LARGE),
  /** Redirected in a circle, too often, or to nowhere. */
  REDIRECT(RejectionReason.HTTP_STATUS),
  /** A status without a document, such as 404. */
  STATUS(RejectionReason.HTTP_STATUS),
  /** A status of 500 or more: a fault of the server. */
  SERVER_STATUS(RejectionReason.HTTP_STATUS),
  /** A body that does not follow its content coding. */
  MALFORMED(RejectionReason.MALFORMED),
  /** The robots.txt could not be had, so that nothing may be asked for the time being. */
  ROBOTS_UNAVAILABLE(RejectionReason.DISALLOWED),
  /** A fault of ours. */
  INTERNAL(RejectionReason.INTERNAL);

  private final RejectionReason rejection;

  FetchFailure(RejectionReason rejection) {
    this.rejection = rejection;
  }

  /** The same in the words of the pipeline. */
  public RejectionReason rejection() {
    return rejection;
  }
}
