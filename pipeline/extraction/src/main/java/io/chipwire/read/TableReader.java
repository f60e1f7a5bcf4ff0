package io.chipwire.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Tells tables of data from tables that lay out a page, and reads the former's cells. Cells that
 * span columns are padded, so that columns stay aligned; spacer columns and cells that hold only a
 * currency sign, a bracket or a percent sign are folded into their neighbours. Stateless.
 */
final class TableReader {

  private static final int MAX_ROWS = 2_000;
  private static final int MAX_COLUMNS = 60;

  /** Longest cell of a data table, in characters. */
  private static final int MAX_CELL = 600;

  /** Most paragraphs in a cell of data. */
  private static final int MAX_PARAGRAPHS = 3;

  /** Elements that stand in layout tables and not in cells of data. */
  private static final Set<String> LAYOUT = Set.of("table", "form", "article", "h1", "iframe");

  private static final Set<String> PREFIXES =
      Set.of("$", "€", "£", "¥", "₩", "₹", "US$", "NT$", "HK$", "C$", "A$", "RMB", "Rs", "(", "$(");
  private static final Set<String> SUFFIXES = Set.of(")", "%", ")%", "%)", "x", "bps", "pts");

  /**
   * A number that is no year. Over two columns it stands in the second, below those that have their
   * currency sign in the first.
   */
  private static final Pattern NUMBER =
      Pattern.compile("(?!(?:19|20)\\d{2}$)[(+−–-]?\\d[\\d.,]*\\)?|[–—-]");

  private TableReader() {}

  /** The table's cells, or null if the table only lays out the page. */
  static @Nullable Grid read(Element table) {
    String role = table.attr("role");
    if (role.equals("presentation") || role.equals("none")) {
      return null;
    }
    List<Element> rows = rows(table);
    if (rows.size() < 2) {
      return null;
    }
    List<List<String>> cells = new ArrayList<>();
    int headers = 0;
    int columns = 0;
    int filled = 0;
    for (Element row : rows) {
      List<String> line = new ArrayList<>();
      boolean header = true;
      for (Element cell : row.children()) {
        if (!cell.nameIs("td") && !cell.nameIs("th")) {
          continue;
        }
        String text = ShortText.of(cell);
        if (text.length() > MAX_CELL || holdsLayout(cell)) {
          return null;
        }
        header &= cell.nameIs("th") || text.isEmpty();
        filled += text.isEmpty() ? 0 : 1;
        boolean last = cell.nameIs("td") && span(cell) == 2 && NUMBER.matcher(text).matches();
        line.add(last ? "" : text);
        for (int i = span(cell); i > 1 && line.size() < MAX_COLUMNS; i--) {
          line.add(last ? text : "");
        }
      }
      boolean inHead = row.parent() != null && row.parent().nameIs("thead");
      if (headers == cells.size() && (inHead || header) && !line.isEmpty()) {
        headers++;
      }
      columns = Math.max(columns, Math.min(line.size(), MAX_COLUMNS));
      cells.add(line);
    }
    if (columns < 2 || filled < 4) {
      return null;
    }
    return new Grid(caption(table), headers == cells.size() ? 1 : headers, folded(cells, columns));
  }

  private static List<Element> rows(Element table) {
    List<Element> rows = new ArrayList<>();
    for (Element part : table.children()) {
      if (part.nameIs("tr")) {
        rows.add(part);
      } else if (part.nameIs("thead") || part.nameIs("tbody") || part.nameIs("tfoot")) {
        for (Element row : part.children()) {
          if (row.nameIs("tr")) {
            rows.add(row);
          }
        }
      }
      if (rows.size() > MAX_ROWS) {
        return rows.subList(0, MAX_ROWS);
      }
    }
    return rows;
  }

  private static boolean holdsLayout(Element cell) {
    return paragraphs(cell, 0) > MAX_PARAGRAPHS;
  }

  /** How many paragraphs a cell holds, or more than the most if it holds what no cell does. */
  private static int paragraphs(Element element, int before) {
    int paragraphs = before;
    Element inner = element.firstElementChild();
    while (inner != null && paragraphs <= MAX_PARAGRAPHS) {
      if (LAYOUT.contains(inner.normalName())) {
        return MAX_PARAGRAPHS + 1;
      }
      paragraphs = paragraphs(inner, paragraphs + (inner.nameIs("p") ? 1 : 0));
      inner = inner.nextElementSibling();
    }
    return paragraphs;
  }

  private static @Nullable String caption(Element table) {
    for (Element child : table.children()) {
      if (child.nameIs("caption")) {
        String text = ShortText.of(child);
        return text.isEmpty() ? null : text;
      }
    }
    return null;
  }

  private static int span(Element cell) {
    String span = cell.attr("colspan").strip();
    boolean digits =
        !span.isEmpty() && span.length() <= 2 && span.chars().allMatch(TableReader::isDigit);
    return digits ? Integer.parseInt(span) : 1;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static List<List<String>> folded(List<List<String>> cells, int columns) {
    for (List<String> row : cells) {
      while (row.size() < columns) {
        row.add("");
      }
      for (int i = 0; i < columns; i++) {
        if (i + 1 < columns && PREFIXES.contains(row.get(i)) && !row.get(i + 1).isEmpty()) {
          row.set(i + 1, row.get(i) + row.get(i + 1));
          row.set(i, "");
        } else if (i > 0 && SUFFIXES.contains(row.get(i))) {
          int left = i - 1;
          while (left > 0 && row.get(left).isEmpty()) {
            left--;
          }
          row.set(left, row.get(left) + row.get(i));
          row.set(i, "");
        }
      }
    }
    return aligned(cells, columns);
  }

  /**
   * Drops columns without content. A header over such a column (spanning "$" and number) moves to
   * the next column to the right that has content and no header of its own.
   */
  private static List<List<String>> aligned(List<List<String>> cells, int columns) {
    int[] filled = new int[columns];
    for (List<String> row : cells) {
      for (int i = 0; i < columns; i++) {
        filled[i] += row.get(i).isEmpty() ? 0 : 1;
      }
    }
    int rows = cells.size();
    for (int i = 1; i + 1 < columns; i++) {
      if (filled[i] > 0 && filled[i] <= Math.max(1, rows / 4) && filled[i + 1] > filled[i]) {
        moveRight(cells, i);
      }
    }
    List<List<String>> kept = new ArrayList<>();
    for (List<String> row : cells) {
      List<String> line = new ArrayList<>();
      for (int i = 0; i < columns; i++) {
        int column = i;
        if (cells.stream().anyMatch(r -> !r.get(column).isEmpty())) {
          line.add(row.get(i));
        }
      }
      if (line.stream().anyMatch(cell -> !cell.isEmpty())) {
        kept.add(Collections.unmodifiableList(line));
      }
    }
    return kept;
  }

  private static void moveRight(List<List<String>> cells, int column) {
    for (List<String> row : cells) {
      if (!row.get(column).isEmpty() && !row.get(column + 1).isEmpty()) {
        return;
      }
    }
    for (List<String> row : cells) {
      if (!row.get(column).isEmpty()) {
        row.set(column + 1, row.get(column));
        row.set(column, "");
      }
    }
  }
}
