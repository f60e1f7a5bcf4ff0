package io.chipwire.quantity;

import io.chipwire.article.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables: lines whose cells are parted by {@code " | "}. A plain number takes its scale and
 * currency from the remark above the table and its unit from the row's label; brackets mean below
 * zero.
 */
final class TableReader {

  /** A quantity in a row. */
  record Found(Line line, Draft draft) {}

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
  private static final Set<String> SCALE_LEADS = Set.of("in", "(", "unit", ":", "units", "of");

  private final Vocabulary vocabulary;
  private final SentenceReader sentences;

  TableReader(Vocabulary vocabulary, SentenceReader sentences) {
    this.vocabulary = vocabulary;
    this.sentences = sentences;
  }

  /**
   * The index behind the last row of the table that begins at {@code from}; {@code from} if none.
   */
  static int end(List<Line> lines, int from) {
    int end = from;
    while (end < lines.size() && isRow(lines.get(end))) {
      end++;
    }
    return end;
  }

  private static boolean isRow(Line line) {
    for (int i = 1; i + 1 < line.size(); i++) {
      if (line.at(i).is("|")) {
        return true;
      }
    }
    return false;
  }

  /** What the remark above a table says about its plain numbers. */
  private record Remark(
      @Nullable BigDecimal scale, @Nullable Measure currency, @Nullable String per) {}

  List<Found> read(List<Line> lines, int from, int end, Currencies currencies, List<Table> known) {
    Remark remark = remark(lines, from, currencies);
    List<Found> found = new ArrayList<>();
    boolean header = true;
    for (int i = from; i < end; i++) {
      Line line = lines.get(i);
      Remark own = remark(line, currencies);
      if (own.scale() != null) {
        remark = merge(own, remark);
      }
      row(line, remark, currencies, header, found);
      header = false;
    }
    return found;
  }

  private Remark remark(List<Line> lines, int from, Currencies currencies) {
    Remark remark = new Remark(null, null, null);
    for (int i = from - 1; i >= Math.max(0, from - 3); i--) {
      if (isRow(lines.get(i))) {
        break;
      }
      remark = merge(remark, remark(lines.get(i), currencies));
    }
    return remark;
  }

  private static Remark merge(Remark first, Remark second) {
    return new Remark(
        first.scale() != null ? first.scale() : second.scale(),
        first.currency() != null ? first.currency() : second.currency(),
        first.per() != null ? first.per() : second.per());
  }

  /** "(in millions of euros, except per share data)", "U.S. dollars per GPU-hour". */
  private Remark remark(Line line, Currencies currencies) {
    BigDecimal scale = null;
    Measure currency = null;
    String per = null;
    for (int i = 0; i < line.size(); i++) {
      BigDecimal magnitude = SCALES.get(line.at(i).lower());
      boolean led =
          line.isAny(i - 1, SCALE_LEADS)
              || line.at(i - 1).kind() == Piece.Kind.CURRENCY
              || vocabulary.currencyCodes.containsKey(line.at(i - 1).text());
      if (magnitude != null && led && scale == null) {
        scale = magnitude;
        Measure before = currencies.before(line, i - 1);
        currency = before != null ? before : currency;
      }
      PhraseTable.Match<Measure> name = vocabulary.currencyNames.startingAt(line.pieces(), i);
      boolean stated =
          name != null
              && !line.at(i - 1).isNumber()
              && (line.at(i - 1).is("of")
                  || line.at(i - 1).is("in")
                  || line.at(name.edge()).is("per")
                  || line.at(i - 1).is("gives"));
      if (stated) {
        currency = name.value();
        if (line.at(name.edge()).is("per")) {
          PhraseTable.Match<String> denominator =
              vocabulary.denominators.startingAt(line.pieces(), name.edge() + 1);
          per = denominator == null ? null : denominator.value();
        }
      }
    }
    return new Remark(scale, currency, per);
  }

  private void row(
      Line line, Remark remark, Currencies currencies, boolean header, List<Found> found) {
    List<int[]> cells = cells(line);
    String label = label(line, cells.getFirst());
    Vocabulary.RowUnit unit = rowUnit(label);
    boolean years = true;
    for (int c = 1; c < cells.size(); c++) {
      int[] cell = cells.get(c);
      years &= cell[1] - cell[0] == 1 && line.at(cell[0]).looksLikeYear();
    }
    if (years) {
      return;
    }
    Ellipsis ellipsis = new Ellipsis(vocabulary);
    for (int c = 0; c < cells.size(); c++) {
      int[] cell = cells.get(c);
      if (cell[0] == cell[1]) {
        continue;
      }
      Draft plain = plain(line, cell, remark, unit, currencies);
      if (plain != null) {
        boolean lead = c == 0 && !plain.prefixed;
        boolean year = header && line.at(cell[0]).looksLikeYear();
        if (!lead && !year) {
          found.add(new Found(line, plain));
          ellipsis.remember(plain);
        }
        continue;
      }
      Line part = line.part(cell[0], cell[1]);
      boolean tolerance = c > 0 && isTolerance(line, cells.get(c - 1));
      for (Draft draft : sentences.read(part, currencies, ellipsis)) {
        if (c == 0 && draft.isDuration()) {
          continue;
        }
        draft.start += cell[0];
        draft.end += cell[0];
        if (unit != null && unit.per() != null && draft.isMoney() && draft.per == null) {
          draft.per = unit.per();
        }
        draft.tolerance |= tolerance;
        found.add(new Found(line, draft));
      }
    }
  }

