package io.chipwire.lexicon;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.fact.EntityType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconIntegrityTest {

  private final Lexicon lexicon = Lexicon.standard();

  @Test
  void knowsEnoughOfTheWorld() {
    Map<EntityType, Long> counts =
        lexicon.entries().stream().collect(groupingBy(Entry::type, counting()));
    assertThat(counts.get(EntityType.COMPANY)).isGreaterThanOrEqualTo(600);
    assertThat(counts.get(EntityType.PRODUCT)).isGreaterThanOrEqualTo(350);
    assertThat(counts.get(EntityType.ORGANIZATION)).isGreaterThanOrEqualTo(200);
    assertThat(counts.get(EntityType.PLACE)).isGreaterThanOrEqualTo(400);
    assertThat(counts.get(EntityType.PERSON)).isGreaterThanOrEqualTo(300);
  }

  @Test
  void idsAreSlugs() {
    assertThat(lexicon.entries().stream().map(Entry::id))
        .allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
  }

  @Test
  void parentsAndPlacesExist() {
    List<String> broken = new ArrayList<>();
    for (Entry entry : lexicon.entries()) {
      Set<EntityType> above =
          switch (entry.type()) {
            case COMPANY, PRODUCT -> Set.of(EntityType.COMPANY);
            case ORGANIZATION -> Set.of(EntityType.ORGANIZATION);
            case PLACE -> Set.of(EntityType.PLACE);
            case PERSON -> Set.of(EntityType.COMPANY, EntityType.ORGANIZATION);
          };
      if (entry.parent() != null
          && lexicon.find(entry.parent()).filter(p -> above.contains(p.type())).isEmpty()) {
        broken.add("parent " + entry.parent() + " of " + entry.id());
      }
      if (entry.city() != null
          && lexicon.find(entry.city()).filter(p -> p.type() == EntityType.PLACE).isEmpty()) {
        broken.add("city " + entry.city() + " of " + entry.id());
      }
      if (entry.country() != null
          && lexicon.find(entry.country()).filter(LexiconIntegrityTest::isLand).isEmpty()) {
        broken.add("country " + entry.country() + " of " + entry.id());
      }
    }
    assertThat(broken).isEmpty();
  }

  private static boolean isLand(Entry entry) {
    return entry.type() == EntityType.PLACE
        && (entry.kinds().contains("country") || entry.kinds().contains("region"));
  }

  @Test
  void ownershipHasNoCycle() {
    for (Entry entry : lexicon.entries()) {
      int steps = 0;
      for (Entry at = entry;
          at != null && at.parent() != null;
          at = lexicon.find(at.parent()).orElse(null)) {
        assertThat(++steps).as("steps above %s", entry.id()).isLessThan(10);
      }
    }
  }

  @Test
  void noNameMeansTwoThingsUndeclared() {
    Map<String, Map<String, Alias>> owners = new TreeMap<>();
    for (Entry entry : lexicon.entries()) {
      for (Alias alias : entry.aliases()) {
        owners
            .computeIfAbsent(new Pieces(alias.text()).key(), key -> new HashMap<>())
            .put(entry.id(), alias);
      }
    }
    List<String> clashes = new ArrayList<>();
    owners.forEach(
        (name, aliases) -> {
          if (aliases.size() > 1 && !aliases.values().stream().allMatch(Alias::ambiguous)) {
            clashes.add(name + " " + aliases.keySet());
          }
        });
    assertThat(clashes).isEmpty();
  }

  @Test
  void noOtherSpellingGoesRoundACue() {
    List<String> plain = new ArrayList<>();
    for (Entry entry : lexicon.entries()) {
      Map<String, List<Alias>> spellings =
          entry.aliases().stream().collect(groupingBy(alias -> new Pieces(alias.text()).key()));
      for (List<Alias> same : spellings.values()) {
        if (same.stream().anyMatch(Alias::ambiguous) && !same.stream().allMatch(Alias::ambiguous)) {
          plain.add(entry.id() + " " + same.get(0).text());
        }
      }
    }
    assertThat(plain).isEmpty();
  }

  @Test
  void everyCueAsksForWordsThatExist() {
    for (Entry entry : lexicon.entries()) {
      for (Alias alias : entry.aliases()) {
        if (alias.needs().contains(Alias.Need.CUE)) {
          assertThat(alias.with()).as("cues of %s", alias.text()).isNotEmpty();
        }
        assertThat(alias.with()).allMatch(word -> word.equals(word.toLowerCase(Locale.ROOT)));
      }
    }
  }

  @Test
  void listingsAndKeysAreWellFormed() {
    Set<String> exchanges =
        Table.read("exchanges.tsv").stream().map(row -> row.text("code")).collect(toSet());
    Map<Listing, String> listed = new HashMap<>();
    Map<String, String> keys = new HashMap<>();
    for (Entry entry : lexicon.entries()) {
      for (Listing listing : entry.listings()) {
        assertThat(exchanges).as(entry.id()).contains(listing.exchange());
        assertThat(listing.ticker()).as(entry.id()).matches("[A-Z0-9][A-Z0-9.&-]{0,9}");
        assertThat(listed.put(listing, entry.id())).as("%s also of", listing).isNull();
      }
      if (entry.cik() != null) {
        assertThat(entry.cik()).as(entry.id()).matches("[1-9][0-9]{2,6}");
        assertThat(keys.put(entry.cik(), entry.id())).as("CIK %s also of", entry.cik()).isNull();
      }
    }
  }

  @Test
  void companiesHaveKinds() {
    assertThat(
            lexicon.entries().stream()
                .filter(entry -> entry.type() == EntityType.COMPANY && entry.kinds().isEmpty())
                .map(Entry::id))
        .isEmpty();
  }

  @Test
  void everyKindOfADescriptorIsSomebodys() {
    Set<String> kinds =
        lexicon.entries().stream().flatMap(entry -> entry.kinds().stream()).collect(toSet());
    for (Table.Row row : Table.read("descriptors.tsv")) {
      assertThat(kinds).as(row.text("noun")).containsAll(row.list("kinds"));
    }
  }

  @Test
  void demonymsNamePlaces() {
    for (Table.Row row : Table.read("demonyms.tsv")) {
      assertThat(lexicon.find(row.text("country"))).as(row.text("demonym")).isPresent();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "companies",
        "products",
        "organizations",
        "places",
        "people",
        "ambiguous",
        "cues",
        "blocked",
        "followers",
        "descriptors",
        "demonyms",
        "exchanges",
        "legal-forms"
      })
  void everyFileExplainsItsColumns(String file) throws IOException {
    String name = file + ".tsv";
    try (var in = Lexicon.class.getResourceAsStream(name)) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      String header =
          String.join("\n", lines.stream().takeWhile(line -> line.startsWith("#")).toList());
      String columns =
          lines.stream().filter(line -> !line.startsWith("#")).findFirst().orElseThrow();
      assertThat(columns.split("\t"))
          .as(name)
          .allSatisfy(column -> assertThat(header).contains(column));
    }
  }
}
