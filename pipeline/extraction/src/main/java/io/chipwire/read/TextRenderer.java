package io.chipwire.read;

import io.chipwire.article.Table;
import io.chipwire.article.TableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes blocks as an article's text, and places the tables in it. */
final class TextRenderer {

  /** Longest line above a table that can be its name, in characters. */
  private static final int MAX_CAPTION = 200;

  private static final Pattern SCALE =
      Pattern.compile(
          "\\(?\\b(?:(?:amounts?|dollars?|figures?|numbers?|shares?|all|US\\$|USD|unaudited)[\\w ,;]{0,30})?"
              + "in (?:thousands|millions|billions|hundreds of millions)\\b[^()]{0,80}\\)?"
              + "|\\((?:US\\$|\\$|€|£|¥|NT\\$|EUR|USD)\\s?(?:in )?(?:thousands|millions|billions|mn|bn|m|k)\\b[^()]{0,60}\\)",
          Pattern.CASE_INSENSITIVE);

  /** The text of an article and its tables. */
  record Text(String text, List<Table> tables) {}

  private TextRenderer() {}

  static Text render(List<Block> blocks) {
    StringBuilder text = new StringBuilder();
    List<Table> tables = new ArrayList<>();
    String above = null;
    for (Block block : blocks) {
      if (!text.isEmpty()) {
        text.append("\n\n");
      }
      if (block.grid() == null) {
        text.append(block.text());
        above = block.text();
      } else {
        tables.add(table(block.grid(), text, above));
        above = null;
      }
    }
    return new Text(text.toString(), tables);
  }

  private static Table table(Grid grid, StringBuilder text, @Nullable String above) {
    int start = text.length();
    List<TableRow> rows = new ArrayList<>();
    for (List<String> cells : grid.rows()) {
      if (text.length() > start) {
        text.append('\n');
      }
      rows.add(new TableRow(text.length(), cells));
      text.append(Grid.line(cells));
    }
    String caption =
        grid.caption() != null
            ? grid.caption()
            : above != null && above.length() <= MAX_CAPTION ? above : null;
    List<String> header =
        grid.headerRows() > 0 ? grid.rows().get(grid.headerRows() - 1) : List.of();
    return new Table(start, text.length(), caption, scale(grid, above), header, rows);
  }

  private static @Nullable String scale(Grid grid, @Nullable String above) {
    List<String> places = new ArrayList<>();
    if (grid.caption() != null) {
      places.add(grid.caption());
    }
    int head = Math.min(grid.rows().size(), Math.max(3, grid.headerRows()));
    grid.rows().subList(0, head).forEach(row -> places.add(Grid.line(row)));
    if (above != null) {
      places.add(above);
    }
    for (String place : places) {
      Matcher scale = SCALE.matcher(place);
      if (scale.find()) {
        String found = scale.group().strip();
        boolean wrapped = found.startsWith("(") && found.endsWith(")");
        return wrapped ? found.substring(1, found.length() - 1).strip() : found;
      }
    }
    return null;
  }
}
