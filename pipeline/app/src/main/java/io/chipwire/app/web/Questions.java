package io.chipwire.app.web;

import io.chipwire.fact.Labelled;
import io.chipwire.query.NameResolver;
import io.chipwire.query.Query;
import io.chipwire.query.QueryLanguage;
import io.chipwire.query.QuerySyntaxException;
import io.chipwire.search.ArticleIndex;
import io.chipwire.search.FacetAnswer;
import io.chipwire.search.FactHistory;
import io.chipwire.search.SearchOrder;
import io.chipwire.search.SearchRefusedException;
import io.chipwire.search.SearchRequest;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What pages and API ask alike: parameters of a request turned into questions to the index. */
final class Questions {

  /** An answer that takes longer is of no use to a person, and a burden to the others. */
  static final Duration TIMEOUT = Duration.ofSeconds(5);

  private static final int FACET_VALUES = 8;

  private final ArticleIndex index;
  private final NameResolver names;
  private final FactHistory history;

  Questions(ArticleIndex index, NameResolver names) {
    this.index = index;
    this.names = names;
    this.history = new FactHistory(index, TIMEOUT);
  }

  ArticleIndex index() {
    return index;
  }

  FactHistory history() {
    return history;
  }

  /**
   * The instant of the request's {@code asOf}, or null: what was stated later is left out. A day
   * counts whole, in UTC.
   */
  static @Nullable Instant asOf(Context context) {
    String asOf = blankToNull(context.queryParam("asOf"));
    try {
      if (asOf == null) {
        return null;
      }
      return asOf.indexOf('T') < 0
          ? LocalDate.parse(asOf).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1)
          : Instant.parse(asOf);
    } catch (DateTimeException e) {
      throw new BadParameterException(
          "asOf \""
              + asOf
              + "\": expected a day such as 2026-03-31, or an instant such as 2026-03-31T12:00:00Z",
          e);
    }
  }

  /** The query of the request's {@code q}; nothing typed asks for everything. */
  Query query(Context context) throws QuerySyntaxException {
    String text = text(context);
    return QueryLanguage.parse(text.isBlank() ? "*" : text, names);
  }

  /** What was typed. */
  static String text(Context context) {
    String text = context.queryParam("q");
    return text == null ? "" : text;
  }

  /** The whole request. */
  SearchRequest request(Context context, int usualLimit) throws QuerySyntaxException {
    try {
      return SearchRequest.of(query(context), limit(context.queryParam("limit"), usualLimit))
          .orderedBy(order(context))
          .after(blankToNull(context.queryParam("cursor")))
          .within(TIMEOUT);
    } catch (IllegalArgumentException e) {
      throw new BadParameterException(e.getMessage(), e);
    }
  }

  /** In which order. */
  static SearchOrder order(Context context) {
    return choice(context, "order", SearchOrder.class, SearchOrder.RELEVANCE);
  }

  /** The constant whose label a parameter holds; the usual one where it is absent. */
  static <E extends Enum<E> & Labelled> E choice(
      Context context, String parameter, Class<E> type, E usual) {
    String label = blankToNull(context.queryParam(parameter));
    return label == null
        ? usual
        : Labelled.find(type, label)
            .orElseThrow(
                () ->
                    new BadParameterException(
                        "%s \"%s\": expected one of %s"
                            .formatted(parameter, label, Labelled.labels(type)),
                        null));
  }

  FacetAnswer facets(Query query) throws IOException, SearchRefusedException {
    return index.facets(query, FACET_VALUES, null, TIMEOUT);
  }

  private static int limit(@Nullable String limit, int usual) {
    try {
      return limit == null || limit.isBlank() ? usual : Integer.parseInt(limit);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "limit \"" + limit + "\": expected a number from 0 to " + SearchRequest.MAX_LIMIT, e);
    }
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  /** A parameter that is not what it should be; the message is for the caller. */
  static final class BadParameterException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadParameterException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
