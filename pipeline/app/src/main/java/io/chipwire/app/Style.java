package io.chipwire.app;

/**
 * Colours and weights on a terminal, or nothing of it elsewhere.
 *
 * @param colour whether escape sequences may be used
 */
record Style(boolean colour) {

  private static final String RESET = "\u001b[0m";

  /** A figure: bold yellow, or as it is. */
  String figure(String text) {
    return paint("\u001b[1;33m", text);
  }

  /** An entity: cyan, or as it is. */
  String entity(String text) {
    return paint("\u001b[36m", text);
  }

  /** A headline. */
  String bold(String text) {
    return paint("\u001b[1m", text);
  }

  /** Something of less weight. */
  String dim(String text) {
    return paint("\u001b[2m", text);
  }

  /** Where the sentence of a commitment begins or ends. */
  String commitment(String bracket) {
    return paint("\u001b[1;35m", bracket);
  }

  /** Good or more. */
  String green(String text) {
    return paint("\u001b[32m", text);
  }

  /** Bad or less. */
  String red(String text) {
    return paint("\u001b[31m", text);
  }

  private String paint(String code, String text) {
    return colour && !text.isEmpty() ? code + text + RESET : text;
  }
}
