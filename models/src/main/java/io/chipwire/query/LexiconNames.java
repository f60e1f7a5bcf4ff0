package io.chipwire.query;

import io.chipwire.fact.EntityType;
import io.chipwire.lexicon.Alias;
import io.chipwire.lexicon.Entry;
import io.chipwire.lexicon.Lexicon;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks names up in the lexicon. Immutable; safe to share between threads. */
public final class LexiconNames implements NameResolver {

  private final Lexicon lexicon;

  public LexiconNames(Lexicon lexicon) {
    this.lexicon = lexicon;
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
        .map(Entry::id)
        .toList();
  }

  @Override
  public List<String> idsOfWords(String words) {
    return lexicon
        .resolve(words)
        .filter(entry -> isPlainly(entry, words))
        .map(entry -> List.of(entry.id()))
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
