package io.chipwire.search;

import static io.chipwire.search.IndexSchema.*;

import io.chipwire.article.Article;
import io.chipwire.extraction.Extraction;
import io.chipwire.fact.Amount;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.Entity;
import io.chipwire.fact.Figure;
import io.chipwire.fact.Labelled;
import io.chipwire.signal.Signal;
import io.chipwire.story.Fingerprint;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** An article as the documents of its block: children first, the article last. */
final class ArticleBlock {

  /** Longest term that is indexed, in UTF-16 code units; Lucene takes 32,766 bytes. */
  private static final int MAX_TERM = 8_000;

  private static final FieldType TEXT_TYPE = textType();

  private ArticleBlock() {}

  /** The term by which an article's whole block is found and deleted. */
  static Term idTerm(String articleId) {
    return new Term(ID, cut(articleId));
  }

  /** The block of an article, to be kept. */
  static List<Document> of(Extraction extraction) throws IOException {
    List<Document> block = transientOf(extraction);
    Document article = block.getLast();
    StoredArticle.write(extraction, article);
    Fingerprint.of(extraction.article().text())
        .ifPresent(
            print ->
                article.add(new BinaryDocValuesField(FINGERPRINT, new BytesRef(print.bytes()))));
    return block;
  }

  /** The same without what only those need who have nothing but the index. */
  static List<Document> transientOf(Extraction extraction) {
    String id = cut(extraction.article().id());
    List<Document> block = new ArrayList<>();
    List<Figure> figures = extraction.figures();
    for (int i = 0; i < figures.size(); i++) {
      block.add(figure(id, i, figures.get(i)));
    }
    List<Commitment> commitments = extraction.commitments();
    for (int i = 0; i < commitments.size(); i++) {
      block.add(commitment(id, i, commitments.get(i)));
    }
    List<Signal> signals = extraction.signals();
    for (int i = 0; i < signals.size(); i++) {
      block.add(signal(id, i, signals.get(i)));
    }
    block.add(article(id, extraction));
    return block;
  }

  private static Document article(String id, Extraction extraction) {
    Article article = extraction.article();
    Document doc = document(TYPE_ARTICLE, id);
    doc.add(new NumericDocValuesField(ID_HASH, hash(id)));
    text(doc, TITLE, article.title());
    text(doc, TEXT, article.text());
    term(doc, URL, article.url());
    if (article.publisher() != null) {
      term(doc, PUBLISHER, fold(article.publisher()));
      facet(doc, PUBLISHER_FACET, article.publisher());
    }
    instant(doc, PUBLISHED, article.publishedAt());
    instant(doc, FETCHED, article.fetchedAt());
    if (article.publishedAt() != null) {
      String day = article.publishedAt().atOffset(ZoneOffset.UTC).toLocalDate().toString();
      facet(doc, MONTH, day.substring(0, day.length() - 3));
    }
    term(doc, LANGUAGE, article.language());
    if (article.language() != null) {
      facet(doc, LANGUAGE, article.language());
    }
    doc.add(new NumericDocValuesField(ORDINAL, article.ordinal()));
    for (Entity entity : extraction.entities()) {
      String field = ENTITY + entity.type().label();
      term(doc, field, entity.id());
      facet(doc, field, entity.id());
      term(doc, ENTITY_ANY, entity.id());
    }
    extraction.signals().stream()
        .map(signal -> signal.kind().label())
        .distinct()
        .forEach(kind -> facet(doc, KIND_FACET, kind));
    extraction.figures().stream()
        .map(figure -> figure.metric().label())
        .distinct()
        .forEach(metric -> facet(doc, METRIC_FACET, metric));
    return doc;
  }

