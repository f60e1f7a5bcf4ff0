package io.chipwire.lexicon;

import io.chipwire.fact.EntityType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Understands phrases without a name; nouns in {@code descriptors.tsv}, demonyms of the places. */
final class Descriptors {

  private record Noun(EntityType type, Set<String> kinds) {}

  private static final Set<String> OWNING = Set.of("maker", "parent", "owner", "developer");

  private final Map<String, Noun> nouns = new HashMap<>();
  private final Map<String, String> demonyms = new HashMap<>();
  private final Lexicon lexicon;

  Descriptors(Lexicon lexicon) {
    this.lexicon = lexicon;
    for (Table.Row row : Table.read("descriptors.tsv")) {
      EntityType type = EntityType.valueOf(row.text("type").toUpperCase(java.util.Locale.ROOT));
      nouns.put(new Pieces(row.text("noun")).key(), new Noun(type, Set.copyOf(row.list("kinds"))));
    }
    for (Table.Row row : Table.read("demonyms.tsv")) {
      demonyms.put(new Pieces(row.text("demonym")).key(), row.text("country"));
    }
  }

  /** Reads a noun phrase, with or without its article. */
  Optional<Descriptor> read(String phrase) {
    Pieces pieces = new Pieces(phrase);
    List<Match> names = lexicon.match(phrase);
    int size = pieces.size();
    if (size > 1 && OWNING.contains(pieces.folded(size - 1)) && !names.isEmpty()) {
      Optional<Descriptor> owner = owner(names.get(names.size() - 1), pieces);
      if (owner.isPresent()) {
        return owner;
      }
    }
    for (int from = Math.max(0, size - 4); from < size; from++) {
      Noun noun = nouns.get(key(pieces, from, size));
      if (noun != null) {
        return Optional.of(
            new Descriptor(
                noun.type, noun.kinds, country(pieces, names, from), city(pieces, names), null));
      }
    }
    return Optional.empty();
  }

  private static Optional<Descriptor> owner(Match name, Pieces pieces) {
    Entry product = name.candidates().get(0).entry();
    boolean adjacent = name.end() == pieces.end(pieces.size() - 2);
    return adjacent && product.type() == EntityType.PRODUCT && product.parent() != null
        ? Optional.of(new Descriptor(EntityType.COMPANY, Set.of(), null, null, product.parent()))
        : Optional.empty();
  }

  private @Nullable String country(Pieces pieces, List<Match> names, int until) {
    for (int i = 0; i < until; i++) {
      String country = demonyms.get(pieces.folded(i));
      if (country == null && i + 1 < until) {
        country = demonyms.get(key(pieces, i, i + 2));
      }
      if (country != null) {
        return country;
      }
    }
    for (Match name : names) {
      Entry entry = name.candidates().get(0).entry();
      if (entry.type() == EntityType.PLACE) {
        return entry.country() == null ? entry.id() : entry.country();
      }
    }
    return null;
  }

  /** The place before "-based", if it is a town or a state that seats can be compared with. */
  private static @Nullable String city(Pieces pieces, List<Match> names) {
    for (Match name : names) {
      Entry place = name.candidates().get(0).entry();
      if (place.type() == EntityType.PLACE && place.kinds().contains("city")) {
        for (int i = 0; i < pieces.size(); i++) {
          if (pieces.start(i) > name.end() && pieces.folded(i).equals("based")) {
            return place.id();
          }
        }
      }
    }
    return null;
  }

  private static String key(Pieces pieces, int from, int to) {
    StringBuilder key = new StringBuilder();
    for (int i = from; i < to; i++) {
      key.append(i == from ? "" : " ").append(pieces.folded(i));
    }
    return key.toString();
  }
}
