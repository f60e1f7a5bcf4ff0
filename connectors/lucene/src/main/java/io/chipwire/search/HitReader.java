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

  Hit hit(int doc, double score, List<Copy> copies) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    int local = doc - leaf.docBase;
    Extraction extraction = extraction(searcher, doc);
    Article article = extraction.article();
    Sentences sentences = new Sentences(article.text());
    List<Marks.Mark> inText = marks.inText(leaf, local, extraction);
    Set<Integer> chosen = best(sentences, inText);
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
      for (Found<Figure> figure : figures) {
        if (!figure.fact().inTitle() && chosen.size() < SENTENCES) {
          chosen.add(Math.max(0, sentences.indexAt(figure.fact().start())));
          spans.add(figure.fact().span());
        }
      }
      for (Found<Commitment> found : commitments) {
        if (!found.fact().inTitle() && chosen.size() < SENTENCES) {
          chosen.add(Math.max(0, sentences.indexAt(found.fact().start())));
        }
      }
      if (chosen.isEmpty()) {
        chosen.add(0);
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
        excerpts(article.text(), sentences, chosen, Marks.merge(spans)),
        figures,
        commitments,
        signals,
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
      Set<Integer> chosen,
      Function<F, Place> place)
      throws IOException {
    List<Integer> positions = new ArrayList<>();
    if (facts.asksFor(kind)) {
      positions.addAll(matching(kind, doc));
    } else if (!facts.asksForFacts()) {
      for (int i = 0; i < all.size(); i++) {
        Place at = place.apply(all.get(i));
        if (!at.inTitle() && chosen.contains(sentences.indexAt(at.start()))) {
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
    int index = sentences.indexAt(place.start());
    return index < 0 ? "" : sentences.all().get(index).of(article.text());
  }

  /**
   * The sentences with the most different words of the query, the first ones if there are equals.
   */
  private static Set<Integer> best(Sentences sentences, List<Marks.Mark> marks) {
    Map<Integer, Set<Object>> words = new HashMap<>();
    for (Marks.Mark mark : marks) {
      int index = sentences.indexAt(mark.span().start());
      if (index >= 0) {
        words.computeIfAbsent(index, key -> new HashSet<>()).add(mark.what());
      }
    }
    return new TreeSet<>(
        words.entrySet().stream()
            .sorted(
                Comparator.comparingInt((Map.Entry<Integer, Set<Object>> e) -> -e.getValue().size())
                    .thenComparing(Map.Entry::getKey))
            .limit(SENTENCES)
            .map(Map.Entry::getKey)
            .toList());
  }

  private static List<Excerpt> excerpts(
      String text, Sentences sentences, Set<Integer> chosen, List<Span> spans) {
    List<Excerpt> excerpts = new ArrayList<>();
    for (int index : chosen) {
      if (index >= sentences.all().size()) {
        continue;
      }
      Span sentence = sentences.all().get(index);
      List<Span> highlights = new ArrayList<>();
      for (Span span : spans) {
        if (span.overlaps(sentence)) {
          highlights.add(
              new Span(
                  Math.max(span.start(), sentence.start()) - sentence.start(),
                  Math.min(span.end(), sentence.end()) - sentence.start()));
        }
      }
      excerpts.add(new Excerpt(sentence.start(), sentence.of(text), highlights));
    }
    return excerpts;
  }

  private LeafReaderContext leaf(int doc) {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    return leaves.get(ReaderUtil.subIndex(doc, leaves));
  }
}