  private static boolean isTolerance(Line line, int[] cell) {
    return cell[1] - cell[0] == 1 && (line.at(cell[0]).is("+/-") || line.at(cell[0]).is("±"));
  }

  private static List<int[]> cells(Line line) {
    List<int[]> cells = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= line.size(); i++) {
      if (i == line.size() || line.at(i).is("|")) {
        cells.add(new int[] {from, i});
        from = i + 1;
      }
    }
    return cells;
  }

  private static String label(Line line, int[] cell) {
    return cell[0] == cell[1]
        ? ""
        : line.between(cell[0], cell[1]).toLowerCase(java.util.Locale.ROOT);
  }

  private Vocabulary.@Nullable RowUnit rowUnit(String label) {
    for (Map.Entry<String, Vocabulary.RowUnit> row : vocabulary.rows) {
      if (label.contains(row.getKey())) {
        return row.getValue();
      }
    }
    return null;
  }

  /** A cell that is a number with at most a sign, a currency and brackets; null if it is not. */
  private @Nullable Draft plain(
      Line line,
      int[] cell,
      Remark remark,
      Vocabulary.@Nullable RowUnit unit,
      Currencies currencies) {
    int at = cell[0];
    int end = cell[1];
    boolean negative = false;
    Measure currency = null;
    while (at < end && !line.at(at).isNumber()) {
      Piece piece = line.at(at);
      Measure sign = currencies.before(line, at);
      if (sign != null) {
        currency = sign;
      } else if (piece.is("(") || piece.is("-") || piece.is("−") || piece.is("–")) {
        negative = true;
      } else if (!piece.is("+")) {
        return null;
      }
      at++;
    }
    if (at == end) {
      return null;
    }
    int number = at;
    at++;
    boolean percent = false;
    while (at < end) {
      Piece piece = line.at(at);
      if (piece.is("%") && at == number + 1 || piece.is("%") && line.at(at - 1).is(")")) {
        percent = true;
      } else if (!piece.is(")")) {
        return null;
      }
      at++;
    }
    return percent
        ? percentage(line, cell, number)
        : number(line, cell, number, negative, currency, remark, unit);
  }

  private @Nullable Draft percentage(Line line, int[] cell, int number) {
    BigDecimal value = line.at(number).value();
    if (value == null) {
      return null;
    }
    Numeral numeral = Numeral.point(Numeral.Shape.DIGITS, value, BigDecimal.ONE, number + 1, false);
    Draft draft = new Draft(cell[0], numeral);
    draft.end = cell[1];
    draft.measure = new Measure(Measure.Kind.PERCENT, "%", BigDecimal.ONE);
    return draft;
  }

  private static @Nullable Draft number(
      Line line,
      int[] cell,
      int number,
      boolean negative,
      @Nullable Measure currency,
      Remark remark,
      Vocabulary.@Nullable RowUnit unit) {
    BigDecimal value = line.at(number).value();
    if (value == null) {
      return null;
    }
    Measure money = currency != null ? currency : remark.currency();
    if (money == null && remark.scale() != null) {
      money = new Measure(Measure.Kind.MONEY, "USD", BigDecimal.ONE);
    }
    BigDecimal scale = remark.scale() == null ? BigDecimal.ONE : remark.scale();
    Measure measure = money;
    String per = remark.per();
    if (unit != null) {
      scale = unit.scaled() ? scale : BigDecimal.ONE;
      per = unit.per();
      measure =
          switch (unit.unit()) {
            case "$" -> money;
            case "%" -> new Measure(Measure.Kind.PERCENT, "%", BigDecimal.ONE);
            default -> Measure.count(unit.unit());
          };
    }
    if (measure == null) {
      return null;
    }
    Numeral numeral = Numeral.point(Numeral.Shape.DIGITS, value, scale, number + 1, false);
    Draft draft = new Draft(cell[0], numeral);
    draft.end = cell[1];
    draft.measure = measure;
    draft.per = per;
    draft.prefixed = currency != null;
    if (negative) {
      draft.low = numeral.low().negate();
      draft.high = draft.low;
    }
    return draft;
  }
}
