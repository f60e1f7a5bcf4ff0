package io.chipwire.app.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A table for a terminal of a given width: every column as wide as its longest cell, the last one
 * with what is left, its words wrapped. Cells are made printable.
 */
public final class TextTable {

  private static final int GAP = 2;
  private static final int LEAST_LAST = 24;

  private final int width;
  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  /** An empty table of at most {@code width} columns of characters. */
  public TextTable(int width, String... header) {
    this.width = width;
    this.header = List.of(header);
  }

  /** Adds a row of as many cells as the header has. */
  public void add(String... cells) {
    if (cells.length != header.size()) {
      throw new IllegalArgumentException(
          "row of " + cells.length + " cells: expected " + header.size());
    }
    List<String> row = new ArrayList<>();
    for (String cell : cells) {
      row.add(Printable.line(cell));
    }
    rows.add(row);
  }

  /** Whether there is no row. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The lines, the header first, none longer than the width. */
  public List<String> lines() {
    int last = header.size() - 1;
    int[] widths = new int[header.size()];
    int taken = 0;
    int most = (width - LEAST_LAST) / Math.max(1, last) - GAP;
    for (int column = 0; column < last; column++) {
      widths[column] = Math.min(most, longest(column));
      taken += widths[column] + GAP;
    }
    widths[last] = width - taken;
    List<String> lines = new ArrayList<>(print(header, widths));
    rows.forEach(row -> lines.addAll(print(row, widths)));
    return lines;
  }

  private int longest(int column) {
    int longest = header.get(column).length();
    for (List<String> row : rows) {
      longest = Math.max(longest, row.get(column).length());
    }
    return longest;
  }

  private static List<String> print(List<String> row, int[] widths) {
    List<List<String>> cells = new ArrayList<>();
    int height = 1;
    for (int column = 0; column < widths.length; column++) {
      List<String> cell = wrap(row.get(column), widths[column]);
      cells.add(cell);
      height = Math.max(height, cell.size());
    }
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < height; line++) {
      StringBuilder text = new StringBuilder();
      int at = 0;
      for (int column = 0; column < widths.length; column++) {
        text.append(" ".repeat(Math.max(0, at - text.length())));
        List<String> cell = cells.get(column);
        text.append(line < cell.size() ? cell.get(line) : "");
        at += widths[column] + GAP;
      }
      lines.add(text.toString().stripTrailing());
    }
    return lines;
  }

  /** Breaks a text at spaces into lines of at most {@code width}; longer words are cut. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (rest.length() > width) {
      int space = rest.lastIndexOf(' ', width);
      int cut = space > 0 ? space : width;
      lines.add(rest.substring(0, cut));
      rest = rest.substring(cut).stripLeading();
    }
    lines.add(rest);
    return lines;
  }
}
