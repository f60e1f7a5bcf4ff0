package io.chipwire.lexicon;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The spellings of stock exchanges: "NasdaqGS" and "Nasdaq" are {@code NASDAQ}. */
final class Exchanges {

  private final Map<String, String> codes = new HashMap<>();

  Exchanges() {
    for (Table.Row row : Table.read("exchanges.tsv")) {
      codes.put(key(row.text("code")), row.text("code"));
      for (String alias : row.list("aliases")) {
        codes.put(key(alias), row.text("code"));
      }
    }
  }

  /** The code of an exchange, or the given name in capitals if unknown. */
  String code(String exchange) {
    return codes.getOrDefault(key(exchange), exchange.strip().toUpperCase(Locale.ROOT));
  }

  private static String key(String exchange) {
    return new Pieces(exchange).key();
  }
}
