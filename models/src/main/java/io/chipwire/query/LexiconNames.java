package io.chipwire.query;

import io.chipwire.fact.EntityType;
import io.chipwire.lexicon.Alias;
import io.chipwire.lexicon.Entry;
import io.chipwire.lexicon.Lexicon;
import io.chipwire.table.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks names up in the lexicon. Immutable; safe to share between threads. */
public final class LexiconNames implements NameResolver {

  private final Lexicon lexicon;
  private final Map<String, String> same = new HashMap<>();

  /**
   * Names of a lexicon.
   *
   * @throws IllegalStateException if {@code same.tsv} names an id that the lexicon does not know
   */
  public LexiconNames(Lexicon lexicon) {
    this.lexicon = lexicon;
    readSame();
  }

  /** The names of {@link Lexicon#standard()}. */
  public static LexiconNames standard() {
    return new LexiconNames(Lexicon.standard());
  }

  @Override
  public List<String> ids(String name, @Nullable EntityType type) {
    Optional<Entry> known = lexicon.resolve(name).filter(entry -> fits(entry, type));
    return known
        .map(List::of)
        .orElseGet(
            () ->
                lexicon.entries().stream()
                    .filter(
                        entry -> fits(entry, type) && aliases(entry, name).findAny().isPresent())
                    .toList())
        .stream()
        .flatMap(this::withSame)
        .distinct()
        .toList();
  }

  @Override
  public List<String> idsOfWords(String words) {
    return lexicon
        .resolve(words)
        .filter(entry -> isPlainly(entry, words))
        .map(entry -> withSame(entry).toList())
        .orElse(List.of());
  }

  @Override
  public List<String> family(String id) {
    return Stream.concat(
            Stream.of(id),
            lexicon.entries().stream()
                .map(Entry::id)
                .filter(member -> !member.equals(id) && lexicon.isWithin(member, id)))
        .toList();
  }

  private Stream<String> withSame(Entry entry) {
    return Stream.of(entry.id(), same.getOrDefault(entry.id(), entry.id())).distinct();
  }

  private void readSame() {
    Rows.of(LexiconNames.class, "same.tsv", 2).stream().skip(1).forEach(this::addSame);
  }

  private void addSame(Rows.Row row) {
    List<String> ids = row.cells();
    for (String id : ids) {
      if (lexicon.find(id).isEmpty()) {
        throw new IllegalStateException(
            "\"%s\": expected an id of the lexicon, at %s".formatted(id, row.place()));
      }
    }
    same.put(ids.get(0), ids.get(1));
    same.put(ids.get(1), ids.get(0));
  }

  /** Whether the words name it and nothing else: "ON" does, "on" is a word. */
  private static boolean isPlainly(Entry entry, String words) {
    return aliases(entry, words).anyMatch(alias -> !alias.ambiguous() || alias.text().equals(words))
        || entry.listings().stream().anyMatch(listing -> listing.ticker().equals(words));
  }

  private static boolean fits(Entry entry, @Nullable EntityType type) {
    return type == null || entry.type() == type;
  }

  private static Stream<Alias> aliases(Entry entry, String name) {
    return entry.aliases().stream().filter(alias -> alias.text().equalsIgnoreCase(name));
  }
}
