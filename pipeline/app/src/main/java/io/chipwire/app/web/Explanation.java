package io.chipwire.app.web;

import io.chipwire.alert.Alert;
import io.chipwire.alert.FactWords;
import io.chipwire.app.text.Printable;
import io.chipwire.app.web.AlertView.PartView;
import io.chipwire.app.web.SearchView.Piece;
import io.chipwire.extraction.Extraction;
import io.chipwire.fact.Span;
import io.chipwire.query.NameResolver;
import io.chipwire.query.Query;
import io.chipwire.query.QueryLanguage;
import io.chipwire.query.QuerySyntaxException;
import io.chipwire.search.Excerpt;
import io.chipwire.search.Hit;
import io.chipwire.search.StoredMatch;
import io.chipwire.search.StoredQueries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which words and facts of an article met which part of a query: each part is matched for itself,
 * as the whole was. Immutable.
 *
 * @param sentence the alert's sentence with all that matched marked
 */
record Explanation(List<Piece> sentence, List<PartView> parts) {

  private static final int MOST_WORDS = 12;

  /** What an alert alone tells, where its article is not to be had any more. */
  static Explanation without(Alert alert) {
    return new Explanation(
        List.of(new Piece(Printable.text(alert.sentence()), false)),
        alert.predicates().stream()
            .map(part -> new PartView(part, List.of(), List.of(), ""))
            .toList());
  }

  static Explanation of(Alert alert, Extraction extraction, NameResolver names) throws IOException {
    Map<String, StoredMatch> matches = new HashMap<>();
    try (StoredQueries stored = new StoredQueries()) {
      stored.put(parts(alert, names));
      stored.match(extraction).matches().forEach(match -> matches.put(match.id(), match));
    }
    FactWords facts = new FactWords(extraction);
    BitSet marks = new BitSet();
    List<PartView> parts = new ArrayList<>();
    for (String part : alert.predicates()) {
      StoredMatch match = matches.get(part);
      if (match == null) {
        parts.add(
            new PartView(
                part, List.of(), List.of(), "the article was read anew and says otherwise"));
      } else {
        mark(match.hit(), alert.sentence(), marks);
        parts.add(part(part, match.hit(), extraction, facts));
      }
    }
    return new Explanation(pieces(alert.sentence(), marks), parts);
  }

  private static Map<String, Query> parts(Alert alert, NameResolver names) {
    Map<String, Query> parts = new HashMap<>();
    for (String part : alert.predicates()) {
      try {
        parts.put(part, QueryLanguage.parse(part, names));
      } catch (QuerySyntaxException e) {
        // The language has changed since; the part is shown as it is.
      }
    }
    return parts;
  }

  private static PartView part(String part, Hit hit, Extraction extraction, FactWords facts) {
    Set<String> words = new LinkedHashSet<>();
    String title = extraction.article().title();
    if (title != null) {
      hit.titleHighlights().forEach(span -> words.add(Printable.line(span.of(title))));
    }
    for (Excerpt excerpt : hit.sentences()) {
      excerpt.highlights().forEach(span -> words.add(Printable.line(span.of(excerpt.text()))));
    }
    boolean asksForFacts = part.contains(":");
    List<String> found =
        asksForFacts
            ? Stream.of(
                    hit.figures().stream().map(figure -> facts.of(figure.fact())),
                    hit.commitments().stream().map(commitment -> facts.of(commitment.fact())),
                    hit.signals().stream().map(signal -> facts.of(signal.fact())))
                .flatMap(each -> each)
                .distinct()
                .limit(MOST_WORDS)
                .toList()
            : List.of();
    String note =
        part.startsWith("-")
            ? "the article has nothing of it"
            : words.isEmpty() && found.isEmpty() ? "the article as a whole" : "";
    return new PartView(
        part,
        words.stream().limit(MOST_WORDS).toList(),
        part.startsWith("-") ? List.of() : found,
        note);
  }

  /** Marks in the alert's sentence what is marked in an excerpt that holds it, or lies in it. */
  private static void mark(Hit hit, String sentence, BitSet marks) {
    for (Excerpt excerpt : hit.sentences()) {
      int inside = excerpt.text().indexOf(sentence);
      int around = sentence.indexOf(excerpt.text());
      int shift = inside >= 0 ? -inside : around;
      if (inside >= 0 || around >= 0) {
        for (Span span : excerpt.highlights()) {
          int start = Math.max(0, span.start() + shift);
          int end = Math.min(sentence.length(), span.end() + shift);
          if (start < end) {
            marks.set(start, end);
          }
        }
      }
    }
  }

  private static List<Piece> pieces(String sentence, BitSet marks) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    while (at < sentence.length()) {
      boolean strong = marks.get(at);
      int next = strong ? marks.nextClearBit(at) : marks.nextSetBit(at);
      int end = next < 0 ? sentence.length() : Math.min(next, sentence.length());
      pieces.add(new Piece(Printable.text(sentence.substring(at, end)), strong));
      at = end;
    }
    return pieces;
  }
}
