package io.chipwire.web;

import java.net.URI;

/**
 * A document that is wanted.
 *
 * @param uri absolute, http or https, see {@link WebAddress#parse}
 * @param validators of the version that is known
 * @param attempt how often it was tried before, counted from 0
 */
public record FetchRequest(URI uri, Validators validators, int attempt) {

  /** A first try at a document that is not known. */
  public static FetchRequest of(URI uri) {
    return new FetchRequest(uri, Validators.NONE, 0);
  }
}
