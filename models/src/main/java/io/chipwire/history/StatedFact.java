package io.chipwire.history;

import io.chipwire.article.Article;
import io.chipwire.fact.Bound;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.Figure;
import io.chipwire.fact.FigureStatus;
import io.chipwire.signal.Novelty;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A fact of an article in the form in which it is remembered: what it is about, and the value.
 *
 * @param key the same for all statements about the same thing: metric, subject, product, period,
 *     unit. A figure without a period is about the month in which it was stated
 * @param comparable see {@link KnownValue#among}
 * @param value what is stated
 */
public record StatedFact(String key, boolean comparable, KnownValue value) {

  /** A figure; empty if it names no subject or product, so that nobody can tell what it is of. */
  public static Optional<StatedFact> of(Figure figure, Article article) {
    if (figure.subject() == null && figure.product() == null) {
      return Optional.empty();
    }
    Instant seen = seen(article);
    String period =
        figure.period() != null ? figure.period() : seen == null ? "" : "in " + Period.month(seen);
    boolean comparable = figure.period() != null && Conflicts.isResultOrOwnWord(figure);
    String key =
        key(
            "figure",
            figure.metric().label(),
            figure.subject(),
            figure.product(),
            period,
            figure.unit(),
            figure.per(),
            figure.change() == null
                ? null
                : figure.change().basis().label() + " " + figure.change().direction().label(),
            Conflicts.statementClass(figure.status()).label());
    return Optional.of(
        new StatedFact(
            key,
            comparable,
            new KnownValue(
                article.id(),
                article.ordinal(),
                article.publisher(),
                seen,
                figure.low(),
                figure.high(),
                figure.bound(),
                figure.text(),
                figure.status(),
                Novelty.NEW)));
  }

  /**
   * A commitment. The parties may owe one another several of a kind, so none contradicts another.
   */
  public static StatedFact of(Commitment commitment, Article article) {
    var amount = commitment.amount();
    return new StatedFact(
        key(
            "commitment",
            commitment.kind().label(),
            String.join(",", new TreeSet<>(commitment.obligors())),
            commitment.counterparty(),
            amount == null ? null : amount.unit()),
        false,
        new KnownValue(
            article.id(),
            article.ordinal(),
            article.publisher(),
            seen(article),
            amount == null ? null : amount.low(),
            amount == null ? null : amount.high(),
            amount == null ? Bound.EXACT : amount.bound(),
            "",
            FigureStatus.ACTUAL,
            Novelty.NEW));
  }

  private static @Nullable Instant seen(Article article) {
    return article.publishedAt() != null ? article.publishedAt() : article.fetchedAt();
  }

  private static String key(@Nullable String... parts) {
    StringBuilder key = new StringBuilder();
    for (String part : parts) {
      key.append(part == null ? "" : part.replace("|", "\\|")).append('|');
    }
    return key.toString();
  }
}
