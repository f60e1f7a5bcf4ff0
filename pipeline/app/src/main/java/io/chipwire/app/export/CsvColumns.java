package io.chipwire.app.export;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which cells a row of CSV has, and how it is made of a row of JSON. Stateless. */
final class CsvColumns {

  private static final List<String> SOURCE =
      List.of("sentence", "publishedAt", "publisher", "title", "url");

  private static final Map<RowKind, Map<String, JsonPointer>> COLUMNS =
      Map.of(
          RowKind.ARTICLES,
          columns(
              List.of("publishedAt", "publisher", "title", "url", "byline", "language", "text")),
          RowKind.FIGURES,
          columns(
              List.of(
                  "text",
                  "low",
                  "high",
                  "unit",
                  "bound",
                  "per",
                  "metric",
                  "subject",
                  "product",
                  "period",
                  "change/direction",
                  "change/basis",
                  "status",
                  "confidence")),
          RowKind.COMMITMENTS,
          columns(
              List.of(
                  "kind",
                  "obligors",
                  "counterparty",
                  "amount/low",
                  "amount/high",
                  "amount/unit",
                  "amount/bound",
                  "object",
                  "term",
                  "status",
                  "confidence")),
          RowKind.SIGNALS,
          columns(List.of("kind", "direction", "subject", "product", "confidence")));

  private CsvColumns() {}

  /** The header. */
  static List<String> names(RowKind kind) {
    return List.copyOf(COLUMNS.get(kind).keySet());
  }

  /** The cells by column; null for an empty one. */
  static Map<String, Object> cells(RowKind kind, JsonNode row) {
    Map<String, Object> cells = new LinkedHashMap<>();
    COLUMNS.get(kind).forEach((name, path) -> cells.put(name, cell(row.at(path))));
    return cells;
  }

  private static Object cell(JsonNode value) {
    if (value.isNumber()) {
      return value.decimalValue();
    }
    if (value.isArray()) {
      List<String> parts = new ArrayList<>();
      value.forEach(part -> parts.add(part.asText()));
      return harmless(String.join("; ", parts));
    }
    return value.isNull() || value.isMissingNode() ? null : harmless(value.asText());
  }

  /** A spreadsheet must not take words of an article for a formula (OWASP, CSV Injection). */
  private static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static Map<String, JsonPointer> columns(List<String> paths) {
    Map<String, JsonPointer> columns = new LinkedHashMap<>();
    for (String path : paths) {
      columns.put(path.substring(path.indexOf('/') + 1), JsonPointer.compile("/" + path));
    }
    if (!paths.contains("url")) {
      SOURCE.forEach(path -> columns.put(path, JsonPointer.compile("/" + path)));
    }
    return columns;
  }
}
