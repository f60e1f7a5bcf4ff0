package io.chipwire.app.web;

import io.chipwire.app.text.FactText;
import io.chipwire.app.text.MarkedText;
import io.chipwire.app.web.ArticleView.FactTable;
import io.chipwire.article.Article;
import io.chipwire.extraction.Extraction;
import io.chipwire.fact.AmountText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns an extraction into what its page shows. */
final class ArticleViews {

  private ArticleViews() {}

  static ArticleView of(Extraction extraction) {
    Article article = extraction.article();
    return new ArticleView(
        article.title() == null ? "(no title)" : article.title(),
        MarkedText.ofTitle(extraction).segments(),
        Stream.of(
                article.publisher(),
                article.byline(),
                article.publishedOn() == null ? null : article.publishedOn().toString())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · ")),
        webAddress(article.url()),
        MarkedText.ofText(extraction).paragraphs(),
        tables(extraction));
  }

  /** Only addresses of the web become links: a javascript: one from an archive must not. */
  static @Nullable String webAddress(@Nullable String url) {
    return url != null && (url.startsWith("https://") || url.startsWith("http://")) ? url : null;
  }

  private static List<FactTable> tables(Extraction extraction) {
    FactText words = FactText.of(extraction);
    List<FactTable> tables = new ArrayList<>();
    add(
        tables,
        "Signals",
        List.of("kind", "about", "sentence"),
        extraction.signals().stream()
            .map(
                signal ->
                    List.of(
                        (FactText.arrow(signal.direction()) + " " + signal.kind().label()).strip(),
                        words.about(signal),
                        signal.sentence()))
            .toList());
    add(
        tables,
        "Figures",
        List.of("value", "metric", "subject", "product", "period", "status", "as printed"),
        extraction.figures().stream()
            .map(
                figure ->
                    List.of(
                        FactText.value(figure),
                        FactText.words(figure.metric().label()),
                        words.name(figure.subject()),
                        words.name(figure.product()),
                        figure.period() == null ? "" : figure.period(),
                        figure.status().label(),
                        figure.text()))
            .toList());
    add(
        tables,
        "Commitments",
        List.of("kind", "from", "to", "amount", "object", "term", "status"),
        extraction.commitments().stream()
            .map(
                commitment ->
                    List.of(
                        commitment.kind().label(),
                        words.names(commitment.obligors()),
                        words.name(commitment.counterparty()),
                        commitment.amount() == null ? "" : AmountText.of(commitment.amount()),
                        words.name(commitment.object()),
                        commitment.term() == null ? "" : commitment.term(),
                        commitment.status().label()))
            .toList());
    return tables;
  }

  private static void add(
      List<FactTable> tables, String name, List<String> header, List<List<String>> rows) {
    if (!rows.isEmpty()) {
      tables.add(new FactTable(name, header, rows));
    }
  }
}
