package io.chipwire.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.entity.EntityLinker;
import io.chipwire.entity.LinkedEntities;
import io.chipwire.fact.Amount;
import io.chipwire.fact.Commitment;
import io.chipwire.language.AnnotatedText;
import io.chipwire.language.Language;
import io.chipwire.quantity.QuantityGrammar;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CommitmentReaderTest {

  private static List<Commitment> read(String title, String text) {
    AnnotatedText headline = Language.shared().annotate(title);
    AnnotatedText body = Language.shared().annotate(text);
    LinkedEntities linked = EntityLinker.standard().link(headline, body, null);
    QuantityGrammar grammar = QuantityGrammar.standard();
    return CommitmentReader.standard()
        .read(
            new CommitmentReader.Passage(headline, grammar.read(headline), linked.title(), true),
            new CommitmentReader.Passage(body, grammar.read(body), linked.text(), false));
  }

  private static List<String> lines(String title, String text) {
    return read(title, text).stream().map(CommitmentReaderTest::line).toList();
  }

  private static String line(Commitment commitment) {
    return "%s %s>%s %s %s"
        .formatted(
            commitment.kind().label(),
            String.join("+", commitment.obligors()),
            commitment.counterparty() == null ? "-" : commitment.counterparty(),
            amount(commitment.amount()),
            commitment.status().label());
  }

  private static String amount(Amount amount) {
    if (amount == null) {
      return "-";
    }
    String low = number(amount.low());
    String high = number(amount.high());
    String value =
        amount.low() == null
            ? "<=" + high
            : amount.high() == null ? ">=" + low : low.equals(high) ? low : low + ".." + high;
    return amount.unit() + " " + value;
  }

  private static String number(BigDecimal value) {
    if (value == null) {
      return "";
    }
    int exponent = 0;
    BigDecimal scaled = value;
    while (scaled.compareTo(BigDecimal.valueOf(1000)) >= 0) {
      scaled = scaled.movePointLeft(3);
      exponent += 3;
    }
    return scaled.stripTrailingZeros().toPlainString() + (exponent == 0 ? "" : "e" + exponent);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "sentences.tsv",
      delimiter = '\t',
      quoteCharacter = '\u0001',
      maxCharsPerColumn = 1000)
  void sentencesTellOfTheseCommitments(String text, String expected) {
    List<String> wanted = expected.equals("none") ? List.of() : Arrays.asList(expected.split("; "));
    assertThat(lines("", text)).as(text).containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void oneContractInSeveralSentencesIsOneCommitment() {
    assertThat(
            lines(
                "CoreWeave takes another 150 MW",
                "CoreWeave has agreed to rent a further 150 megawatts from Applied Digital. The"
                    + " lease runs for 15 years and obliges CoreWeave to pay $4 billion in rent."))
        .containsExactly("lease coreweave>applied-digital USD 4e9 signed");
  }

  @Test
  void titleAndTextTellOfOneContract() {
    assertThat(
            lines(
                "Micron to invest $200 billion in U.S.",
                "Micron said on Thursday that it would invest $200 billion in plants in Idaho."))
        .containsExactly("investment micron>- USD 200e9 announced");
  }

  @Test
  void prepaymentIsACommitmentBesideTheContract() {
    assertThat(
            lines(
                "",
                "Nvidia signed a contract with SK hynix worth $20 billion for HBM4. Nvidia is to"
                    + " hand over a prepayment of $3 billion."))
        .containsExactly(
            "purchase nvidia>sk-hynix USD 20e9 signed",
            "purchase nvidia>sk-hynix USD 3e9 announced");
  }

  @Test
  void headOfAParagraphIsTheOtherParty() {
    assertThat(
            lines("", "Oracle. OpenAI is to pay $300 billion for computing power over five years."))
        .containsExactly("purchase openai>oracle USD 300e9 announced");
  }

  @Test
  void termAndObjectAreRead() {
    Commitment commitment =
        read("", "Meta agreed to buy MI450 chips worth $9 billion from AMD over five years.")
            .getFirst();
    assertThat(commitment.term()).isEqualTo("5 years");
    assertThat(commitment.object()).isEqualTo("mi450");
    assertThat(read("", "Meta will pay CoreWeave $14 billion for capacity until 2031.").getFirst())
        .extracting(Commitment::term)
        .isEqualTo("through 2031");
    assertThat(read("", "Meta will pay CoreWeave $14 billion over the next four years.").getFirst())
        .extracting(Commitment::term)
        .isEqualTo("4 years");
  }

  @Test
  void confidenceGrowsWithTheEvidence() {
    double full =
        read("", "Meta agreed to buy chips worth $9 billion from AMD.").getFirst().confidence();
    double bare = read("", "Meta will invest $9 billion in plants.").getFirst().confidence();
    assertThat(full).isBetween(0.7, 1.0).isGreaterThan(bare);
  }

  @Test
  void emptyTextHasNone() {
    assertThat(lines("", "")).isEmpty();
  }
}
