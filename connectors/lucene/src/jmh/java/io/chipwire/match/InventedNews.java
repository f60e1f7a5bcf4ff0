package io.chipwire.match;

import io.chipwire.extraction.Extraction;
import io.chipwire.fact.CommitmentKind;
import io.chipwire.fact.Direction;
import io.chipwire.fact.Metric;
import io.chipwire.search.Articles;
import io.chipwire.signal.SignalKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * Invented chip news and what people might want of it, the same for the same seed. Words and
 * companies are as unevenly popular as real ones, in the articles and in the queries, and so are
 * metrics; values spread evenly over seven decades. Not thread-safe.
 *
 * <p>An article has some 420 words, three companies and eight facts. Of the queries a third has a
 * numeric threshold, one in 300 nothing but a metric and a high threshold; people ask for no word
 * that is in every article.
 */
final class InventedNews {

  private static final int WORDS = 20_000;
  private static final int COMPANIES = 3_000;

  /** The most frequent words, for which nobody asks alone. */
  private static final int PLAIN_WORDS = 500;

  private static final int RARE_WORDS = 1_000_000;

  private static final int SENTENCES = 26;
  private static final int SENTENCE = 16;
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

  private static final List<String> SYLLABLES =
      List.of(
          "ka", "mo", "ri", "ten", "sol", "ve", "lu", "par", "den", "fi", "go", "nar", "sto", "bel",
          "cu", "wan", "hex", "tor", "mi", "zan", "pli", "qua", "ren", "dus", "lor", "fen", "gra",
          "hum");

  private static final List<Metric> METRICS = List.of(Metric.values());
  private static final List<SignalKind> SIGNALS = List.of(SignalKind.values());
  private static final List<CommitmentKind> COMMITMENTS = List.of(CommitmentKind.values());

  private final Random random;
  private final Popularity words = new Popularity(WORDS, 1);
  private final Popularity companies = new Popularity(COMPANIES, 0.5);
  private final Popularity metrics = new Popularity(METRICS.size(), 0.7);

  InventedNews(long seed) {
    this.random = new Random(seed);
  }

  /** The next article. */
  Extraction article(int number) {
    Articles article =
        Articles.article("https://news.example/" + number)
            .title(sentence(9))
            .published(FIRST.plusSeconds(number * 60L).toString());
    int company = companies.draw(random);
    for (int i = 0; i < SENTENCES; i++) {
      switch (i % 5) {
        case 0 -> {
          company = i % 2 == 0 ? companies.draw(random) : company;
          article.says(name(company) + " " + sentence(SENTENCE) + ".");
          article.company(id(company), name(company));
        }
        case 1 -> {
          BigDecimal value = value();
          String amount = "$" + value.toPlainString();
          article
              .says(sentence(SENTENCE / 2) + " " + amount + " " + sentence(SENTENCE / 2) + ".")
              .figure(
                  amount,
                  "USD",
                  value.toPlainString(),
                  METRICS.get(metrics.draw(random)),
                  id(company));
        }
        default -> article.says(sentence(SENTENCE) + ".");
      }
    }
    article.commitment(any(COMMITMENTS), id(company), null, value().toPlainString());
    article.signal(any(SIGNALS), id(company), any(List.of(Direction.values())));
    return article.signal(any(SIGNALS), id(company), null).build();
  }

  /** The next query; every third has a numeric threshold. */
  String query(int number) {
    String company = "company:" + id(companies.draw(random));
    String metric = "metric:" + METRICS.get(metrics.draw(random)).label();
    String threshold = (random.nextBoolean() ? "value:>" : "value:<") + value().toPlainString();
    if (number % 300 == 0) {
      return metric + " value:>" + (95 + random.nextInt(900)) + "00000000";
    }
    if (number % 3 == 0) {
      return switch (random.nextInt(4)) {
        case 0 -> company + " " + metric + " " + threshold;
        case 1 -> "subject:" + company.substring(8) + " " + threshold + " " + word();
        case 2 -> metric + " " + threshold + " " + word() + " " + word();
        default -> company + " amount:>" + value().toPlainString() + " kind:" + signal();
      };
    }
    return switch (random.nextInt(6)) {
      case 0 -> company + " " + word();
      case 1 -> company + " " + metric + " " + word();
      case 2 -> company + " kind:" + signal() + " " + word();
      case 3 -> word() + " " + word() + " " + word();
      case 4 -> "\"" + word() + " " + word() + "\"";
      default -> company + " (" + word() + " OR " + word() + ") -" + word();
    };
  }

  /** A word that people ask for. */
  String word() {
    int rank = words.draw(random);
    while (rank < PLAIN_WORDS) {
      rank = words.draw(random);
    }
    return word(rank);
  }

  /**
   * One word out of so many that an article has about as many of 100,000 as it meets of our
   * queries.
   */
  String rareWord() {
    return word(PLAIN_WORDS + random.nextInt(RARE_WORDS));
  }

  private String signal() {
    return any(SIGNALS).label();
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** From 1e4 to 1e11, two digits. */
  private BigDecimal value() {
    return new BigDecimal(Math.pow(10, 4 + 7 * random.nextDouble())).round(new MathContext(2));
  }

  private String sentence(int length) {
    StringBuilder sentence = new StringBuilder();
    for (int i = 0; i < length; i++) {
      sentence.append(i == 0 ? "" : " ").append(word(words.draw(random)));
    }
    return sentence.toString();
  }

  private static String id(int company) {
    return "firm-" + word(company);
  }

  private static String name(int company) {
    String word = word(company);
    return "Firm" + word;
  }

  /** Another word for each rank. */
  private static String word(int rank) {
    int size = SYLLABLES.size();
    StringBuilder word = new StringBuilder();
    for (int left = rank + size; left > 0; left /= size) {
      word.append(SYLLABLES.get(left % size));
    }
    return word.toString();
  }
}
