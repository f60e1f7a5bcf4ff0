package io.chipwire.article;

/** What a page declares about itself that is no part of its text. */
public enum PageFlag {
  /** Part of the article is behind a paywall (schema.org {@code isAccessibleForFree}: false). */
  PAYWALL,
  /** A live blog: several dated posts under one address. */
  LIVE_BLOG,
  /** Robots meta {@code noindex}: not to be made searchable. */
  NO_INDEX,
  /** Robots meta {@code noai} or the TDM reservation protocol: not to be used for text mining. */
  NO_AI,
  /** Its date of publication lay in the future when it was fetched, and is left out. */
  FUTURE_DATE,
  /** It was old when it was found, and is no news. */
  LATE,
  /** Somebody wanted it taken in once more, whether it changed or not. */
  REPLAYED
}
