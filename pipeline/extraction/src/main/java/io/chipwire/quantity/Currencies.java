package io.chipwire.quantity;

import io.chipwire.table.Words;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which currency a bare {@code $} or {@code ¥} is in one text.
 *
 * <p>"$" is the US dollar unless the text says that its amounts are in other dollars. "¥" is the
 * yen unless the sentence, or else the text, speaks of China rather than of Japan; a text that
 * writes "yuan" for the one means the other by the sign.
 */
final class Currencies {

  private static final Words WORDS = Words.beside(Currencies.class);
  private static final Set<String> CHINA = WORDS.of("currencies.china");
  private static final Set<String> JAPAN = WORDS.of("currencies.japan");

  private final Vocabulary vocabulary;
  private final String dollar;
  private final boolean yuanBySign;
  private final boolean britain;

  private Currencies(Vocabulary vocabulary, String dollar, boolean yuanBySign, boolean britain) {
    this.vocabulary = vocabulary;
    this.dollar = dollar;
    this.yuanBySign = yuanBySign;
    this.britain = britain;
  }

  /** Reads the hints that a text gives. */
  static Currencies of(Vocabulary vocabulary, Iterable<Line> lines) {
    String dollar = "USD";
    int china = 0;
    int japan = 0;
    boolean writesYuan = false;
    boolean britain = false;
    for (Line line : lines) {
      for (int i = 0; i < line.size(); i++) {
        Piece piece = line.at(i);
        china += CHINA.contains(piece.lower()) ? 1 : 0;
        japan += JAPAN.contains(piece.lower()) ? 1 : 0;
        writesYuan |= piece.is("yuan");
        britain |= piece.is("£") || piece.is("sterling");
        String stated = statedDollar(vocabulary, line, i);
        dollar = stated == null ? dollar : stated;
      }
    }
    return new Currencies(vocabulary, dollar, !writesYuan && china > 2 * japan, britain);
  }

  /** "(all amounts in Canadian dollars)": the code, or null. */
  private static @Nullable String statedDollar(Vocabulary vocabulary, Line line, int at) {
    if (!line.at(at).is("in")
        || !(line.isAny(at - 1, vocabulary.stating) || line.at(at - 1).is("("))) {
      return null;
    }
    PhraseTable.Match<Measure> name = vocabulary.currencyNames.startingAt(line.pieces(), at + 1);
    boolean dollars = name != null && line.at(name.edge() - 1).lower().startsWith("dollar");
    return dollars ? name.value().unit() : null;
  }

  /** The currency that a sign or a code at a piece stands for. */
  Measure meant(Line line, int at, Measure printed) {
    String sign = line.at(at).text();
    if (sign.equals("$") && !dollar.equals("USD")) {
      return money(dollar);
    }
    if (sign.equals("¥") || sign.equals("￥")) {
      boolean china = false;
      boolean japan = false;
      for (Piece piece : line.pieces()) {
        china |= CHINA.contains(piece.lower());
        japan |= JAPAN.contains(piece.lower());
      }
      boolean yuan = china == japan ? yuanBySign : china;
      return money(yuan ? "CNY" : "JPY");
    }
    return printed;
  }

  /** Whether "pounds" may be money in this text even where the number is small. */
  boolean britain() {
    return britain;
  }

  /** The measure of a sign, code or name at a piece, before the number; null if it is none. */
  @Nullable Measure before(Line line, int at) {
    Piece piece = line.at(at);
    if (piece.kind() == Piece.Kind.CURRENCY) {
      Measure sign = vocabulary.currencySigns.get(piece.text());
      return sign == null ? null : meant(line, at, sign);
    }
    return piece.isWord() ? vocabulary.currencyCodes.get(piece.text()) : null;
  }

  private static Measure money(String code) {
    return new Measure(Measure.Kind.MONEY, code, BigDecimal.ONE);
  }
}
