package io.chipwire.lexicon;

/**
 * A place where a company's shares trade.
 *
 * @param exchange the exchange's code, as in {@code exchanges.tsv}: {@code NASDAQ}, {@code TWSE}
 * @param ticker the symbol there: {@code NVDA}, {@code 2330}
 */
public record Listing(String exchange, String ticker) {

  /** {@code NASDAQ:NVDA}. */
  @Override
  public String toString() {
    return exchange + ":" + ticker;
  }
}
