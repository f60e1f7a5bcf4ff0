package io.chipwire.search;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import io.chipwire.article.Article;
import io.chipwire.article.Table;
import io.chipwire.extraction.Extraction;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.Figure;
import io.chipwire.fact.Span;
import io.chipwire.query.FactKind;
import io.chipwire.signal.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * An article as the index stores it: in parts, so that who shows three sentences and a figure of it
 * need not read all that it says.
 *
 * <p>Methods throw {@link UncheckedIOException} where a part is not what was written.
 */
final class StoredArticle implements ArticleParts {

  private static final ObjectReader TABLES =
      ExtractionJson.mapper().readerFor(new TypeReference<List<Table>>() {});

  private final Article head;
  private final String text;
  private final StoredEntities entities;
  private final StoredFacts facts;
  private final byte @Nullable [] tables;

  private StoredArticle(Article head, Stored stored) {
    this.head = head;
    this.text = stored.text;
    this.entities = new StoredEntities(stored.entities);
    this.facts = StoredFacts.read(stored.facts);
    this.tables = stored.tables;
  }

  /** Stores an article's parts in its document. */
  static void write(Extraction extraction, Document doc) throws IOException {
    Article article = extraction.article();
    doc.add(new BinaryDocValuesField(IndexSchema.HEAD, new BytesRef(StoredHead.write(article))));
    doc.add(new StoredField(IndexSchema.TEXT, article.text()));
    doc.add(new StoredField(IndexSchema.FACTS, StoredFacts.write(extraction)));
    doc.add(new StoredField(IndexSchema.ENTITIES, StoredEntities.write(extraction.entities())));
    if (!article.tables().isEmpty()) {
      doc.add(
          new StoredField(
              IndexSchema.TABLES, ExtractionJson.mapper().writeValueAsBytes(article.tables())));
    }
  }

  /**
   * Reads an article's parts.
   *
   * @param doc in the leaf
   */
  static StoredArticle read(LeafReaderContext leaf, StoredFields fields, int doc)
      throws IOException {
    Article head = readHead(leaf, doc);
    Stored stored = new Stored();
    fields.document(leaf.docBase + doc, stored);
    return new StoredArticle(head, stored);
  }

  /**
   * Reads an article without text and facts.
   *
   * @param doc in the leaf
   */
  static Article readHead(LeafReaderContext leaf, int doc) throws IOException {
    BinaryDocValues heads = DocValues.getBinary(leaf.reader(), IndexSchema.HEAD);
    if (!heads.advanceExact(doc)) {
      throw new IOException(
          "document " + (leaf.docBase + doc) + ": expected an article, with its head");
    }
    return StoredHead.read(heads.binaryValue());
  }

  /** The whole article. */
  Extraction extraction() {
    return new Extraction(
        head.with(text, tables()),
        entities.all(),
        IntStream.range(0, count(FactKind.FIGURE)).mapToObj(this::figure).toList(),
        IntStream.range(0, count(FactKind.COMMITMENT)).mapToObj(this::commitment).toList(),
        IntStream.range(0, count(FactKind.SIGNAL)).mapToObj(this::signal).toList());
  }

  @Override
  public Article head() {
    return head;
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public int count(FactKind kind) {
    return facts.count(kind);
  }

  @Override
  public int start(FactKind kind, int position) {
    return facts.start(kind, position);
  }

  @Override
  public boolean inTitle(FactKind kind, int position) {
    return facts.inTitle(kind, position);
  }

  @Override
  public Figure figure(int position) {
    return facts.figure(position);
  }

  @Override
  public Commitment commitment(int position) {
    return facts.commitment(position);
  }

  @Override
  public Signal signal(int position) {
    return facts.signal(position);
  }

  @Override
  public void mentions(Set<String> ids, BiConsumer<String, Span> each) {
    entities.mentions(ids, each);
  }

  private List<Table> tables() {
    try {
      return tables == null ? List.of() : TABLES.readValue(tables);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The stored fields of a document, as they are. */
  private static final class Stored extends StoredFieldVisitor {

    private static final byte[] NONE = {};

    private String text = "";
    private byte[] facts = NONE;
    private byte[] entities = NONE;
    private byte @Nullable [] tables;

    @Override
    public Status needsField(FieldInfo field) {
      return Status.YES;
    }

    @Override
    public void stringField(FieldInfo field, String value) {
      text = value;
    }

    @Override
    public void binaryField(FieldInfo field, byte[] value) {
      switch (field.name) {
        case IndexSchema.FACTS -> facts = value;
        case IndexSchema.ENTITIES -> entities = value;
        default -> tables = value;
      }
    }
  }
}
