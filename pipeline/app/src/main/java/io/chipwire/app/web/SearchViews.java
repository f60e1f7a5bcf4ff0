package io.chipwire.app.web;

import io.chipwire.app.text.FactText;
import io.chipwire.app.text.Printable;
import io.chipwire.app.web.SearchView.BarView;
import io.chipwire.app.web.SearchView.FacetValue;
import io.chipwire.app.web.SearchView.FacetView;
import io.chipwire.app.web.SearchView.HitView;
import io.chipwire.app.web.SearchView.Piece;
import io.chipwire.fact.EntityType;
import io.chipwire.fact.Span;
import io.chipwire.search.FacetAnswer;
import io.chipwire.search.Hit;
import io.chipwire.search.SearchAnswer;
import io.chipwire.search.SearchOrder;
import io.chipwire.search.Snapshot;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns answers into what the search page shows. */
final class SearchViews {

  /** Size of the histogram's drawing. */
  static final int HISTOGRAM_WIDTH = 600;

  static final int HISTOGRAM_HEIGHT = 60;

  private static final int MOST_BARS = 120;
  private static final int MOST_FACTS = 6;
  private static final Set<String> ENTITIES =
      Arrays.stream(EntityType.values()).map(EntityType::label).collect(Collectors.toSet());
  private static final List<String> ORDERS =
      Arrays.stream(SearchOrder.values()).map(SearchOrder::label).toList();

  private SearchViews() {}

  static SearchView problem(String query, String problem) {
    return new SearchView(
        new Frame(Frame.Tab.ARTICLES, query, "", true, problem),
        SearchOrder.RELEVANCE.label(),
        ORDERS,
        List.of(),
        List.of(),
        List.of(),
        "",
        null);
  }

  static SearchView of(String query, SearchOrder order, SearchAnswer answer, FacetAnswer facets) {
    return new SearchView(
        new Frame(
            Frame.Tab.ARTICLES,
            query,
            "%,d article%s · %s"
                .formatted(answer.total(), answer.total() == 1 ? "" : "s", asOf(answer.snapshot())),
            answer.total() == 0,
            null),
        order.label(),
        ORDERS,
        answer.results().stream().map(SearchViews::hit).toList(),
        facets(query, order, facets),
        bars(query, order, facets),
        "Articles by " + facets.interval().label(),
        answer.cursor() == null ? null : address(query, order) + "&cursor=" + answer.cursor());
  }

  private static HitView hit(Hit hit) {
    String title = hit.title();
    int copies = hit.copies().size();
    return new HitView(
        "/article?id=" + Frame.encoded(hit.articleId()),
        title == null
            ? List.of(new Piece("(no title)", false))
            : pieces(title, hit.titleHighlights()),
        Stream.of(
                hit.publisher(),
                hit.publishedAt() == null ? null : hit.publishedAt().toString().substring(0, 10))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · ")),
        hit.sentences().stream()
            .map(sentence -> pieces(sentence.text(), sentence.highlights()))
            .toList(),
        FactText.ofLexicon().readings(hit).stream().limit(MOST_FACTS).toList(),
        copies == 0 ? null : "also in " + copies + (copies == 1 ? " outlet" : " outlets"));
  }

  private static List<Piece> pieces(String text, List<Span> highlights) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (Span span : highlights) {
      if (span.start() > at) {
        pieces.add(new Piece(Printable.text(text.substring(at, span.start())), false));
      }
      pieces.add(new Piece(Printable.text(span.of(text)), true));
      at = span.end();
    }
    if (at < text.length()) {
      pieces.add(new Piece(Printable.text(text.substring(at)), false));
    }
    return pieces;
  }

  private static List<FacetView> facets(String query, SearchOrder order, FacetAnswer answer) {
    List<FacetView> views = new ArrayList<>();
    for (Map.Entry<String, List<FacetAnswer.Count>> facet : answer.facets().entrySet()) {
      List<FacetValue> values = new ArrayList<>();
      for (FacetAnswer.Count count : facet.getValue()) {
        values.add(
            new FacetValue(
                label(facet.getKey(), count.value()),
                "%,d".formatted(count.count()),
                address(narrowed(query, condition(facet.getKey(), count.value())), order)));
      }
      if (!values.isEmpty()) {
        views.add(new FacetView(facet.getKey(), values));
      }
    }
    return views;
  }

  /** A value of a facet for eyes. */
  private static String label(String facet, String value) {
    return ENTITIES.contains(facet) ? FactText.ofLexicon().name(value) : FactText.words(value);
  }

  /** A value of a facet as a condition of the query language. */
  static String condition(String facet, String value) {
    if (facet.equals("month")) {
      YearMonth month = YearMonth.parse(value);
      return "after:" + month.atDay(1) + " before:" + month.plusMonths(1).atDay(1);
    }
    String field = facet.equals("language") ? "lang" : facet;
    boolean plain = value.matches("[a-z0-9_.-]+");
    return field + ":" + (plain ? value : '"' + value.replace("\"", "") + '"');
  }

  /** The query with one condition more; OR binds loosest, so it goes into brackets. */
  static String narrowed(String query, String condition) {
    String bare = query.strip();
    if (bare.isEmpty() || bare.equals("*")) {
      return condition;
    }
    if (bare.contains(condition)) {
      return bare;
    }
    return (bare.contains(" OR ") ? "(" + bare + ")" : bare) + " " + condition;
  }

  private static List<BarView> bars(String query, SearchOrder order, FacetAnswer answer) {
    List<FacetAnswer.Bar> bars = answer.histogram();
    long most = bars.stream().mapToLong(FacetAnswer.Bar::count).max().orElse(0);
    if (most == 0 || bars.size() < 2 || bars.size() > MOST_BARS) {
      return List.of();
    }
    List<BarView> views = new ArrayList<>();
    int step = HISTOGRAM_WIDTH / bars.size();
    for (int i = 0; i < bars.size(); i++) {
      FacetAnswer.Bar bar = bars.get(i);
      if (bar.count() > 0) {
        int height = (int) Math.max(2, HISTOGRAM_HEIGHT * bar.count() / most);
        LocalDate end = answer.interval().next(bar.start());
        views.add(
            new BarView(
                i * step,
                HISTOGRAM_HEIGHT - height,
                Math.max(1, step - 2),
                height,
                "from %s: %,d".formatted(bar.start(), bar.count()),
                address(narrowed(query, "after:" + bar.start() + " before:" + end), order)));
      }
    }
    return views;
  }

  private static String address(String query, SearchOrder order) {
    String address = "/?q=" + Frame.encoded(query);
    return order == SearchOrder.RELEVANCE ? address : address + "&order=" + order.label();
  }

  /** How old an answer is. */
  static String asOf(Snapshot snapshot) {
    long seconds = Math.round(snapshot.ageSeconds());
    String age =
        seconds < 120
            ? seconds + " s"
            : seconds < 7_200
                ? seconds / 60 + " min"
                : seconds < 172_800 ? seconds / 3_600 + " h" : seconds / 86_400 + " days";
    return "index as of " + age + " ago";
  }
}
