package io.chipwire.web;

import java.net.URI;

/** Where a redirect leads (RFC 9110, 15.4). */
final class Redirects {

  private Redirects() {}

  static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  /**
   * The address in the Location header.
   *
   * @throws FetchException if there is none that can be asked
   */
  static URI target(Reply reply, URI from) throws FetchException {
    String location = reply.header("Location").orElse("");
    return WebAddress.parse(location, from)
        .orElseThrow(
            () ->
                new FetchException(
                    FetchFailure.REDIRECT,
                    false,
                    from
                        + ": redirects to \""
                        + (location.length() > 200 ? location.substring(0, 200) : location)
                        + "\"; expected an http or https address"));
  }
}
