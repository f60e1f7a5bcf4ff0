package io.chipwire.search;

import org.apache.lucene.analysis.Analyzer;

/**
 * The fields of the index, in one place. Change a field, change {@link #VERSION}.
 *
 * <p>"Term" is an exact, not analysed string; "text" is analysed by {@link #analyzer()} with
 * positions and offsets; "number" has a point for ranges and doc values for sorting; "facet" has
 * doc values only.
 */
public final class IndexSchema {

  /** Version of this schema, kept in the commit data of every index. */
  public static final int VERSION = 2;

  // ---- every document of a block
  /** Term: what the document is, one of the {@code TYPE_} values. */
  static final String TYPE = "type";

  static final String TYPE_ARTICLE = "article";
  static final String TYPE_FIGURE = "figure";
  static final String TYPE_COMMITMENT = "commitment";
  static final String TYPE_SIGNAL = "signal";

  /** Term: the article's id. */
  static final String ID = "id";

  // ---- the article
  /** Facet (bytes): the article without text and tables, see {@link StoredHead}. */
  static final String HEAD = "head";

  /** Stored (bytes): the entities with their mentions, see {@link StoredEntities}. */
  static final String ENTITIES = "entities";

  /** Stored (bytes): the figures, commitments and signals, see {@link StoredFacts}. */
  static final String FACTS = "facts";

  /** Stored (bytes): the tables' JSON; absent where there are none. */
  static final String TABLES = "tables";

  /**
   * Facet (number): a hash of the article's id, to break ties when sorting. The id itself would be
   * a hundred times slower where the articles were indexed by date: each of them gets among the
   * best for a while, and its id would have to be unpacked for that.
   */
  static final String ID_HASH = "idHash";

  /** Text. */
  static final String TITLE = "title";

  /** Text, stored. */
  static final String TEXT = "text";

  /** Term: the canonical URL. */
  static final String URL = "url";

  /** Term: the publisher's name, folded by {@link #fold}. */
  static final String PUBLISHER = "publisher";

  /** Facet: the publisher's name as printed. */
  static final String PUBLISHER_FACET = "publisherFacet";

  /** Number: milliseconds since 1970; absent where unknown. */
  static final String PUBLISHED = "published";

  /** Number: milliseconds since 1970; absent where unknown. */
  static final String FETCHED = "fetched";

  /** Facet: month of publication, {@code 2026-04}. */
  static final String MONTH = "month";

  /** Term and facet: ISO 639-1 code. */
  static final String LANGUAGE = "language";

  /** Facet (number): the article's place in its input. */
  static final String ORDINAL = "ordinal";

  /** Prefix of a term and facet for each type of entity: ids. */
  static final String ENTITY = "entity.";

  /** Term: ids of entities of any type. */
  static final String ENTITY_ANY = "entity";

  /** Facet: kinds of the signals. */
  static final String KIND_FACET = "kindFacet";

  /** Facet: metrics of the figures. */
  static final String METRIC_FACET = "metricFacet";

  /** Facet (bytes): the text's {@link io.chipwire.story.Fingerprint}; absent for short texts. */
  static final String FINGERPRINT = "fingerprint";

  // ---- a figure, commitment or signal
  /** Facet (number): position in the extraction's list. */
  static final String POSITION = "position";

  /** Number: from 0 to 1. */
  static final String CONFIDENCE = "confidence";

  /** Term: a signal's kind. */
  static final String KIND = "kind";

  /** Term: a commitment's kind. */
  static final String COMMITMENT_KIND = "commitmentKind";

  /** Term: what it is about: ids of subject and product. */
  static final String SUBJECT = "subject";

  /** Term: {@code up} or {@code down}, of a figure that is a change, or of a signal. */
  static final String DIRECTION = "direction";

  /** Term: a figure's metric. */
  static final String METRIC = "metric";

  /** Term: a unit. */
  static final String UNIT = "unit";

  /** Term: the denominator of a rate. */
  static final String PER = "per";

  /** Term: a figure's period and every calendar period that contains it. */
  static final String PERIOD = "period";

  /** Term: the status of a figure or of a commitment. */
  static final String STATUS = "status";

  /** Term: how the quantity is limited. */
  static final String BOUND = "bound";

  /** Term: {@code true} on a figure that is a change. */
  static final String CHANGE = "change";

  /** Number: the lowest value said, the only one where there is but one. */
  static final String LOW = "low";

  /** Number: the highest value said, the only one where there is but one. */
  static final String HIGH = "high";

  /** Term: see {@link ValueBuckets}. */
  static final String BUCKET = "bucket";

  /** Term: ids of those who owe a commitment. */
  static final String OBLIGOR = "obligor";

  /** Term: id of the one to whom it is owed. */
  static final String COUNTERPARTY = "counterparty";

  /** Text: over what time. */
  static final String TERM = "term";

  /** Text: what a commitment is about. */
  static final String OBJECT = "object";

  private static final Analyzer ANALYZER = new NewsAnalyzer();

  private IndexSchema() {}

  /** The analysis of every text field, for indexing and for queries alike. */
  static Analyzer analyzer() {
    return ANALYZER;
  }

  /** The spelling under which names are compared: lower case, single spaces. */
  static String fold(String name) {
    return name.strip().toLowerCase(java.util.Locale.ROOT).replaceAll("\\s+", " ");
  }
}
