package io.chipwire.quantity;

import io.chipwire.article.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables: lines whose cells are parted by {@code " | "}. A plain number takes its scale and
 * currency from the remark above the table and its unit from the row's label; brackets mean below
 * zero.
 */
final class TableReader {

  /** A quantity in a row. */
  record Found(Line line, Draft draft) {}

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

  /** The quantities of the rows from {@code from} to {@code end}. */
  List<Found> read(List<Line> lines, int from, int end, Currencies currencies, List<Table> known) {
    TableRemark remark = above(lines, from, currencies).or(known(lines, from, currencies, known));
    List<Found> found = new ArrayList<>();
    for (int i = from; i < end; i++) {
      Line line = lines.get(i);
      TableRemark own = TableRemark.of(vocabulary, line, currencies);
      if (own.scale() != null) {
        remark = own.or(remark);
      }
      row(line, remark, currencies, i == from, found);
    }
    return found;
  }

  private TableRemark above(List<Line> lines, int from, Currencies currencies) {
    TableRemark remark = TableRemark.NONE;
    for (int i = from - 1; i >= Math.max(0, from - 3) && !isRow(lines.get(i)); i--) {
      remark = remark.or(TableRemark.of(vocabulary, lines.get(i), currencies));
    }
    return remark;
  }

  /** What the page says about the table in its caption or beside it. */
  private TableRemark known(List<Line> lines, int from, Currencies currencies, List<Table> tables) {
    int start = lines.get(from).at(0).start();
    for (Table table : tables) {
      if (table.start() <= start && start < table.end()) {
        return remark(table.scale(), currencies).or(remark(table.caption(), currencies));
      }
    }
    return TableRemark.NONE;
  }

  private TableRemark remark(@Nullable String words, Currencies currencies) {
    if (words == null || words.isBlank()) {
      return TableRemark.NONE;
    }
    List<Piece> pieces = Pieces.of(vocabulary::isCurrencySign, words);
    return TableRemark.of(vocabulary, new Line(null, pieces), currencies);
  }

  private void row(
      Line line, TableRemark remark, Currencies currencies, boolean header, List<Found> found) {
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
    Ellipsis ellipsis = new Ellipsis();
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
    return cell[0] == cell[1] ? "" : line.between(cell[0], cell[1]).toLowerCase(Locale.ROOT);
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
      TableRemark remark,
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
      TableRemark remark,
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
