package io.chipwire.lexicon;

import io.chipwire.fact.EntityType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a phrase without a name can mean: "the chipmaker", "the Taiwanese foundry", "the Boise-based
 * memory maker", "the iPhone maker".
 *
 * @param type what it is
 * @param kinds kinds of which the entry has at least one; empty for any
 * @param country the country it must be of; null for any
 * @param city the seat it must have; null for any
 * @param id the only entry it can mean, for a phrase with a product of its own; null for any
 */
public record Descriptor(
    EntityType type,
    Set<String> kinds,
    @Nullable String country,
    @Nullable String city,
    @Nullable String id) {

  /** Copies the kinds. */
  public Descriptor {
    kinds = Set.copyOf(kinds);
  }

  /**
   * Whether the phrase can mean this entry. What the lexicon does not know of it is no obstacle.
   */
  public boolean fits(Entry entry) {
    return entry.type() == type
        && (id == null || id.equals(entry.id()))
        && (kinds.isEmpty() || kinds.stream().anyMatch(entry.kinds()::contains))
        && (country == null || entry.country() == null || country.equals(entry.country()))
        && (city == null || entry.city() == null || city.equals(entry.city()));
  }
}
