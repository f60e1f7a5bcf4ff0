package io.chipwire.app.export;

import io.chipwire.fact.Labelled;

/** How an export is written. */
public enum RowFormat implements Labelled {
  /** RFC 4180 with a header, in UTF-8. */
  CSV("text/csv; charset=utf-8"),
  /** A JSON object a line. */
  NDJSON("application/x-ndjson");

  private final String mediaType;

  RowFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** Its media type for HTTP. */
  public String mediaType() {
    return mediaType;
  }
}
