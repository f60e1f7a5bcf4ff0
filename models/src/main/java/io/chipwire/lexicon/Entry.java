package io.chipwire.lexicon;

import io.chipwire.fact.EntityType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One company, product, public body, place or person that the lexicon knows.
 *
 * @param id lower-case slug of the best-known short name; unique over all types
 * @param name that name, as an article would write it
 * @param aliases all names including {@code name}, the first one
 * @param kinds what it is within its type, such as {@code memory}, {@code foundry}; several for a
 *     company of several trades
 * @param country id of the country it belongs to: head office, seat; null if none or unknown
 * @param city id of the place of the head office; companies only, null if unknown
 * @param parent id of the company that owns it (a business, a product), of the employer (a person);
 *     null for none
 * @param listings where its shares trade; empty if they do not
 * @param cik its SEC Central Index Key, digits without leading zeros; null for none or unsure
 * @param fiscalYear how it counts its years; null for as its parent does, or by the calendar
 */
public record Entry(
    String id,
    EntityType type,
    String name,
    List<Alias> aliases,
    Set<String> kinds,
    @Nullable String country,
    @Nullable String city,
    @Nullable String parent,
    List<Listing> listings,
    @Nullable String cik,
    @Nullable FiscalYear fiscalYear) {

  /** Copies the collections. */
  public Entry {
    aliases = List.copyOf(aliases);
    kinds = Set.copyOf(kinds);
    listings = List.copyOf(listings);
  }
}
