package io.chipwire.web;

/** A feed, sitemap or list that cannot be read. The message is for people. */
final class UnreadableDocumentException extends Exception {

  private static final long serialVersionUID = 1;

  UnreadableDocumentException(String message) {
    super(message);
  }
}
