package io.chipwire.lexicon;

import io.chipwire.fact.EntityType;
import io.chipwire.lexicon.Alias.Need;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the resource files; an error names file, line, value and what was expected. */
final class LexiconFiles {

  private final Map<String, List<String>> cues = new HashMap<>();
  private final Map<String, Alias> ambiguous = new HashMap<>();
  private final Set<String> declared = new HashSet<>();
  private final List<Entry> entries = new ArrayList<>();

  LexiconFiles() {
    for (Table.Row row : Table.read("cues.tsv")) {
      cues.put("@" + row.text("set"), row.list("words"));
    }
    for (Table.Row row : Table.read("ambiguous.tsv")) {
      String name = row.text("alias");
      Alias alias = new Alias(name, needs(row), words(row, "with"), words(row, "without"));
      if (ambiguous.put(key(name, row.text("id")), alias) != null) {
        throw row.broken("alias", "one line for this name and id");
      }
      declared.add(key(name, row.text("id")));
    }
    read("companies.tsv", EntityType.COMPANY, "parent");
    read("products.tsv", EntityType.PRODUCT, "owner");
    read("organizations.tsv", EntityType.ORGANIZATION, "parent");
    read("places.tsv", EntityType.PLACE, "parent");
    read("people.tsv", EntityType.PERSON, "employer");
    if (!declared.isEmpty()) {
      throw new IllegalStateException(
          "ambiguous.tsv: expected a name of an entry, not " + String.join(", ", declared));
    }
  }

  List<Entry> entries() {
    return entries;
  }

  private void read(String file, EntityType type, String parentColumn) {
    for (Table.Row row : Table.read(file)) {
      String id = row.text("id");
      String name = row.text("name");
      Set<String> names = new LinkedHashSet<>();
      names.add(name);
      names.addAll(row.list("aliases"));
      entries.add(
          new Entry(
              id,
              type,
              name,
              aliases(names, id),
              Set.copyOf(row.list("kinds")),
              row.optional("country"),
              row.optional("city"),
              row.optional(parentColumn),
              listings(row),
              row.optional("cik"),
              fiscalYear(row)));
    }
  }

  private List<Alias> aliases(Set<String> names, String id) {
    List<Alias> aliases = new ArrayList<>(names.size());
    for (String name : names) {
      aliases.add(alias(name, id));
    }
    return aliases;
  }

  private Alias alias(String name, String id) {
    String key = key(name, id);
    declared.remove(key);
    Alias alias = ambiguous.get(key);
    return alias == null ? Alias.plain(name) : alias;
  }

  private static String key(String name, String id) {
    return name.concat("=").concat(id);
  }

  private static Set<Need> needs(Table.Row row) {
    Set<Need> needs = new HashSet<>();
    for (String need : row.list("needs")) {
      try {
        needs.add(Need.valueOf(need.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw row.broken("needs", "exact, cue or inner");
      }
    }
    return needs;
  }

  private List<String> words(Table.Row row, String column) {
    List<String> words = new ArrayList<>();
    for (String word : row.list(column)) {
      if (!word.startsWith("@")) {
        words.add(word.toLowerCase(Locale.ROOT));
        continue;
      }
      List<String> set = cues.get(word);
      if (set == null) {
        throw row.broken(column, "a set of cues.tsv after @");
      }
      words.addAll(set);
    }
    return words;
  }

  private static List<Listing> listings(Table.Row row) {
    List<Listing> listings = new ArrayList<>(1);
    for (String text : row.list("listings")) {
      int colon = text.indexOf(':');
      if (colon < 1) {
        throw row.broken("listings", "EXCHANGE:TICKER");
      }
      listings.add(new Listing(text.substring(0, colon), text.substring(colon + 1)));
    }
    return listings;
  }

  private static @Nullable FiscalYear fiscalYear(Table.Row row) {
    @Nullable String text = row.optional("fiscal_year_end");
    if (text == null) {
      return null;
    }
    boolean start = text.endsWith("s");
    try {
      return new FiscalYear(
          Integer.parseInt(start ? text.substring(0, text.length() - 1) : text), start);
    } catch (IllegalArgumentException e) {
      throw row.broken("fiscal_year_end", "a month 01 to 12, with s where named by its start");
    }
  }
}
