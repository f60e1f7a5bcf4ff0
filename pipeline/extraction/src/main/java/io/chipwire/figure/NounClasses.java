package io.chipwire.figure;

import io.chipwire.table.Rows;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What common nouns stand for where that decides a metric, from {@code noun-classes.tsv}. */
final class NounClasses {

  enum Sort {
    /** What is built with money: a fab. */
    PLANT,
    /** A part of a company that has sales of its own. */
    SEGMENT,
    /** What an acquisition is of. */
    BOUGHT,
    /** A market as a whole. */
    MARKET,
    /** What the world makes, of which a share is a market share. */
    OUTPUT,
    /** What is built of chips: a server, a rack. */
    SYSTEM,
    /** Words that say that the output is everybody's. */
    WORLD
  }

  private final Map<Sort, Set<String>> nouns = new EnumMap<>(Sort.class);

  NounClasses() {
    for (Sort sort : Sort.values()) {
      nouns.put(sort, new HashSet<>());
    }
    for (Rows.Row row : Rows.of(NounClasses.class, "noun-classes.tsv")) {
      nouns.get(row.constant(Sort.class, 0)).addAll(row.list(1));
    }
  }

  boolean is(Sort sort, String word) {
    return nouns.getOrDefault(sort, Set.of()).contains(word);
  }
}
