package io.chipwire.search;

import io.chipwire.article.Article;
import io.chipwire.extraction.Extraction;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.Figure;
import io.chipwire.fact.Span;
import io.chipwire.query.FactKind;
import io.chipwire.query.Query;
import io.chipwire.signal.Signal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;

/** Makes a hit of a matching document. One searcher, one thread. */
final class HitReader {

  private static final int SENTENCES = 3;
  private static final int FACTS = 20;

  /** Marks that are looked at for the best sentences. */
  private static final int MARKS = 500;

  private static final Set<String> JSON_ONLY = Set.of(IndexSchema.JSON);

  private final IndexSearcher searcher;
  private final FactFinder facts;
  private final Marks marks;

  HitReader(IndexSearcher searcher, LuceneQueries queries, Query query) throws IOException {
    this.searcher = searcher;
    this.facts = new FactFinder(searcher, queries, query);
    this.marks = new Marks(searcher, queries, query);
  }

  static Extraction extraction(IndexSearcher searcher, int doc) throws IOException {
    String json = searcher.storedFields().document(doc, JSON_ONLY).get(IndexSchema.JSON);
    if (json == null) {
      throw new IOException("document " + doc + ": expected an article, with its JSON stored");
    }
    return ExtractionJson.read(json);
  }

  /** The article's matching facts, as positions in the extraction's lists. */
  List<Integer> matching(FactKind kind, int doc) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    return facts.find(kind, leaf, doc - leaf.docBase);
  }

  Copy copy(int doc) throws IOException {
    Article article = extraction(searcher, doc).article();
    return new Copy(
        article.id(), article.url(), article.title(), article.publisher(), article.publishedAt());
  }

  Hit hit(int doc, double score, int copyCount, List<Copy> copies) throws IOException {
    return hit(doc, extraction(searcher, doc), score, copyCount, copies);
  }

  /** The same where the article is at hand. */
  Hit hit(int doc, Extraction extraction, double score, int copyCount, List<Copy> copies)
      throws IOException {
    LeafReaderContext leaf = leaf(doc);
    int local = doc - leaf.docBase;
    Article article = extraction.article();
    Sentences sentences = new Sentences(article.text());
    List<Marks.Mark> inText = marks.inText(leaf, local, extraction);
    Set<Span> chosen = best(sentences, inText);
    List<Found<Figure>> figures =
        found(
            FactKind.FIGURE,
            doc,
            extraction.figures(),
            article,
            sentences,
            chosen,
            figure -> new Place(figure.start(), figure.end(), figure.inTitle()));
    List<Found<Commitment>> commitments =
        found(
            FactKind.COMMITMENT,
            doc,
            extraction.commitments(),
            article,
            sentences,
            chosen,
            commitment -> new Place(commitment.start(), commitment.end(), commitment.inTitle()));
    List<Found<Signal>> signals =
        found(
            FactKind.SIGNAL,
            doc,
            extraction.signals(),
            article,
            sentences,
            chosen,
            signal -> new Place(signal.start(), signal.end(), signal.inTitle()));
    List<Span> spans = new ArrayList<>(inText.stream().map(Marks.Mark::span).toList());
    if (chosen.isEmpty()) {
      for (Found<Figure> found : figures) {
        if (!found.fact().inTitle() && chosen.size() < SENTENCES) {
          chosen.add(sentences.at(found.fact().start()));
          spans.add(found.fact().span());
        }
      }
      for (Found<Commitment> found : commitments) {
        if (!found.fact().inTitle() && chosen.size() < SENTENCES) {
          chosen.add(sentences.at(found.fact().start()));
        }
      }
      if (chosen.isEmpty()) {
        chosen.add(sentences.at(0));
      }
    }
    spans.sort(Comparator.comparingInt(Span::start).thenComparing(Span::end));
    return new Hit(
        score,
        article.id(),
        article.url(),
        article.title(),
        marks.inTitle(leaf, local),
        article.publisher(),
        article.publishedAt(),
        article.language(),
        excerpts(article.text(), chosen, Marks.merge(spans)),
        figures,
        commitments,
        signals,
        copyCount,
        copies);
  }

  /** Where a fact stands. */
  private record Place(int start, int end, boolean inTitle) {}

  private <F> List<Found<F>> found(
      FactKind kind,
      int doc,
      List<F> all,
      Article article,
      Sentences sentences,
      Set<Span> chosen,
      Function<F, Place> place)
      throws IOException {
    List<Integer> positions = new ArrayList<>();
    if (facts.asksFor(kind)) {
      positions.addAll(matching(kind, doc));
    } else if (!facts.asksForFacts()) {
      for (int i = 0; i < all.size(); i++) {
        Place at = place.apply(all.get(i));
        if (!at.inTitle() && chosen.contains(sentences.at(at.start()))) {
          positions.add(i);
        }
      }
    }
    List<Found<F>> found = new ArrayList<>();
    for (int position : positions) {
      if (position < all.size() && found.size() < FACTS) {
        F fact = all.get(position);
        found.add(new Found<>(fact, position, sentence(article, sentences, place.apply(fact))));
      }
    }
    return found;
  }

  private static String sentence(Article article, Sentences sentences, Place place) {
    if (place.inTitle()) {
      return article.title() == null ? "" : article.title();
    }
    return sentences.at(place.start()).of(article.text());
  }

  /**
   * The sentences with the most different words of the query, the first ones if there are equals.
   */
  private static Set<Span> best(Sentences sentences, List<Marks.Mark> marks) {
    Map<Span, Set<Object>> words = new HashMap<>();
    for (Marks.Mark mark : marks.subList(0, Math.min(MARKS, marks.size()))) {
      words
          .computeIfAbsent(sentences.at(mark.span().start()), key -> new HashSet<>())
          .add(mark.what());
    }
    Set<Span> best = inOrder();
    words.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<Span, Set<Object>> e) -> -e.getValue().size())
                .thenComparing(e -> e.getKey().start()))
        .limit(SENTENCES)
        .forEach(e -> best.add(e.getKey()));
    return best;
  }

  private static Set<Span> inOrder() {
    return new TreeSet<>(Comparator.comparingInt(Span::start));
  }

  private static List<Excerpt> excerpts(String text, Set<Span> chosen, List<Span> spans) {
    List<Excerpt> excerpts = new ArrayList<>();
    for (Span sentence : chosen) {
      List<Span> highlights = new ArrayList<>();
      for (Span span : spans) {
        if (span.overlaps(sentence)) {
          highlights.add(
              new Span(
                  Math.max(span.start(), sentence.start()) - sentence.start(),
                  Math.min(span.end(), sentence.end()) - sentence.start()));
        }
      }
      if (sentence.end() > sentence.start()) {
        excerpts.add(new Excerpt(sentence.start(), sentence.of(text), highlights));
      }
    }
    return excerpts;
  }

  private LeafReaderContext leaf(int doc) {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    return leaves.get(ReaderUtil.subIndex(doc, leaves));
  }
}
