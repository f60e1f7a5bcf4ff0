package io.chipwire.read;

import org.jspecify.annotations.Nullable;

/** The writing system that most letters of a text belong to. */
enum Script {
  LATIN(null),
  CYRILLIC(null),
  ARABIC(null),
  HAN("zh"),
  KANA("ja"),
  HANGUL("ko"),
  HEBREW("he"),
  GREEK("el"),
  THAI("th"),
  DEVANAGARI("hi"),
  OTHER(null);

  private final @Nullable String language;

  Script(@Nullable String language) {
    this.language = language;
  }

  /**
   * The language that a script gives away: the declared one where several use it (Hindi and
   * Marathi), null where the script says too little.
   */
  @Nullable String language(@Nullable String declared) {
    if (this == DEVANAGARI && declared != null && !declared.equals("en")) {
      return declared;
    }
    return language;
  }

  static Script of(String text) {
    int[] counts = new int[values().length];
    text.codePoints().filter(Character::isLetter).forEach(c -> counts[of(c).ordinal()]++);
    // Japanese mixes kana with more Han characters; a tenth of kana gives it away.
    if (counts[KANA.ordinal()] * 10 > counts[HAN.ordinal()]
        && counts[KANA.ordinal()] * 8 > counts[LATIN.ordinal()]
        && counts[KANA.ordinal()] > 0) {
      return KANA;
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    // A Chinese or Korean character says as much as several Latin letters.
    for (Script dense : new Script[] {HAN, HANGUL}) {
      if (best == LATIN.ordinal() && counts[dense.ordinal()] * 2 > counts[best]) {
        return dense;
      }
    }
    return values()[best];
  }

  private static Script of(int codePoint) {
    if (codePoint < 0x250) {
      return LATIN;
    }
    return switch (Character.UnicodeScript.of(codePoint)) {
      case LATIN -> LATIN;
      case CYRILLIC -> CYRILLIC;
      case ARABIC -> ARABIC;
      case HAN -> HAN;
      case HIRAGANA, KATAKANA -> KANA;
      case HANGUL -> HANGUL;
      case HEBREW -> HEBREW;
      case GREEK -> GREEK;
      case THAI -> THAI;
      case DEVANAGARI -> DEVANAGARI;
      default -> OTHER;
    };
  }
}
