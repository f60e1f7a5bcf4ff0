package io.chipwire.quantity;

import io.chipwire.table.Words;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the noun that a number counts, by part-of-speech tags: the last plural of the noun phrase
 * behind the number.
 */
final class CountNouns {

  private static final Words WORDS = Words.beside(CountNouns.class);

  /** A counted noun in the singular; {@code end} behind its last piece. */
  record Noun(String unit, int end) {}

  /** Most pieces between a number and its noun; longer phrases are rare and often misread. */
  private static final int REACH = 9;

  private static final BigDecimal TRILLION = BigDecimal.valueOf(1_000_000_000_000L);
  private static final Pattern MODEL = Pattern.compile("\\d+[A-Z]{1,2}|[A-Z]{1,4}\\d+\\w*");
  private static final Set<String> MODIFIERS = WORDS.of("count-nouns.modifiers");
  private static final Set<String> ADJECTIVAL = Set.of("JJ", "NN", "VBN", "VBG");
  private static final Set<String> JOINED = Set.of("JJ", "NN", "VBG", "NNP");
  private static final Set<String> DETERMINERS = WORDS.of("count-nouns.determiners");

  private final Vocabulary vocabulary;

  CountNouns(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The noun counted by a number that ends at {@code at}, or null. */
  @Nullable Noun read(Line line, Numeral numeral, int at) {
    int from = at;
    if (line.at(from).is("of")) {
      boolean vague = numeral.shape() == Numeral.Shape.ORDER;
      boolean determined = DETERMINERS.contains(line.at(from + 1).lower());
      boolean owned = isOwner(line, from + 1);
      if (!vague && !determined && !owned) {
        return null;
      }
      from++;
    }
    if (line.at(from).isDash() && line.at(from + 1).is("strong")) {
      String group = vocabulary.groups.get(line.at(from + 2).lower());
      return new Noun(group == null ? "person" : group, from + 2);
    }
    if (line.at(from).isDash()) {
      return hyphenated(line, from + 1);
    }
    if (line.at(from - 1).is("plus") && vocabulary.adjectival.contains(line.at(from).lower())) {
      return new Noun(singular(line, from), from + 1);
    }
    Noun noun = phrase(line, from, numeral.isScaled() || line.at(at - 1).text().indexOf(',') > 0);
    boolean trillion = numeral.letter() && numeral.factor().compareTo(TRILLION) == 0;
    if (trillion && noun != null && !vocabulary.trillions.contains(noun.unit())) {
      return null;
    }
    boolean list = noun != null && vocabulary.listed.contains(line.at(noun.end() - 1).lower());
    return list && numeral.isSmall() ? null : noun;
  }

  /** Whether a name with a possessive stands here: "60 of ASML's scanners". */
  private static boolean isOwner(Line line, int from) {
    for (int i = from; i < from + 4; i++) {
      if (line.at(i).is("'s") || line.at(i).is("’s")) {
        return true;
      }
      if (!line.at(i).isCapitalised()) {
        return false;
      }
    }
    return false;
  }

  private @Nullable Noun hyphenated(Line line, int at) {
    boolean known = line.at(at).glued() && vocabulary.adjectival.contains(line.at(at).lower());
    return known ? new Noun(singular(line, at), at + 1) : null;
  }

  private @Nullable Noun phrase(Line line, int from, boolean large) {
    int i = from;
    int last = Math.min(line.size(), from + REACH);
    while (i < last) {
      Piece piece = line.at(i);
      PhraseTable.Match<String> compound = vocabulary.compounds.startingAt(line.pieces(), i);
      if (compound != null) {
        return new Noun(compound.value(), compound.edge());
      }
      if (piece.isWord() && isPlural(line, i, from, large)) {
        return isHead(line, i) ? noun(line, i) : null;
      }
      if (piece.isNumber() && i > from && line.at(from - 1).is("of")) {
        // "2,000 of its 15,000 workers": both count workers.
        Noun rest = phrase(line, i + 1, large);
        return rest == null ? null : new Noun(rest.unit(), i);
      }
      if (!mayPrecede(line, i, from)) {
        return null;
      }
      i++;
    }
    return null;
  }

  private boolean isPlural(Line line, int at, int from, boolean large) {
    Piece piece = line.at(at);
    if (vocabulary.plurals.containsKey(piece.lower())) {
      return true;
    }
    String tag = line.tag(at);
    boolean ends = piece.lower().endsWith("s") && piece.text().length() > 2;
    // Taggers take "3,000 ships" for a verb and "TPUs" for a name.
    return tag.equals("NNS")
        || (tag.equals("NN") && looksPlural(piece.lower()) && !line.tag(at + 1).startsWith("NN"))
        || (ends && at == from && tag.equals("VBZ") && large)
        || (ends && (tag.equals("NNPS") || (tag.equals("NNP") && isAcronym(piece.text()))));
  }

  /** "Proteins", which taggers at times take for a singular; not "glass", "status", "basis". */
  private static boolean looksPlural(String word) {
    int length = word.length();
    return length > 4
        && word.endsWith("s")
        && "sui".indexOf(word.charAt(length - 2)) < 0
        && !word.endsWith("ics");
  }

  /** "TPUs", "EVs". */
  private static boolean isAcronym(String word) {
    String stem = word.substring(0, word.length() - 1);
    return stem.length() >= 2
        && stem.chars().allMatch(c -> Character.isUpperCase(c) || Character.isDigit(c))
        && Character.isLetter(stem.charAt(0));
  }

  /** Whether the plural here is the head and not the first part of a longer noun. */
  private static boolean isHead(Line line, int at) {
    return !isTied(line, at);
  }

  /**
   * The head of a phrase whose first plural is at {@code at}: "sales jobs", "data center
   * operators".
   */
  private @Nullable Noun noun(Line line, int at) {
    int head = at;
    for (int i = at + 1; i < at + 4 && line.at(i).isWord(); i++) {
      String tag = line.tag(i);
      if (tag.equals("NNS")) {
        head = i;
      } else if (!tag.equals("NN")) {
        break;
      }
    }
    if (vocabulary.uncounted.contains(line.at(head).lower())) {
      return null;
    }
    String unit = singular(line, head);
    boolean tied = line.at(head).glued() && line.at(head - 1).isDash() && line.at(head - 1).glued();
    return new Noun(tied ? line.at(head - 2).lower() + "-" + unit : unit, head + 1);
  }

  private boolean mayPrecede(Line line, int at, int from) {
    Piece piece = line.at(at);
    String tag = line.tag(at);
    if (piece.isDash() || piece.is("/") || piece.is("&") || piece.is("+")) {
      return at > from && piece.glued() == line.at(at + 1).glued();
    }
    boolean compound = at > from && (line.at(at - 1).isDash() && piece.glued() || isTied(line, at));
    boolean name =
        piece.isCapitalised()
            && (at > from || line.tag(at + 1).equals("NNS") || isModel(line, at + 1));
    boolean model = at > from && line.at(at - 1).isCapitalised() && isModel(line, at);
    if (compound || name || model) {
      return true;
    }
    if (piece.is("“") || piece.is("\"") || piece.is("‘") || piece.is("”")) {
      return true;
    }
    if (piece.is(",")) {
      return line.tag(at - 1).startsWith("JJ") && ADJECTIVAL.contains(line.tag(at + 1));
    }
    if (piece.is("and") || piece.is("or")) {
      return at > from && JOINED.contains(line.tag(at - 1));
    }
    boolean determiner = at == from && DETERMINERS.contains(piece.lower());
    boolean latest = piece.is("latest");
    if (determiner || latest) {
      return true;
    }
    boolean adverb = tag.equals("RB") && !piece.lower().endsWith("ly") && !piece.is("more");
    if (adverb && !line.tag(at + 1).equals("NNS")) {
      return false;
    }
    return MODIFIERS.contains(tag) && !vocabulary.uncounted.contains(piece.lower());
  }

  /** "910C" of "600,000 Ascend 910C chips". */
  private static boolean isModel(Line line, int at) {
    Piece letters = line.at(at + 1);
    boolean apart =
        line.at(at).isNumber()
            && letters.glued()
            && letters.isCapitalised()
            && letters.text().length() <= 2;
    return apart || MODEL.matcher(line.at(at).text()).matches();
  }

  /** Whether a hyphen ties the next word to this one: "bought-in". */
  private static boolean isTied(Line line, int at) {
    boolean hyphen = line.at(at + 1).is("-") || line.at(at + 1).is("‑");
    return hyphen && line.at(at + 1).glued() && line.at(at + 2).glued();
  }

  private String singular(Line line, int at) {
    String word = line.at(at).lower();
    String known = vocabulary.plurals.get(word);
    return known != null ? known : line.singular(word);
  }
}
