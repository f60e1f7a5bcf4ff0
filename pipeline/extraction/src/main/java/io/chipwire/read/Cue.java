package io.chipwire.read;

import java.util.Locale;

/** What an element's names say about it; see {@code names.tsv}. */
enum Cue {
  APART,
  LINKS,
  HARD,
  UNSEEN,
  ASIDE,
  BODY,
  CAPTION,
  BYLINE,
  TITLE,
  SUMMARY;

  /** The bit that stands for this cue in a set of cues. */
  int bit() {
    return 1 << ordinal();
  }

  /** Whether the set holds this cue. */
  boolean in(int cues) {
    return (cues & bit()) != 0;
  }

  static Cue named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
