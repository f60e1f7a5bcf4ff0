package io.chipwire.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Checks the document of one fact. Only its few texts, if asked for, are indexed. One thread. */
final class FactCheck extends DocumentCheck {

  private final Document fact;
  private final Set<Term> terms = new HashSet<>();
  private final Map<String, byte[]> numbers = new HashMap<>();
  private @Nullable MemoryIndex index;

  FactCheck(Document fact) {
    this.fact = fact;
    for (IndexableField field : fact) {
      BytesRef bytes = field.binaryValue();
      if (field.fieldType().pointDimensionCount() > 0 && bytes != null) {
        numbers.put(field.name(), Arrays.copyOfRange(bytes.bytes, bytes.offset, end(bytes)));
      } else if (field.fieldType().indexOptions() != IndexOptions.NONE
          && !field.fieldType().tokenized()) {
        terms.add(
            new Term(field.name(), bytes == null ? new BytesRef(field.stringValue()) : bytes));
      }
    }
  }

  private static int end(BytesRef bytes) {
    return bytes.offset + bytes.length;
  }

  @Override
  boolean has(Term term) {
    return terms.contains(term)
        || (isText(term.field()) && index().search(new TermQuery(term)) > 0);
  }

  private static boolean isText(String field) {
    return field.equals(IndexSchema.TERM) || field.equals(IndexSchema.OBJECT);
  }

  @Override
  boolean isWithin(PointRangeQuery range) {
    byte[] number = numbers.get(range.getField());
    return number != null
        && Arrays.compareUnsigned(range.getLowerPoint(), number) <= 0
        && Arrays.compareUnsigned(number, range.getUpperPoint()) <= 0;
  }

  @Override
  boolean states(Query condition) {
    return false;
  }

  @Override
  boolean search(Query query) {
    return index().search(query) > 0;
  }

  private MemoryIndex index() {
    if (index == null) {
      index = MemoryIndex.fromDocument(fact, IndexSchema.analyzer());
    }
    return index;
  }
}
