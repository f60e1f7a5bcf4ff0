package io.chipwire.read;

import io.chipwire.table.Rows;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a text. The declared one is believed if the text's script and commonest
 * words agree, which costs microseconds; else the text is told by its script alone, or given to
 * OpenNLP's detector, whose model (12 MB, a second) is loaded when it is first needed. Stateless;
 * safe to share between threads.
 */
final class LanguageTeller {

  /** How much of a text is looked at, in characters. */
  private static final int SEEN = 1_200;

  /** Share of words that must be function words of a language for it to be believed. */
  private static final double BELIEVED = 0.12;

  private static final Map<String, Set<String>> WORDS = words();

  private LanguageTeller() {}

  /** The ISO 639-1 code, or null if it cannot be told. */
  static @Nullable String tell(@Nullable String declaredTag, String text) {
    String declared = code(declaredTag);
    String seen = text.substring(0, Math.min(text.length(), SEEN));
    String byScript = Script.of(seen).language(declared);
    if (byScript != null) {
      return byScript;
    }
    if (declared != null && share(seen, WORDS.getOrDefault(declared, Set.of())) >= BELIEVED) {
      return declared;
    }
    String clear = clearlyOneOf(seen);
    if (clear != null) {
      return clear;
    }
    return seen.length() < 40 ? declared : detected(seen, declared);
  }

  /** The language whose function words are frequent and twice as frequent as the next one's. */
  private static @Nullable String clearlyOneOf(String text) {
    String best = null;
    double most = 0;
    double second = 0;
    for (var language : WORDS.entrySet()) {
      double share = share(text, language.getValue());
      if (share > most) {
        second = most;
        most = share;
        best = language.getKey();
      } else if (share > second) {
        second = share;
      }
    }
    return most >= 2 * BELIEVED && most >= 2 * second ? best : null;
  }

  private static double share(String text, Set<String> words) {
    int all = 0;
    int hits = 0;
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
      if (letter && start < 0) {
        start = i;
      } else if (!letter && start >= 0) {
        all++;
        hits += words.contains(text.substring(start, i).toLowerCase(Locale.ROOT)) ? 1 : 0;
        start = -1;
      }
    }
    return all < 8 ? 0 : (double) hits / all;
  }

  private static @Nullable String detected(String text, @Nullable String declared) {
    Language language = new LanguageDetectorME(Detector.MODEL).predictLanguage(text);
    String code = twoLetters(language.getLang());
    return code == null ? declared : code;
  }

  /** "en-US", "en_GB" → en; null if it is no language tag. */
  private static @Nullable String code(@Nullable String tag) {
    if (tag == null) {
      return null;
    }
    String code = tag.split("[-_,; ]", 2)[0].toLowerCase(Locale.ROOT);
    if (code.length() == 3) {
      return twoLetters(code);
    }
    return code.matches("[a-z]{2}") ? (code.equals("nb") || code.equals("nn") ? "no" : code) : null;
  }

  private static @Nullable String twoLetters(String threeLetters) {
    return switch (threeLetters) {
      case "cmn", "zho" -> "zh";
      case "nob", "nno" -> "no";
      default -> ThreeLetters.TO_TWO.get(threeLetters);
    };
  }

  private static Map<String, Set<String>> words() {
    Map<String, Set<String>> words = new HashMap<>();
    for (Rows.Row row : Rows.of(LanguageTeller.class, "function-words.tsv")) {
      words.put(row.cell(0), Set.copyOf(new HashSet<>(row.cells().subList(1, row.cells().size()))));
    }
    return Map.copyOf(words);
  }

  /** Loaded when a language has to be detected. */
  private static final class Detector {
    static final LanguageDetectorModel MODEL = load();

    private static LanguageDetectorModel load() {
      try (InputStream in =
          LanguageDetectorModel.class.getResourceAsStream("/langdetect-183.bin")) {
        if (in == null) {
          throw new IllegalStateException("langdetect-183.bin: not in opennlp-models-langdetect");
        }
        return new LanguageDetectorModel(in);
      } catch (IOException e) {
        throw new UncheckedIOException("langdetect-183.bin", e);
      }
    }
  }

  private static final class ThreeLetters {
    static final Map<String, String> TO_TWO = map();

    private static Map<String, String> map() {
      Map<String, String> map = new HashMap<>();
      for (String two : Locale.getISOLanguages()) {
        map.put(Locale.of(two).getISO3Language(), two);
      }
      return Map.copyOf(map);
    }
  }
}
