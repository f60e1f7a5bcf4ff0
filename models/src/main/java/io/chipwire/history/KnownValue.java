package io.chipwire.history;

import io.chipwire.fact.Amount;
import io.chipwire.fact.Bound;
import io.chipwire.fact.FigureStatus;
import io.chipwire.signal.Novelty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of a fact as one remembers it who reads the news as it comes.
 *
 * @param articleId who stated it
 * @param ordinal in which revision, see {@link io.chipwire.article.Article#ordinal()}
 * @param publisher the outlet; null where unknown
 * @param seen when the article was published, else when it was fetched; null where neither is known
 * @param low see {@link Amount}; null where it is open, and for a commitment without an amount
 * @param high see {@link Amount}
 * @param bound see {@link Amount}
 * @param text the number as printed
 * @param status of the figure; a commitment's is {@link FigureStatus#ACTUAL}
 * @param novelty how it stood to those before it, once that was asked
 */
public record KnownValue(
    String articleId,
    long ordinal,
    @Nullable String publisher,
    @Nullable Instant seen,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    Bound bound,
    String text,
    FigureStatus status,
    Novelty novelty) {

  /**
   * How this stands to the values of the same fact that are known.
   *
   * @param comparable whether two values that do not meet contradict each other: of one period and
   *     no forecast
   */
  public Novelty among(List<KnownValue> known, boolean comparable) {
    Novelty closest = Novelty.NEW;
    for (KnownValue other : known) {
      Relation relation = Conflicts.relation(other.asStated(), asStated());
      if (relation == Relation.AGREES) {
        // What an article says anew in a revision is as new as it was.
        return other.articleId.equals(articleId) ? other.novelty : Novelty.REPEATED;
      }
      if (relation == Relation.ROUNDS_TO) {
        closest = Novelty.ROUNDED;
      }
    }
    if (closest == Novelty.ROUNDED || !comparable) {
      return closest;
    }
    // Of what was stated later, this is the past; and of two values in one text one is misread.
    Optional<KnownValue> latest =
        known.stream()
            .filter(other -> !other.seenOrFirst().isAfter(seenOrLast()))
            .filter(other -> !other.articleId.equals(articleId) || other.ordinal != ordinal)
            .max(Comparator.comparing(KnownValue::seenOrFirst));
    if (latest.isEmpty()) {
      return closest;
    }
    return latest.get().articleId.equals(articleId)
            || Conflicts.relation(latest.get().asStated(), asStated()) == Relation.REVISES
        ? Novelty.REVISED
        : Novelty.CONFLICTING;
  }

  private Instant seenOrLast() {
    return seen == null ? Instant.MAX : seen;
  }

  private Instant seenOrFirst() {
    return seen == null ? Instant.MIN : seen;
  }

  /** Whether somebody remembers it already who remembers these. */
  public boolean isAmong(List<KnownValue> known) {
    return known.stream()
        .anyMatch(
            other ->
                Objects.equals(low, other.low)
                    && Objects.equals(high, other.high)
                    && bound == other.bound
                    && Objects.equals(publisher, other.publisher));
  }

  /** The same, with the answer. */
  public KnownValue with(Novelty answer) {
    return new KnownValue(
        articleId, ordinal, publisher, seen, low, high, bound, text, status, answer);
  }

  private StatedValue asStated() {
    return new StatedValue(
        low,
        high,
        bound,
        status,
        text,
        seen,
        seen,
        1,
        List.of(new Source(articleId, null, null, publisher, seen, text, null)));
  }
}
