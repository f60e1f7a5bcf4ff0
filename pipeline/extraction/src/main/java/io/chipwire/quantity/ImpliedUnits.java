package io.chipwire.quantity;

import io.chipwire.table.Words;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a bare number is a number of, told by the words before it: a label ("systems sold: 79"), a
 * noun that needs no unit ("a workforce of 44,000"), a person ("Oyelaran, 52, said") or an earlier
 * count ("2 million chips, of which 700,000…").
 */
final class ImpliedUnits {

  private static final Words WORDS = Words.beside(ImpliedUnits.class);
  private static final Set<String> RESUMING = WORDS.of("implied-units.resuming");
  private static final Set<String> LINKS = WORDS.of("implied-units.links");
  private static final Set<String> BOUNDS = WORDS.of("implied-units.bounds");
  private static final Set<String> VOLUMES = WORDS.of("implied-units.volumes");
  private static final Set<String> VOLUME_LINKS = WORDS.of("implied-units.volume-links");
  private static final int VOLUME_WITHIN = 14;
  private static final Set<String> AGED = Set.of("aged", "age", "ages");
  private static final Measure YEAR = new Measure(Measure.Kind.DURATION, "year", BigDecimal.ONE);
  private static final BigDecimal ADULT = BigDecimal.valueOf(16);
  private static final BigDecimal OLDEST = BigDecimal.valueOf(110);

  private final Vocabulary vocabulary;

  ImpliedUnits(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The unit that the context gives to a number without one, or null. */
  @Nullable Measure of(Line line, Draft draft, Ellipsis ellipsis) {
    Numeral numeral = draft.numeral;
    if (!numeral.isPoint()) {
      return null;
    }
    if (isAge(line, draft)) {
      return YEAR;
    }
    Measure before = moved(line, draft, ellipsis);
    if (before != null) {
      return before;
    }
    String noun = headless(line, draft);
    if (noun == null) {
      noun = volume(line, draft);
    }
    if (noun == null && numeral.shape() == Numeral.Shape.DIGITS) {
      noun = labelled(line, draft);
    }
    if (noun == null) {
      noun = resumed(line, draft, ellipsis);
    }
    return noun == null ? null : measure(noun);
  }

  private static Measure measure(String unit) {
    return unit.equals("day")
        ? new Measure(Measure.Kind.DURATION, unit, BigDecimal.ONE)
        : Measure.count(unit);
  }

  /** "Aged 47", "who is 47,", "Marta Oyelaran, 52, said". */
  private static boolean isAge(Line line, Draft draft) {
    BigDecimal years = draft.low;
    boolean plain = line.at(draft.start).isNumber() && !line.at(draft.start).isFormatted();
    if (!plain || years == null || years.signum() == 0 || years.compareTo(OLDEST) > 0) {
      return false;
    }
    int before = draft.start - 1;
    if (AGED.contains(line.at(before).lower())) {
      return true;
    }
    Piece after = line.at(draft.end);
    boolean ends = after.is(",") || after.is(".") || after.is(";") || after.is(")");
    boolean is = line.at(before).is("is") || line.at(before).is("was");
    boolean person =
        line.at(before - 1).is("who")
            || line.at(before - 1).is("he")
            || line.at(before - 1).is("she");
    if (ends && is && person) {
      return true;
    }
    boolean apposition =
        after.is(",")
            && line.at(before).is(",")
            && line.at(before - 1).isCapitalised()
            && line.at(before - 2).isCapitalised()
            && !line.at(before - 3).is(",")
            && line.tag(before - 1).equals("NNP");
    return apposition && years.compareTo(ADULT) >= 0 && !line.at(draft.end + 1).isNumber();
  }

  /** "A workforce of more than 44,000", "days of inventory of 104". */
  private @Nullable String headless(Line line, Draft draft) {
    Piece number = line.at(draft.start);
    boolean large = draft.numeral.isScaled() || number.text().indexOf(',') > 0;
    for (int end = draft.start; end > 0 && end > draft.start - 5; end--) {
      PhraseTable.Match<String> noun = vocabulary.headless.endingAt(line.pieces(), end);
      boolean linked = LINKS.contains(line.at(end).lower()) && end < draft.start;
      if (noun != null && linked && (large || end == draft.start - 1)) {
        return noun.value();
      }
    }
    return null;
  }

  /** "Its monthly output of HBM wafers to about 240,000": what the volume is a volume of. */
  private static @Nullable String volume(Line line, Draft draft) {
    Piece number = line.at(draft.start);
    int at = draft.start - 1;
    while (at > 0 && BOUNDS.contains(line.at(at).lower())) {
      at--;
    }
    boolean large = draft.numeral.isScaled() || number.text().indexOf(',') > 0;
    if (!large || !VOLUME_LINKS.contains(line.at(at).lower())) {
      return null;
    }
    for (int of = at - 2; of >= Math.max(1, at - VOLUME_WITHIN); of--) {
      if (line.at(of).is("of") && VOLUMES.contains(line.at(of - 1).lower())) {
        for (int noun = of + 1; noun < at; noun++) {
          if (line.tag(noun).equals("NNS")) {
            return line.singular(line.at(noun).lower());
          }
        }
        return null;
      }
    }
    return null;
  }

  /** "Lengthened to 38 weeks from 26": the unit of the quantity right before. */
  private static @Nullable Measure moved(Line line, Draft draft, Ellipsis ellipsis) {
    Draft last = ellipsis.last();
    int from = draft.start - 1;
    while (from > 0 && BOUNDS.contains(line.at(from).lower())) {
      from--;
    }
    boolean plain =
        draft.numeral.shape() == Numeral.Shape.DIGITS
            && draft.end - draft.start == 1
            && !line.at(draft.start).looksLikeYear();
    boolean close = last != null && from >= last.end && from - last.end <= 2;
    if (!plain || !close || !line.at(from).is("from") || line.tag(draft.end).startsWith("NN")) {
      return null;
    }
    return !last.isMoney() && ellipsis.isNear(draft) ? last.measure : null;
  }

  /** "Lithography systems sold: 79": the label names what is counted. */
  private static @Nullable String labelled(Line line, Draft draft) {
    int start = draft.start;
    Piece after = line.at(draft.end);
    boolean ends = after.kind() == Piece.Kind.MARK && !after.isDash() && !after.is("/");
    if (!line.at(start - 1).is(":") || !ends) {
      return null;
    }
    for (int i = start - 2; i >= Math.max(0, start - 6); i--) {
      if (line.tag(i).equals("NNS") || line.tag(i).equals("NNPS")) {
        return line.singular(line.at(i).lower());
      }
    }
    return null;
  }

  /** "From about 75,000", "of which 16", "for 80 in 2027": takes up the last count. */
  private static @Nullable String resumed(Line line, Draft draft, Ellipsis ellipsis) {
    Piece number = line.at(draft.start);
    boolean large = draft.numeral.isScaled() || number.text().indexOf(',') > 0;
    boolean which = line.follows(draft.start - 2, "of", "which");
    boolean named = line.at(draft.start - 1).isCapitalised();
    boolean dated = line.at(draft.end).is("in") && line.at(draft.end + 1).looksLikeYear();
    boolean digits = number.isNumber() && draft.end - draft.start == 1;
    if (!(large && !named && resumes(line, draft.start)) && !which && !(dated && digits)) {
      return null;
    }
    return ellipsis.lastCounted();
  }

  private static boolean resumes(Line line, int start) {
    for (int i = start - 1; i >= Math.max(0, start - 3); i--) {
      if (RESUMING.contains(line.at(i).lower())) {
        return true;
      }
    }
    return false;
  }
}
