package io.chipwire.search;

import io.chipwire.fact.EntityType;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;

/** What counting by property needs to know of a state of the index, by the property's name. */
record FacetStates(Map<String, StringDocValuesReaderState> byName) {

  private static final Map<String, String> FIELDS = fields();

  private static Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    for (EntityType type : EntityType.values()) {
      fields.put(type.label(), IndexSchema.ENTITY + type.label());
    }
    fields.put("kind", IndexSchema.KIND_FACET);
    fields.put("metric", IndexSchema.METRIC_FACET);
    fields.put("publisher", IndexSchema.PUBLISHER_FACET);
    fields.put("month", IndexSchema.MONTH);
    fields.put("language", IndexSchema.LANGUAGE);
    return Collections.unmodifiableMap(fields);
  }

  static FacetStates of(IndexReader reader) throws IOException {
    FieldInfos present = FieldInfos.getMergedFieldInfos(reader);
    Map<String, StringDocValuesReaderState> states = new LinkedHashMap<>();
    for (Map.Entry<String, String> field : FIELDS.entrySet()) {
      if (present.fieldInfo(field.getValue()) != null) {
        states.put(field.getKey(), new StringDocValuesReaderState(reader, field.getValue()));
      }
    }
    return new FacetStates(Collections.unmodifiableMap(states));
  }

  /** All properties there can be. */
  static Iterable<String> names() {
    return FIELDS.keySet();
  }

  /** The field of a property. */
  static String field(String name) {
    return FIELDS.get(name);
  }
}
