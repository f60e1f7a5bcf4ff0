package io.chipwire.archive;

import java.util.Locale;

/** What a file holds, told by its name; whether it is gzipped is told by its first bytes. */
public enum ArchiveFormat {
  /** One page. */
  HTML,
  /** One JSON object a line. */
  JSON_LINES,
  /** Web archive, ISO 28500. */
  WARC,
  /** The name does not say: the first bytes will. */
  UNKNOWN;

  /** Tells the format by the ending of a file's name, upper or lower case, {@code .gz} or not. */
  public static ArchiveFormat ofName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String bare = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
    return switch (bare.substring(bare.lastIndexOf('.') + 1)) {
      case "html", "htm", "xhtml" -> HTML;
      case "jsonl", "ndjson" -> JSON_LINES;
      case "warc" -> WARC;
      default -> UNKNOWN;
    };
  }
}
