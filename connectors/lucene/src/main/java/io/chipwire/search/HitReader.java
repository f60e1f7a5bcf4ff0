package io.chipwire.search;

import io.chipwire.article.Article;
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
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;

/** Makes a hit of a matching document. One searcher, one thread. */
final class HitReader {

  private static final int SENTENCES = 3;
  private static final int FACTS = 20;

  /** Marks that are looked at for the best sentences. */
  private static final int MARKS = 500;

  private final IndexSearcher searcher;
  private final StoredFields stored;
  private final FactsFound facts;
  private final Marks marks;

  HitReader(IndexSearcher searcher, LuceneQueries queries, Query query) throws IOException {
    this(searcher, new FactFinder(searcher, queries, query), new Marks(searcher, queries, query));
  }

  /** The same where facts are found in another way. */
  HitReader(IndexSearcher searcher, FactsFound facts, Marks marks) throws IOException {
    this.searcher = searcher;
    this.stored = searcher.storedFields();
    this.facts = facts;
    this.marks = marks;
  }

  /** The article's matching facts, as positions in the extraction's lists. */
  List<Integer> matching(FactKind kind, int doc) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    return facts.find(kind, leaf, doc - leaf.docBase);
  }

  Copy copy(int doc) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    Article article = StoredArticle.readHead(leaf, doc - leaf.docBase);
    return new Copy(
        article.id(), article.url(), article.title(), article.publisher(), article.publishedAt());
  }

  Hit hit(int doc, double score, int copyCount, List<Copy> copies) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    ArticleParts parts = StoredArticle.read(leaf, stored, doc - leaf.docBase);
    return hit(doc, parts, new Sentences(parts.text()), score, copyCount, copies);
  }

  /** The same where the article is at hand, with its sentences as far as they were cut. */
  Hit hit(
      int doc,
      ArticleParts parts,
      Sentences sentences,
      double score,
      int copyCount,
      List<Copy> copies)
      throws IOException {
    LeafReaderContext leaf = leaf(doc);
    int local = doc - leaf.docBase;
    Article article = parts.head();
    List<Marks.Mark> inText = marks.inText(leaf, local, parts);
    Finding finding = new Finding(doc, parts, sentences);
    Set<Span> chosen = finding.stating(inText);
    if (chosen.size() < SENTENCES) {
      best(sentences, inText).stream()
          .filter(sentence -> !chosen.contains(sentence))
          .limit(SENTENCES - chosen.size())
          .toList()
          .forEach(chosen::add);
    }
    if (chosen.isEmpty()) {
      chosen.add(sentences.at(0));
    }
    List<Found<Figure>> figures = finding.all(FactKind.FIGURE, chosen, parts::figure);
    List<Found<Commitment>> commitments =
        finding.all(FactKind.COMMITMENT, chosen, parts::commitment);
    List<Found<Signal>> signals = finding.all(FactKind.SIGNAL, chosen, parts::signal);
    List<Span> spans = new ArrayList<>(inText.stream().map(Marks.Mark::span).toList());
    if (facts.asksFor(FactKind.FIGURE)) {
      figures.stream()
          .map(Found::fact)
          .filter(figure -> !figure.inTitle())
          .forEach(figure -> spans.add(figure.span()));
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
        excerpts(parts.text(), chosen, Marks.merge(spans)),
        figures,
        commitments,
        signals,
        copyCount,
        copies);
  }

  /** The facts of one article that belong to its hit. */
  private final class Finding {

    private final int doc;
    private final ArticleParts parts;
    private final Sentences sentences;

    Finding(int doc, ArticleParts parts, Sentences sentences) {
      this.doc = doc;
      this.parts = parts;
      this.sentences = sentences;
    }

    /**
     * The sentences that state what the query asked for, those with most of its words first, then
     * the first ones.
     */
    Set<Span> stating(List<Marks.Mark> marks) throws IOException {
      Map<Span, Long> words = new HashMap<>();
      for (FactKind kind : FactKind.values()) {
        if (facts.asksFor(kind)) {
          matching(kind, doc).stream()
              .limit(FACTS)
              .filter(position -> !parts.inTitle(kind, position))
              .map(position -> sentences.at(parts.start(kind, position)))
              .forEach(sentence -> words.computeIfAbsent(sentence, at -> said(marks, at)));
        }
      }
      return mostWords(words);
    }

    <F> List<Found<F>> all(FactKind kind, Set<Span> chosen, IntFunction<F> fact)
        throws IOException {
      List<Found<F>> found = new ArrayList<>();
      for (int position : positions(kind, chosen)) {
        if (found.size() < FACTS) {
          found.add(new Found<>(fact.apply(position), position, sentence(kind, position)));
        }
      }
      return found;
    }

    /** Those in the sentences that are shown first; where no facts were asked for, only those. */
    private List<Integer> positions(FactKind kind, Set<Span> chosen) throws IOException {
      if (!facts.asksForFacts()) {
        return IntStream.range(0, parts.count(kind))
            .filter(position -> isShown(kind, position, chosen))
            .boxed()
            .toList();
      }
      List<Integer> positions = new ArrayList<>(matching(kind, doc));
      positions.removeIf(position -> position >= parts.count(kind));
      positions.sort(Comparator.comparing(position -> !isShown(kind, position, chosen)));
      return positions;
    }

    private boolean isShown(FactKind kind, int position, Set<Span> chosen) {
      int start = parts.start(kind, position);
      return !parts.inTitle(kind, position)
          && chosen.stream().anyMatch(span -> span.start() <= start && start < span.end());
    }

    private String sentence(FactKind kind, int position) {
      if (parts.inTitle(kind, position)) {
        String title = parts.head().title();
        return title == null ? "" : title;
      }
      return sentences.at(parts.start(kind, position)).of(parts.text());
    }
  }

  /**
   * The sentences with the most different words of the query, the first ones if there are equals.
   * Stops looking when enough have all words.
   */
  private static Set<Span> best(Sentences sentences, List<Marks.Mark> marks) {
    List<Marks.Mark> looked = marks.subList(0, Math.min(MARKS, marks.size()));
    int most = (int) looked.stream().map(Marks.Mark::what).distinct().count();
    Map<Span, Set<Object>> words = new HashMap<>();
    int full = 0;
    for (Marks.Mark mark : looked) {
      Set<Object> said =
          words.computeIfAbsent(sentences.at(mark.span().start()), key -> new HashSet<>());
      if (said.add(mark.what()) && said.size() == most && ++full == SENTENCES) {
        break;
      }
    }
    Map<Span, Long> counts = new HashMap<>();
    words.forEach((sentence, said) -> counts.put(sentence, (long) said.size()));
    return mostWords(counts);
  }

  /** How many different words of the query a sentence has, of marks in order. */
  private static long said(List<Marks.Mark> marks, Span sentence) {
    int from = 0;
    int to = marks.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (marks.get(middle).span().start() < sentence.start()) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    Set<Object> said = new HashSet<>();
    while (from < marks.size() && marks.get(from).span().start() < sentence.end()) {
      said.add(marks.get(from++).what());
    }
    return said.size();
  }

  private static Set<Span> mostWords(Map<Span, Long> words) {
    Set<Span> most = inOrder();
    words.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<Span, Long> e) -> -e.getValue())
                .thenComparing(e -> e.getKey().start()))
        .limit(SENTENCES)
        .forEach(e -> most.add(e.getKey()));
    return most;
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
