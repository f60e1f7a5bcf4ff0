package io.chipwire.entity;

import io.chipwire.fact.EntityType;
import io.chipwire.language.Sentence;
import io.chipwire.lexicon.Lexicon;
import io.chipwire.table.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Products that the lexicon does not know, by their shape and the noun beside them: "its MX450X
 * accelerators", "the Falcon chip".
 */
final class ProductNames {

  private static final Words WORDS = Words.beside(ProductNames.class);
  private static final Pattern LETTERS_DIGITS =
      Pattern.compile("[A-Z][A-Za-z]{0,7}\\d{1,5}[A-Za-z]{0,3}\\d{0,2}|\\d{1,4}[A-Z]{1,2}");
  private static final Pattern NUMBER = Pattern.compile("[A-Z]?\\d{1,5}[A-Za-z]{0,3}");
  private static final Pattern NO_PRODUCT =
      Pattern.compile(
          "(Q[1-4]|[1-4]Q|H[12]|[12]H|FY|CY|F?[1-4]Q|CO|COVID|G)\\d*|[A-Z]?\\d+[A-Z]?M|"
              + "\\d+[GKMBTDWVx]|\\d+[GMTK][BbW]|(19|20)\\d\\d[A-Z]?");
  private static final Set<String> OWNER_MARKS = WORDS.of("product-names.owner-marks");
  private static final Set<String> CHIP_NOUNS = WORDS.of("product-names.chip-nouns");
  private static final int NEAR = 3;

  private final NameCues cues;
  private final Lexicon lexicon;

  ProductNames(NameCues cues, Lexicon lexicon) {
    this.cues = cues;
    this.lexicon = lexicon;
  }

  /** The products of a sentence outside the tokens already taken. */
  List<Sighting> find(Sentence sentence, List<Sighting> taken) {
    List<Sighting> found = new ArrayList<>();
    for (int i = 0; i < sentence.size(); i++) {
      int at = i;
      if (taken.stream().anyMatch(s -> s.overlaps(at, at + 1))) {
        continue;
      }
      int first = i;
      int end = i + 1;
      String word = sentence.word(i);
      String next = end < sentence.size() ? sentence.word(end) : "";
      if (cues.is("product-line", word) && NUMBER.matcher(next).matches() && !year(next)) {
        end++;
      } else if (LETTERS_DIGITS.matcher(word).matches()
          && !NO_PRODUCT.matcher(word).matches()
          && besideProduct(sentence, i, taken)) {
        while (first > 0 && cues.is("product-line", sentence.word(first - 1))) {
          first--;
        }
      } else if (!newChip(sentence, i, next)) {
        continue;
      }
      while (end + 1 < sentence.size()
          && Letters.joiningHyphen(sentence, end)
          && NUMBER.matcher(sentence.word(end + 1)).matches()) {
        end += 2;
      }
      found.add(Sighting.guessed(sentence, first, end, EntityType.PRODUCT, true));
      i = end - 1;
    }
    return found;
  }

  private static boolean year(String word) {
    return word.matches("(19|20)\\d\\d");
  }

  private boolean besideProduct(Sentence sentence, int i, List<Sighting> taken) {
    for (int j = Math.max(0, i - 2); j < Math.min(sentence.size(), i + 1 + NEAR); j++) {
      if (j != i && cues.is("product-noun", sentence.word(j).toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    int before = i > 0 && OWNER_MARKS.contains(sentence.word(i - 1)) ? i - 1 : i;
    return before > 0
        && taken.stream()
            .anyMatch(
                s ->
                    s.end() == before
                        && !s.readings().isEmpty()
                        && s.readings().get(0).entry().type() == EntityType.COMPANY);
  }

  /** "its Falcon chip": one capitalised word that is no demonym, before the word chip. */
  private boolean newChip(Sentence sentence, int i, String next) {
    String word = sentence.word(i);
    return i > 0
        && word.length() > 3
        && Letters.capitalised(word)
        && !Letters.allCapitals(word)
        && CHIP_NOUNS.contains(next.toLowerCase(Locale.ROOT))
        && OWNER_MARKS.contains(sentence.word(i - 1))
        && !cues.is("never", word)
        && !cues.is("generic", word)
        && !cues.is("organization", word)
        && !cues.is("company", word)
        && lexicon.descriptor(word + " company").filter(d -> d.country() != null).isEmpty();
  }
}
