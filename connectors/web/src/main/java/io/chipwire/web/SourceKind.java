package io.chipwire.web;

/** What stands at a watched address. Names are kept in checkpoints; do not rename. */
public enum SourceKind {
  /** RSS, Atom or JSON Feed; which one, its first bytes say. */
  FEED,
  /** A sitemap, news sitemap or index of sitemaps (sitemaps.org), perhaps gzipped. */
  SITEMAP,
  /** Plain text, an address a line; lines that begin with # are comments. */
  LIST,
  /**
   * A feed of EDGAR's filings (Atom or RSS) or a company's list of them (JSON), each with an index
   * page of its documents.
   */
  FILINGS
}
