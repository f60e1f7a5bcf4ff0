package io.chipwire.history;

import static io.chipwire.fact.CommitmentStatus.ANNOUNCED;
import static io.chipwire.fact.CommitmentStatus.CANCELLED;
import static io.chipwire.fact.CommitmentStatus.REPORTED;
import static io.chipwire.fact.CommitmentStatus.SIGNED;
import static io.chipwire.history.Statements.pledge;
import static io.chipwire.history.Statements.source;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private static final List<String> MICRON = List.of("micron");

  @Test
  void oneCommitmentOfManyArticlesIsOneEntry() {
    Ledger ledger =
        Ledger.of(
            List.of(
                pledge(MICRON, null, "100e9", null, ANNOUNCED, source("b", "Daily", "2022-10-05")),
                pledge(MICRON, null, "100e9", "fab", ANNOUNCED, source("a", "Wire", "2022-10-04")),
                pledge(MICRON, null, "15e9", "fab", ANNOUNCED, source("a", "Wire", "2022-10-04"))));

    assertThat(ledger.entries()).hasSize(2);
    Ledger.Entry entry = ledger.entries().get(0);
    assertThat(entry.amount().low()).isEqualByComparingTo("100e9");
    assertThat(entry.firstSeen()).isEqualTo(Instant.parse("2022-10-04T00:00:00Z"));
    assertThat(entry.sources()).extracting(Source::articleId).containsExactly("a", "b");
    assertThat(entry.revisions()).hasSize(1);
    assertThat(ledger.totals())
        .containsExactlyEntriesOf(java.util.Map.of("USD", new BigDecimal("115000000000")));
  }

  @Test
  void aLaterAmountForTheSameThingIsARevision() {
    Ledger ledger =
        Ledger.of(
            List.of(
                pledge(
                    MICRON, null, "20e9", "idaho fab", REPORTED, source("a", "Wire", "2022-09-01")),
                pledge(
                    MICRON, null, "50e9", "idaho fab", SIGNED, source("b", "Wire", "2025-06-01")),
                pledge(
                    MICRON, null, null, "idaho fab", REPORTED, source("c", "Wire", "2025-07-01"))));

    assertThat(ledger.entries()).hasSize(1);
    Ledger.Entry entry = ledger.entries().get(0);
    assertThat(entry.status()).isEqualTo(SIGNED);
    assertThat(entry.amount().low()).isEqualByComparingTo("50e9");
    assertThat(entry.revisions())
        .extracting(revision -> revision.source().articleId())
        .containsExactly("a", "b");
    assertThat(entry.lastSeen()).isEqualTo(Instant.parse("2025-07-01T00:00:00Z"));
  }

  @Test
  void aJointAmountIsCountedOnceAndIsNotTheSingleOnes() {
    Ledger ledger =
        Ledger.of(
            List.of(
                pledge(
                    List.of("openai", "oracle"),
                    "nvidia",
                    "100e9",
                    null,
                    ANNOUNCED,
                    source("a", "Wire", "2025-09-01")),
                pledge(
                    List.of("oracle", "openai"),
                    "nvidia",
                    "100e9",
                    null,
                    ANNOUNCED,
                    source("b", "Wire", "2025-09-02")),
                pledge(
                    List.of("oracle"),
                    "nvidia",
                    "40e9",
                    null,
                    ANNOUNCED,
                    source("b", "Wire", "2025-09-02"))));

    assertThat(ledger.entries())
        .extracting(Ledger.Entry::obligors)
        .containsExactly(List.of("openai", "oracle"), List.of("oracle"));
    assertThat(ledger.totals().get("USD")).isEqualByComparingTo("140e9");
  }

  @Test
  void aCancelledCommitmentStaysAndCountsNothing() {
    Ledger ledger =
        Ledger.of(
            List.of(
                pledge(MICRON, "us", "6e9", null, SIGNED, source("a", "Wire", "2024-01-01")),
                pledge(MICRON, "us", "6e9", null, CANCELLED, source("b", "Wire", "2025-01-01"))));

    assertThat(ledger.entries()).extracting(Ledger.Entry::status).containsExactly(CANCELLED);
    assertThat(ledger.entries().get(0).revisions()).hasSize(2);
    assertThat(ledger.totals()).isEmpty();
  }

  @Test
  void differentCounterpartiesAreDifferentCommitments() {
    Ledger ledger =
        Ledger.of(
            List.of(
                pledge(MICRON, "us", "6e9", null, SIGNED, source("a", "Wire", "2024-01-01")),
                pledge(MICRON, "japan", "6e9", null, SIGNED, source("a", "Wire", "2024-01-01"))));

    assertThat(ledger.entries()).hasSize(2);
  }
}
