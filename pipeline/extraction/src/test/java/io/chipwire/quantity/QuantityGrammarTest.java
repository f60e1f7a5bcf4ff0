package io.chipwire.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.article.Table;
import io.chipwire.fact.Bound;
import io.chipwire.language.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuantityGrammarTest {

  private final QuantityGrammar grammar = QuantityGrammar.standard();

  @Test
  void readsValueUnitBoundAndDenominator() {
    List<Quantity> found = read("Rents rose to more than $2.56 an hour.");

    assertThat(found).hasSize(1);
    Quantity rent = found.getFirst();
    assertThat(rent.text()).isEqualTo("$2.56");
    assertThat(rent.unit()).isEqualTo("USD");
    assertThat(rent.low()).isEqualByComparingTo("2.56");
    assertThat(rent.high()).isNull();
    assertThat(rent.bound()).isEqualTo(Bound.MIN);
    assertThat(rent.per()).isEqualTo("hour");
  }

  @Test
  void givesOffsetsIntoTheTextAndTokensOfTheSentence() {
    String text = "It grew.\n\nSales came to €1.2bn in May.";
    Quantity sales = read(text).getFirst();

    assertThat(text.substring(sales.start(), sales.stop())).isEqualTo("€1.2bn");
    assertThat(sales.sentence()).isEqualTo(1);
    assertThat(sales.first()).isEqualTo(3);
    assertThat(sales.end()).isEqualTo(6);
  }

  @Test
  void takesScaleCurrencyAndSignOfATable() {
    List<Quantity> found =
        read(
            """
            (in millions, except per share data)
            Quarter ended | June 28, 2026 | June 29, 2025
            Revenue | $ 6,512 | $ 5,171
            Other income (expense), net | (18) | 22
            Net income per diluted share | $ 1.62 | $ 1.34""");

    assertThat(found)
        .extracting(q -> q.unit() + " " + q.low().toPlainString() + " " + q.per())
        .containsExactly(
            "USD 6512000000 null",
            "USD 5171000000 null",
            "USD -18000000 null",
            "USD 22000000 null",
            "USD 1.62 share",
            "USD 1.34 share");
  }

  @Test
  void takesTheScaleThatThePageGivesBesideItsTable() {
    String text = "Quarter | Q1\nRevenue | 1,655";
    Table table = new Table(0, text.length(), null, "in millions of euros", List.of(), List.of());

    List<Quantity> found = grammar.read(Language.shared().annotate(text), List.of(table));

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().unit()).isEqualTo("EUR");
    assertThat(found.getFirst().low()).isEqualByComparingTo("1655000000");
  }

  @Test
  void readsNothingFromAnEmptyText() {
    assertThat(read("")).isEmpty();
    assertThat(read(" \n ")).isEmpty();
  }

  private List<Quantity> read(String text) {
    return grammar.read(Language.shared().annotate(text));
  }
}
