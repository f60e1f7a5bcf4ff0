package io.chipwire.search;

import io.chipwire.query.FactKind;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;

/** Which facts of an article meet a query's conditions. */
interface FactsFound {

  /** Whether the query asks for facts of that kind. */
  boolean asksFor(FactKind kind);

  /** Positions of the matching facts in the extraction's list, ascending. */
  List<Integer> find(FactKind kind, LeafReaderContext leaf, int article) throws IOException;

  /** Whether the query asks for facts at all. */
  default boolean asksForFacts() {
    for (FactKind kind : FactKind.values()) {
      if (asksFor(kind)) {
        return true;
      }
    }
    return false;
  }
}
