package io.chipwire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.article.Article;
import io.chipwire.extraction.Extraction;
import io.chipwire.fact.Bound;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.CommitmentKind;
import io.chipwire.fact.CommitmentStatus;
import io.chipwire.fact.Direction;
import io.chipwire.fact.EntityType;
import io.chipwire.fact.Figure;
import io.chipwire.fact.Metric;
import io.chipwire.signal.Signal;
import io.chipwire.signal.SignalKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The whole way on short articles of our own. */
class ExtractorTest {

  private static final Extractor EXTRACTOR = Extractor.load();

  private static Extraction extract(String title, String text) {
    return extract(title, text, "2026-04-30T12:00:00Z", null);
  }

  private static Extraction extract(
      String title, String text, String publishedAt, @Nullable String offset) {
    return EXTRACTOR.extract(
        new Article(
            "https://news.example/1",
            "test",
            0,
            null,
            "https://news.example/1",
            title,
            null,
            "Example News",
            Instant.parse(publishedAt),
            offset,
            null,
            null,
            "en",
            text,
            List.of(),
            List.of()));
  }

  @Test
  void readsAChangeAndAValueAsTwoFigures() {
    Extraction said =
        extract(
            "Amazon spends more on chips",
            "Amazon said its capital expenditure surged 78% from a year earlier to $43.2 billion in"
                + " the first quarter, most of it for GPUs and Trainium accelerators.");
    assertThat(said.figures()).hasSize(2);
    Figure change = said.figures().get(0);
    assertThat(change.text()).isEqualTo("78%");
    assertThat(change.metric()).isEqualTo(Metric.CAPEX);
    assertThat(change.change().direction()).isEqualTo(Direction.UP);
    Figure value = said.figures().get(1);
    assertThat(value.low()).isEqualByComparingTo(new BigDecimal("43.2e9"));
    assertThat(value.unit()).isEqualTo("USD");
    assertThat(value.bound()).isEqualTo(Bound.EXACT);
    assertThat(value.metric()).isEqualTo(Metric.CAPEX);
    assertThat(value.subject()).isEqualTo("amazon");
    assertThat(value.period()).isEqualTo("2026Q1");
    assertThat(value.change()).isNull();
    assertThat(said.article().text().substring(value.start(), value.end()))
        .isEqualTo("$43.2 billion");
  }

  @Test
  void countsMonthsFromTheDayThatReadersSaw() {
    String text = "TSMC's revenue was $9.1 billion last month.";
    String night = "2026-05-01T03:00:00Z";

    assertThat(extract("Sales", text, night, null).figures())
        .extracting(Figure::period)
        .containsExactly("2026-04");
    assertThat(extract("Sales", text, night, "-07:00").figures())
        .extracting(Figure::period)
        .containsExactly("2026-03");
  }

  @Test
  void namesCompaniesAndProducts() {
    Extraction said = extract("A deal", "Anthropic will train on Trainium chips made by TSMC.");
    assertThat(said.entities())
        .extracting(entity -> entity.type() + " " + entity.id())
        .contains("COMPANY anthropic", "PRODUCT trainium", "COMPANY tsmc");
  }

  @Test
  void readsACommitmentWithItsPartiesAmountAndTerm() {
    Extraction said =
        extract(
            "Meta rents capacity",
            "Meta agreed to buy computing capacity worth $21 billion from CoreWeave over five"
                + " years, and the GPUs will come from Nvidia.");
    assertThat(said.commitments()).hasSize(1);
    Commitment commitment = said.commitments().getFirst();
    assertThat(commitment.kind()).isEqualTo(CommitmentKind.PURCHASE);
    assertThat(commitment.obligors()).containsExactly("meta");
    assertThat(commitment.counterparty()).isEqualTo("coreweave");
    assertThat(commitment.amount().low()).isEqualByComparingTo("21000000000");
    assertThat(commitment.term()).isEqualTo("5 years");
  }

  @Test
  void marksACancelledPledge() {
    Extraction said =
        extract(
            "Intel drops a plant",
            "Intel cancelled the wafer fab near Magdeburg in which it had pledged to invest"
                + " $30 billion.");
    assertThat(said.commitments())
        .extracting(Commitment::status)
        .containsExactly(CommitmentStatus.CANCELLED);
  }

  @Test
  void firesSignalsWithTheFiguresAndTheSentenceTheyRestOn() {
    String text =
        "Nvidia reported revenue of $78.9 billion for the first quarter, up 79% from a year"
            + " earlier, as demand for its Blackwell GPUs grew.\n\nHBM memory is sold out at"
            + " SK Hynix through 2026.";
    Extraction said = extract("Nvidia’s revenue jumps", text);
    assertThat(said.signals())
        .extracting(signal -> signal.kind() + " " + signal.subject() + " " + signal.direction())
        .contains("EARNINGS nvidia UP");
    Signal earnings =
        said.signals().stream()
            .filter(signal -> signal.kind() == SignalKind.EARNINGS)
            .findFirst()
            .orElseThrow();
    assertThat(earnings.sentence()).startsWith("Nvidia reported").endsWith("grew.");
    assertThat(text.substring(earnings.start(), earnings.end())).isEqualTo(earnings.sentence());
    assertThat(earnings.figures()).isNotEmpty();
    assertThat(said.figures().get(earnings.figures().getFirst()).metric())
        .isEqualTo(Metric.REVENUE);
    assertThat(said.signals()).anyMatch(signal -> signal.kind() == SignalKind.SUPPLY);
  }

  @Test
  void staysQuietAboutOtherChips() {
    Extraction said =
        extract(
            "My potato chips are gone",
            "The price of a bag of chips rose 12% to $4.50 at the corner shop, and the shortage"
                + " goes on. The potatoes were sold out by noon.");
    assertThat(said.signals()).isEmpty();
    assertThat(said.figures()).isNotEmpty();
  }

  @Test
  void letsBoilerplateFireNothing() {
    Extraction said =
        extract(
            "Wafer Tools opens an office",
            "Wafer Tools, which makes lithography and deposition equipment for semiconductor fabs,"
                + " opened an office.\n\nAbout Nvidia\n\nNvidia reported revenue of $60 billion, up"
                + " 20%, and its GPUs are sold out.");
    assertThat(said.signals()).isEmpty();
  }

  @Test
  void readsAFigureThatIsTheLastWord() {
    assertThat(extract("Sales rise 5%", "Its revenue grew 20%").figures()).hasSize(2);
  }

  @Test
  void readsATitleThatEndsInTheMiddleOfAPeriod() {
    assertThat(extract("AMD reports second quarter", "AMD earned $1 billion.").figures())
        .hasSize(1);
  }

  @Test
  void survivesAnEmptyTextAndATextOfNonsense() {
    assertThat(extract("", "").figures()).isEmpty();
    assertThat(extract("%%%", "$ $ $ % % 1,,2 ((( -- 3..4 €€€ ‘’ \uD83D\uDE00").signals())
        .isEmpty();
  }

  @Test
  void givesEveryFactAConfidenceBetweenNoneAndCertain() {
    Extraction said =
        extract("TSMC invests", "TSMC will invest $165 billion in fabs in Arizona by 2030.");
    assertThat(said.figures()).allMatch(f -> f.confidence() > 0 && f.confidence() < 1);
    assertThat(said.entities()).anyMatch(e -> e.type() == EntityType.COMPANY);
  }
}