  private static Document figure(String id, int position, Figure figure) {
    Document doc = child(TYPE_FIGURE, id, position, figure.confidence());
    term(doc, METRIC, figure.metric());
    amount(doc, figure.amount());
    term(doc, PER, figure.per());
    subjects(doc, figure.subject(), figure.product());
    if (figure.period() != null) {
      PeriodTerms.of(figure.period()).forEach(period -> term(doc, PERIOD, period));
    }
    term(doc, STATUS, figure.status());
    if (figure.change() != null) {
      term(doc, CHANGE, "true");
      term(doc, DIRECTION, figure.change().direction());
    }
    return doc;
  }

  private static Document commitment(String id, int position, Commitment commitment) {
    Document doc = child(TYPE_COMMITMENT, id, position, commitment.confidence());
    term(doc, COMMITMENT_KIND, commitment.kind());
    commitment.obligors().forEach(obligor -> term(doc, OBLIGOR, obligor));
    term(doc, COUNTERPARTY, commitment.counterparty());
    if (commitment.amount() != null) {
      amount(doc, commitment.amount());
    }
    text(doc, TERM, commitment.term());
    text(doc, OBJECT, commitment.object());
    term(doc, STATUS, commitment.status());
    return doc;
  }

  private static Document signal(String id, int position, Signal signal) {
    Document doc = child(TYPE_SIGNAL, id, position, signal.confidence());
    term(doc, KIND, signal.kind());
    subjects(doc, signal.subject(), signal.product());
    if (signal.direction() != null) {
      term(doc, DIRECTION, signal.direction());
    }
    return doc;
  }

  private static Document document(String type, String id) {
    Document doc = new Document();
    doc.add(new StringField(TYPE, type, Store.NO));
    doc.add(new StringField(ID, id, Store.NO));
    return doc;
  }

  private static Document child(String type, String id, int position, double confidence) {
    Document doc = document(type, id);
    doc.add(new NumericDocValuesField(POSITION, position));
    doc.add(new DoubleField(CONFIDENCE, confidence, Store.NO));
    return doc;
  }

  private static void amount(Document doc, Amount amount) {
    term(doc, UNIT, amount.unit());
    term(doc, BOUND, amount.bound());
    BigDecimal low = amount.low() != null ? amount.low() : amount.high();
    BigDecimal high = amount.high() != null ? amount.high() : amount.low();
    if (low == null || high == null) {
      return;
    }
    double from = Math.min(low.doubleValue(), high.doubleValue());
    double to = Math.max(low.doubleValue(), high.doubleValue());
    doc.add(new DoubleField(LOW, from, Store.NO));
    doc.add(new DoubleField(HIGH, to, Store.NO));
    ValueBuckets.of(amount.unit(), from, to).forEach(bucket -> term(doc, BUCKET, bucket));
  }

  private static void subjects(Document doc, @Nullable String subject, @Nullable String product) {
    Set<String> ids = new LinkedHashSet<>();
    if (subject != null) {
      ids.add(subject);
    }
    if (product != null) {
      ids.add(product);
    }
    ids.forEach(id -> term(doc, SUBJECT, id));
  }

  private static void instant(Document doc, String field, @Nullable Instant instant) {
    if (instant != null) {
      doc.add(new LongField(field, instant.toEpochMilli(), Store.NO));
    }
  }

  private static void term(Document doc, String field, Labelled value) {
    term(doc, field, value.label());
  }

  private static void term(Document doc, String field, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      doc.add(new StringField(field, cut(value), Store.NO));
    }
  }

  private static void facet(Document doc, String field, String value) {
    if (!value.isEmpty()) {
      doc.add(new SortedSetDocValuesField(field, new BytesRef(cut(value))));
    }
  }

  private static void text(Document doc, String field, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      doc.add(new Field(field, value, TEXT_TYPE));
    }
  }

  /** FNV-1a of the UTF-16 code units. */
  private static long hash(String id) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  private static String cut(String value) {
    return value.length() <= MAX_TERM ? value : value.substring(0, MAX_TERM);
  }

  private static FieldType textType() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    type.freeze();
    return type;
  }
}
