package io.chipwire.search;

import io.chipwire.article.Article;
import io.chipwire.extraction.Extraction;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.Figure;
import io.chipwire.history.Conflicts;
import io.chipwire.history.Ledger;
import io.chipwire.history.Series;
import io.chipwire.history.Source;
import io.chipwire.history.Statement;
import io.chipwire.query.Field;
import io.chipwire.query.Query;
import io.chipwire.search.SearchRefusedException.Reason;
import io.chipwire.story.Fingerprint;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the articles of an index say of the same things: series, ledger, conflicts. The query says
 * which facts: {@code metric:capex subject:amazon} for a series, {@code obligor:micron} for a
 * ledger; one without conditions on facts takes all facts of its articles. Figures of a confidence
 * below {@value #LEAST_CONFIDENCE} are left out unless the query has a condition on that. Safe to
 * share between threads.
 */
public final class FactHistory {

  /**
   * Figures that are less likely to be right are left out: one wrong number in a series costs the
   * trust in all. Those that a sentence says of their subject itself are above it.
   */
  private static final double LEAST_CONFIDENCE = 0.8;

  /** Most facts that are put together. */
  private static final int MAX_STATEMENTS = 100_000;

  private final ArticleIndex index;
  private final Duration timeout;

  /**
   * History from an index.
   *
   * @param timeout how long one question may take
   */
  public FactHistory(ArticleIndex index, Duration timeout) {
    this.index = index;
    this.timeout = timeout;
  }

  /**
   * The matching figures by metric, subject and product, over their periods.
   *
   * @param asOf what was stated later is left out; null for all
   * @throws SearchRefusedException if it takes too long, or concerns too many facts
   */
  public HistoryAnswer<List<Series>> series(Query query, @Nullable Instant asOf)
      throws IOException, SearchRefusedException {
    Snapshot snapshot = index.snapshot();
    return new HistoryAnswer<>(snapshot, Series.of(figures(query), asOf));
  }

  /**
   * The matching commitments, each once.
   *
   * @throws SearchRefusedException if it takes too long, or concerns too many facts
   */
  public HistoryAnswer<Ledger> ledger(Query query) throws IOException, SearchRefusedException {
    Snapshot snapshot = index.snapshot();
    List<Statement<Commitment>> statements = new ArrayList<>();
    collect(
        query,
        (exported, sources) -> {
          for (int position : exported.commitments()) {
            Commitment commitment = exported.extraction().commitments().get(position);
            statements.add(
                new Statement<>(commitment, sources.at(commitment.start(), commitment.inTitle())));
          }
        },
        statements);
    return new HistoryAnswer<>(snapshot, Ledger.of(statements));
  }

  /**
   * Where the matching figures disagree.
   *
   * @throws SearchRefusedException if it takes too long, or concerns too many facts
   */
  public HistoryAnswer<Conflicts> conflicts(Query query)
      throws IOException, SearchRefusedException {
    Snapshot snapshot = index.snapshot();
    return new HistoryAnswer<>(snapshot, Conflicts.of(figures(query)));
  }

  private List<Statement<Figure>> figures(Query query) throws IOException, SearchRefusedException {
    double least = asksForConfidence(query) ? 0 : LEAST_CONFIDENCE;
    List<Statement<Figure>> statements = new ArrayList<>();
    collect(
        query,
        (exported, sources) -> {
          for (int position : exported.figures()) {
            Figure figure = exported.extraction().figures().get(position);
            if (figure.confidence() >= least) {
              statements.add(new Statement<>(figure, sources.at(figure.start(), figure.inTitle())));
            }
          }
        },
        statements);
    return statements;
  }

  /** Whether a query has a condition on confidence, so that no figure is left out for its own. */
  public static boolean asksForConfidence(Query query) {
    return switch (query) {
      case Query.Within within -> within.field() == Field.CONFIDENCE;
      case Query.Fact fact -> asksForConfidence(fact.condition());
      case Query.And and -> and.clauses().stream().anyMatch(FactHistory::asksForConfidence);
      case Query.Or or -> or.clauses().stream().anyMatch(FactHistory::asksForConfidence);
      case Query.Not not -> asksForConfidence(not.query());
      default -> false;
    };
  }

  private void collect(Query query, BiConsumer<Exported, Sources> collector, List<?> collected)
      throws IOException, SearchRefusedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    try (Export export = index.export(query)) {
      while (export.hasNext()) {
        Exported exported = export.next();
        collector.accept(exported, new Sources(exported.extraction()));
        if (collected.size() > MAX_STATEMENTS) {
          throw new SearchRefusedException(
              Reason.TOO_MANY,
              "query \""
                  + query
                  + "\": more than "
                  + MAX_STATEMENTS
                  + " facts; narrow it, by a metric, subject or period");
        }
        if (System.nanoTime() > deadline) {
          throw new SearchRefusedException(
              Reason.TIMEOUT,
              "query \"" + query + "\": took longer than " + timeout.toMillis() + " ms");
        }
      }
    }
  }

  /** The places of one article. */
  private static final class Sources {

    private final Article article;
    private final Sentences sentences;
    private final @Nullable Fingerprint fingerprint;

    Sources(Extraction extraction) {
      this.article = extraction.article();
      this.sentences = new Sentences(article);
      this.fingerprint = Fingerprint.of(article.text()).orElse(null);
    }

    Source at(int offset, boolean inTitle) {
      return new Source(
          article.id(),
          article.url(),
          article.title(),
          article.publisher(),
          article.publishedAt() != null ? article.publishedAt() : article.fetchedAt(),
          sentences.stating(offset, inTitle),
          fingerprint);
    }
  }
}
