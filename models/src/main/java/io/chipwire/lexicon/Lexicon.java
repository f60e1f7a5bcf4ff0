package io.chipwire.lexicon;

import io.chipwire.fact.EntityType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the chip world's news talks about, by name, id, ticker and ownership.
 *
 * <p>Immutable and safe to share between threads. Look-ups take microseconds; {@link
 * #match(String)} is linear in the text's length.
 */
public final class Lexicon {

  /** Loaded by the first {@link #standard()}. */
  private static final class Standard {
    private static final Lexicon INSTANCE = new Lexicon(new LexiconFiles().entries());
  }

  private final Map<String, Entry> byId = new LinkedHashMap<>();
  private final Map<Listing, Entry> byListing = new HashMap<>();
  private final Map<String, List<Entry>> byTicker = new HashMap<>();
  private final NavigableMap<String, List<Entry>> byName = new TreeMap<>();
  private final NameIndex names = new NameIndex();
  private final Exchanges exchanges = new Exchanges();
  private final Descriptors descriptors;

  private Lexicon(List<Entry> entries) {
    for (Entry entry : entries) {
      Entry same = byId.put(entry.id(), entry);
      if (same != null) {
        throw new IllegalStateException(
            "id \"" + entry.id() + "\": expected once, is " + same.name() + " and " + entry.name());
      }
      for (Listing listing : entry.listings()) {
        byListing.put(listing, entry);
        byTicker.computeIfAbsent(listing.ticker(), key -> new ArrayList<>(1)).add(entry);
      }
      for (Alias alias : entry.aliases()) {
        Pieces pieces = new Pieces(alias.text());
        if (pieces.size() == 0) {
          throw new IllegalStateException(
              "name \"" + alias.text() + "\" of " + entry.id() + ": expected a letter or digit");
        }
        names.add(entry, alias, pieces);
        List<Entry> named = byName.computeIfAbsent(pieces.key(), key -> new ArrayList<>(1));
        if (!named.contains(entry)) {
          named.add(entry);
        }
      }
    }
    for (Table.Row row : Table.read("blocked.tsv")) {
      names.block(row.text("phrase"));
    }
    for (Table.Row row : Table.read("followers.tsv")) {
      names.follower(
          EntityType.valueOf(row.text("type").toUpperCase(Locale.ROOT)), row.text("word"));
    }
    descriptors = new Descriptors(this);
  }

  /** The lexicon of the resource files, loaded once. */
  public static Lexicon standard() {
    return Standard.INSTANCE;
  }

  /** All entries, companies first. */
  public Collection<Entry> entries() {
    return Collections.unmodifiableCollection(byId.values());
  }

  /** The entry of an id, or empty. */
  public Optional<Entry> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * The entry that a user means by a name, an id or a ticker, in any letter case: {@code
   * resolve("hynix")}, {@code resolve("NVDA")}. Of several a company goes first, then a product.
   */
  public Optional<Entry> resolve(String name) {
    Pieces pieces = new Pieces(name);
    Optional<Entry> id = find(name.strip());
    if (id.isPresent()) {
      return id;
    }
    List<Entry> named = byName.get(pieces.key());
    if (named != null) {
      return named.stream().min(Comparator.comparing(Entry::type));
    }
    return byTicker(name).or(() -> find(pieces.key().replace(' ', '-')));
  }

  /**
   * The company of a ticker, bare ({@code NVDA}) or with its exchange ({@code Nasdaq: NVDA}, {@code
   * KRX:000660}). Empty if unknown, or if a bare one is listed for two companies.
   */
  public Optional<Entry> byTicker(String text) {
    int colon = text.indexOf(':');
    String ticker = text.substring(colon + 1).strip();
    if (colon < 0) {
      List<Entry> entries = byTicker.getOrDefault(ticker, List.of());
      return entries.size() == 1 ? Optional.of(entries.get(0)) : Optional.empty();
    }
    String exchange = exchanges.code(text.substring(0, colon));
    return Optional.ofNullable(byListing.get(new Listing(exchange, ticker)));
  }

  /** All names in a text, in order, none overlapping another; positions are UTF-16 offsets. */
  public List<Match> match(String text) {
    return names.find(text);
  }

  /**
   * All names in tokens, in order; positions are token indices and cover every token that a name
   * touches, so that two names in one token ("H100/H200") have the same position.
   */
  public List<Match> match(List<String> tokens) {
    int[] starts = new int[tokens.size() + 1];
    for (int i = 0; i < tokens.size(); i++) {
      starts[i + 1] = starts[i] + tokens.get(i).length() + 1;
    }
    List<Match> matches = new ArrayList<>();
    int token = 0;
    for (Match match : names.find(String.join(" ", tokens))) {
      while (starts[token + 1] <= match.start()) {
        token++;
      }
      int end = token + 1;
      while (starts[end] < match.end()) {
        end++;
      }
      matches.add(new Match(token, end, match.candidates()));
    }
    return matches;
  }

  /** The company that owns a product or a business, or employs a person. */
  public Optional<Entry> owner(String id) {
    return find(id).map(Entry::parent).flatMap(this::find);
  }

  /** Whether {@code id} is {@code ancestor}, or belongs to it over any number of steps. */
  public boolean isWithin(String id, String ancestor) {
    @Nullable Entry entry = byId.get(id);
    String at = id;
    while (!at.equals(ancestor)) {
      if (entry == null || entry.parent() == null) {
        return false;
      }
      at = entry.parent();
      entry = byId.get(at);
    }
    return true;
  }

  /** How a company counts its years: its own way, its parent's, or by the calendar. */
  public FiscalYear fiscalYear(String companyId) {
    Entry entry = byId.get(companyId);
    while (entry != null) {
      if (entry.fiscalYear() != null) {
        return entry.fiscalYear();
      }
      entry = entry.parent() == null ? null : byId.get(entry.parent());
    }
    return FiscalYear.CALENDAR;
  }

  /** Whom a phrase such as "the Taiwanese chipmaker" can mean, or empty if it says nothing. */
  public Optional<Descriptor> descriptor(String phrase) {
    return descriptors.read(phrase);
  }

  /**
   * Entries with a name that starts so, in any letter case: whole names first, then companies, then
   * shorter names.
   */
  public List<Entry> suggest(String prefix, int limit) {
    String key = new Pieces(prefix).key();
    if (key.isEmpty()) {
      return List.of();
    }
    Map<Entry, Integer> found = new LinkedHashMap<>();
    byName
        .subMap(key, key + Character.MAX_VALUE)
        .forEach((name, named) -> named.forEach(e -> found.merge(e, name.length(), Math::min)));
    return found.keySet().stream()
        .sorted(
            Comparator.comparing((Entry e) -> found.get(e) != key.length())
                .thenComparing(e -> e.type() != EntityType.COMPANY)
                .thenComparing(found::get)
                .thenComparing(Entry::id))
        .limit(limit)
        .toList();
  }
}
