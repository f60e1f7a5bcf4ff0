package io.chipwire.quantity;

import io.chipwire.table.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the lines above a table, or its header, say about its plain numbers: "(in millions of euros,
 * except per share data)", "U.S. dollars per GPU-hour".
 */
record TableRemark(@Nullable BigDecimal scale, @Nullable Measure currency, @Nullable String per) {

  private static final Words WORDS = Words.beside(TableRemark.class);
  static final TableRemark NONE = new TableRemark(null, null, null);

  private static final Map<String, BigDecimal> SCALES =
      Map.of(
          "thousands", new BigDecimal("1e3"),
          "millions", new BigDecimal("1e6"),
          "billions", new BigDecimal("1e9"),
          "trillions", new BigDecimal("1e12"),
          "thousand", new BigDecimal("1e3"),
          "million", new BigDecimal("1e6"),
          "billion", new BigDecimal("1e9"),
          "trillion", new BigDecimal("1e12"),
          "crores", new BigDecimal("1e7"),
          "crore", new BigDecimal("1e7"));
  private static final Set<String> SCALE_LEADS = WORDS.of("table-remark.scale-leads");
  private static final Set<String> CURRENCY_LEADS = Set.of("of", "in", "gives", "are");

  /** This remark, and where it is silent the other. */
  TableRemark or(TableRemark other) {
    return new TableRemark(
        scale != null ? scale : other.scale,
        currency != null ? currency : other.currency,
        per != null ? per : other.per);
  }

  /** The remark that a line makes. */
  static TableRemark of(Vocabulary vocabulary, Line line, Currencies currencies) {
    TableRemark remark = NONE;
    for (int i = 0; i < line.size(); i++) {
      remark = remark.or(scale(vocabulary, line, i, currencies));
      remark = remark.or(currency(vocabulary, line, i));
    }
    return remark;
  }

  private static TableRemark scale(
      Vocabulary vocabulary, Line line, int at, Currencies currencies) {
    BigDecimal scale = SCALES.get(line.at(at).lower());
    if (scale == null) {
      return NONE;
    }
    Measure before = currencies.before(line, at - 1);
    boolean code = vocabulary.currencyCodes.containsKey(line.at(at - 1).text());
    boolean led = line.isAny(at - 1, SCALE_LEADS) || before != null || code;
    return led ? new TableRemark(scale, before, null) : NONE;
  }

  private static TableRemark currency(Vocabulary vocabulary, Line line, int at) {
    List<Piece> pieces = line.pieces();
    PhraseTable.Match<Measure> name = vocabulary.currencyNames.startingAt(pieces, at);
    if (name == null || line.at(at - 1).isNumber()) {
      return NONE;
    }
    boolean per = line.at(name.edge()).is("per");
    if (!per && !line.isAny(at - 1, CURRENCY_LEADS)) {
      return NONE;
    }
    PhraseTable.Match<String> denominator =
        per ? vocabulary.denominators.startingAt(pieces, name.edge() + 1) : null;
    return new TableRemark(null, name.value(), denominator == null ? null : denominator.value());
  }
}
