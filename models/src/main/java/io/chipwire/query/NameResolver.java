package io.chipwire.query;

import io.chipwire.fact.EntityType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns the names that people type into entity ids. Must be a pure function: the same name gives
 * the same ids, in the same order.
 */
public interface NameResolver {

  /** Knows nobody. */
  NameResolver NONE =
      new NameResolver() {
        @Override
        public List<String> ids(String name, @Nullable EntityType type) {
          return List.of();
        }

        @Override
        public List<String> family(String id) {
          return List.of(id);
        }
      };

  /**
   * The entities of that name, the best known first; empty if there is none.
   *
   * @param name as typed, in any letter case: a name, an alias, a ticker or an id
   * @param type only entities of this type; null for any
   */
  List<String> ids(String name, @Nullable EntityType type);

  /**
   * The entities that these words name, where they can hardly mean anything else; for words of a
   * query of which nobody said that they are a name.
   */
  default List<String> idsOfWords(String words) {
    return ids(words, null);
  }

  /** The entity itself and everything that belongs to it, at any depth. */
  List<String> family(String id);
}
