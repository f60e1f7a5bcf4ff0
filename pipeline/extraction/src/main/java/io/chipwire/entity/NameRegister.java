package io.chipwire.entity;

import io.chipwire.fact.EntityType;
import io.chipwire.language.Sentence;
import io.chipwire.lexicon.Candidate;
import io.chipwire.lexicon.Entry;
import io.chipwire.lexicon.LegalForms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who the names of one article stand for: full names first, then the short forms that lean on them
 * ("Jassy" on "Andy Jassy", "Okafor" on "Okafor Semiconductor").
 */
final class NameRegister {

  /** Somebody or something with an id. */
  record Target(String id, EntityType type, String name) {
    static Target of(Entry entry) {
      return new Target(entry.id(), entry.type(), entry.name());
    }
  }

  private static final int LONGEST = 6;

  private static final int SHORTEST = 4;

  private final NameCues cues;
  private final Set<String> lowerCaseWords;
  private final Set<Entry> proven = new HashSet<>();
  private final Set<Entry> namedInFull = new HashSet<>();
  private final Map<String, Target> full = new HashMap<>();
  private final Map<String, Target> companyShort = new HashMap<>();
  private final Map<String, Target> personShort = new HashMap<>();
  private final Set<String> ambiguousShort = new HashSet<>();
  private @Nullable Target publisher;
  private String publisherKey = "";

  NameRegister(NameCues cues, List<Sighting> sightings, Set<String> lowerCaseWords) {
    this.cues = cues;
    this.lowerCaseWords = lowerCaseWords;
    for (Sighting sighting : sightings) {
      prove(sighting);
    }
    Map<String, Integer> counts = new HashMap<>();
    for (Sighting sighting : sightings) {
      if (sighting.readings().isEmpty()) {
        counts.merge(key(sighting.words()), 1, Integer::sum);
      }
    }
    sightings.stream()
        .filter(s -> s.readings().isEmpty())
        .sorted(
            Comparator.comparingInt((Sighting s) -> -s.words().size())
                .thenComparing(s -> s.guess() == EntityType.PLACE))
        .forEach(s -> enter(s, counts.getOrDefault(key(s.words()), 0), lowerCaseWords));
    for (Sighting sighting : sightings) {
      Target target = resolve(sighting);
      if (target != null && target.type() == EntityType.PERSON && sighting.words().size() > 1) {
        enterPersonShort(sighting.words(), target);
      }
    }
  }

  private void prove(Sighting sighting) {
    if (sighting.listed() != null) {
      proven.add(sighting.listed());
      if (sighting.readings().isEmpty()) {
        enterCompany(sighting.words(), Target.of(sighting.listed()));
      }
      return;
    }
    List<Candidate> sure = sighting.readings().stream().filter(Candidate::sure).toList();
    if (sure.size() == 1) {
      proven.add(sure.get(0).entry());
      if (sighting.words().size() > 1) {
        namedInFull.add(sure.get(0).entry());
        enterShortOfKnown(sighting.words(), sure.get(0).entry());
      }
    }
  }

  private void enter(Sighting sighting, int count, Set<String> lowerCaseWords) {
    List<String> words = sighting.words();
    String key = key(words);
    EntityType type = sighting.guess();
    if (type == null || full.containsKey(key)) {
      return;
    }
    boolean single = words.size() == 1;
    switch (type) {
      case PERSON -> {
        if (!single) {
          Target known = personShort.get(pair(words));
          full.put(key, known == null ? target(words, type) : known);
          enterPersonShort(words, full.get(key));
        }
      }
      case COMPANY -> {
        boolean doubtful =
            !sighting.firm()
                || (single && lowerCaseWords.contains(words.get(0).toLowerCase(Locale.ROOT)))
                || (single
                    && count < 2
                    && Letters.allCapitals(words.get(0))
                    && words.get(0).length() < SHORTEST);
        if (!doubtful && !companyShort.containsKey(key) && !personShort.containsKey(key)) {
          enterCompany(words, target(words, type));
        }
      }
      case PLACE -> {
        if (sighting.firm()) {
          full.put(key, target(words, type));
        }
      }
      case ORGANIZATION, PRODUCT -> full.put(key, target(words, type));
    }
  }

  /** Enters the publisher, whose name counts when written whole and outside brackets. */
  void enterPublisher(List<String> words, Target target) {
    publisher = target;
    publisherKey = key(words);
  }

  private void enterCompany(List<String> words, Target target) {
    full.putIfAbsent(key(words), target);
    String first = words.get(0);
    if (words.size() > 1 && first.length() > 3 && distinctive(first)) {
      enterShort(companyShort, first.toLowerCase(Locale.ROOT), target);
    }
    if (words.size() > 2 && Letters.hasLetter(words.get(1))) {
      enterShort(companyShort, key(words.subList(0, 2)), target);
    }
    List<String> stripped = List.of(LegalForms.strip(String.join(" ", words)).split(" "));
    full.putIfAbsent(key(stripped), target);
  }

  /** "Constellation" for Constellation Energy, once that is named in full. */
  private void enterShortOfKnown(List<String> words, Entry entry) {
    String first = words.getFirst();
    boolean told =
        entry.type() == EntityType.COMPANY
            && first.length() > SHORTEST
            && distinctive(first)
            && !lowerCaseWords.contains(first.toLowerCase(Locale.ROOT));
    if (told) {
      enterShort(companyShort, first.toLowerCase(Locale.ROOT), Target.of(entry));
    }
  }

  private void enterPersonShort(List<String> words, Target target) {
    personShort.putIfAbsent(pair(words), target);
    enterShort(personShort, words.getLast().toLowerCase(Locale.ROOT), target);
    // East Asian names put the family first; Western given names alone are rare in news.
    enterShort(personShort, words.getFirst().toLowerCase(Locale.ROOT), target);
    int hyphen = words.indexOf("-");
    if (hyphen > 1) {
      enterShort(personShort, key(words.subList(0, hyphen - 1)), target);
    } else if (hyphen == 1 && words.size() > 3) {
      enterShort(personShort, key(words.subList(3, words.size())), target);
    }
  }

  private void enterShort(Map<String, Target> names, String key, Target target) {
    Target other = names.putIfAbsent(key, target);
    if (other != null && !other.equals(target)) {
      ambiguousShort.add(key);
    }
  }

  private boolean distinctive(String word) {
    return !cues.is("generic", word)
        && !cues.isNoName(word)
        && !cues.is("company", word)
        && !cues.is("organization", word)
        && !cues.is("post", word);
  }

  /** Whom a sighting means, or null if nobody that can be told. */
  @Nullable Target resolve(Sighting sighting) {
    if (sighting.listed() != null) {
      return Target.of(sighting.listed());
    }
    String key = key(sighting.words());
    if (sighting.readings().isEmpty()) {
      Target target = full.get(key);
      Target person = sighting.words().size() == 1 ? personShort.get(key) : null;
      boolean named = person != null && !ambiguousShort.contains(key);
      if (target == null || (named && target.type() != EntityType.PRODUCT)) {
        return named ? person : shortForm(key, sighting.guess());
      }
      return target;
    }
    for (Candidate reading : sighting.readings()) {
      if (reading.sure() && proven.contains(reading.entry())) {
        return member(sighting, reading.entry());
      }
    }
    if (sighting.readings().get(0).sure()) {
      return member(sighting, sighting.readings().get(0).entry());
    }
    Target person = personShort.get(key);
    if (person != null && !ambiguousShort.contains(key)) {
      return person;
    }
    for (Candidate reading : sighting.readings()) {
      if (proven.contains(reading.entry())
          || (sighting.guess() != EntityType.PERSON && ownerProven(reading.entry()))
          || (sighting.guess() != null && compatible(sighting.guess(), reading.entry().type()))) {
        return Target.of(reading.entry());
      }
    }
    return null;
  }

  /** A product is believed where its maker is named. */
  private boolean ownerProven(Entry entry) {
    return entry.type() == EntityType.PRODUCT
        && entry.parent() != null
        && proven.stream().anyMatch(owner -> owner.id().equals(entry.parent()));
  }

  /** "Tata" is Tata Electronics where that is named and Tata Group is not. */
  private Target member(Sighting sighting, Entry group) {
    String first = sighting.words().getFirst();
    boolean bare = sighting.words().size() == 1 && group.name().startsWith(first + " ");
    if (bare && !namedInFull.contains(group)) {
      List<Entry> members =
          namedInFull.stream()
              .filter(e -> e.type() == EntityType.COMPANY && e.name().startsWith(first + " "))
              .toList();
      if (members.size() == 1) {
        return Target.of(members.get(0));
      }
    }
    return Target.of(group);
  }

  private static boolean compatible(EntityType guess, EntityType type) {
    return guess == type || (guess == EntityType.COMPANY && type == EntityType.ORGANIZATION);
  }

  private @Nullable Target shortForm(String key, @Nullable EntityType guess) {
    Target company = companyShort.get(key);
    Target person = personShort.get(key);
    boolean preferPerson = guess == EntityType.PERSON || company == null;
    Target target = preferPerson && person != null ? person : company;
    return target == person && ambiguousShort.contains(key) ? null : target;
  }

  /** A name that starts at token {@code from} of a sentence: its length and whom it means. */
  record Found(int end, Target target) {}

  /** The longest entered name that starts at a token, or null. */
  @Nullable Found at(Sentence sentence, int from, int limit) {
    if (!Letters.capitalised(sentence.word(from))) {
      return null;
    }
    for (int end = Math.min(limit, from + LONGEST); end > from; end--) {
      String key = key(Letters.of(sentence, from, end));
      Target target = full.get(key);
      if (target == null && key.equals(publisherKey) && told(sentence, from)) {
        target = publisher;
      }
      if (target == null && !commonStart(sentence, from, end)) {
        target = shortForm(key, null);
      }
      if (target != null && Letters.hasLetter(sentence.word(end - 1))) {
        return new Found(end, target);
      }
    }
    return null;
  }

  /** "told Rackline": not a dateline's "(RACKLINE)", not what may be a common word. */
  private static boolean told(Sentence sentence, int from) {
    return from > 0
        && !sentence.word(from - 1).equals("(")
        && Letters.hasLetter(sentence.word(from - 1));
  }

  /** A short form must be more than a word that always has a capital, or begins a sentence. */
  private boolean commonStart(Sentence sentence, int from, int end) {
    return end == from + 1
        && (cues.isNoName(sentence.word(from)) || cues.is("post", sentence.word(from)));
  }

  private static Target target(List<String> words, EntityType type) {
    String name = join(words);
    String plain = type == EntityType.COMPANY ? LegalForms.strip(name) : name;
    String shown =
        type == EntityType.PLACE && Letters.allCapitals(plain) ? titleCase(plain) : plain;
    return new Target(Slug.of(shown), type, shown);
  }

  /** Words as a reader would write them: no space around hyphens and before full stops. */
  static String join(List<String> words) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      boolean tight =
          i == 0
              || words.get(i).equals("-")
              || words.get(i - 1).equals("-")
              || words.get(i).equals("'s")
              || words.get(i).equals("’s")
              || words.get(i).equals(",");
      joined.append(tight ? "" : " ").append(words.get(i));
    }
    return joined.toString();
  }

  private static String titleCase(String name) {
    StringBuilder titled = new StringBuilder(name.length());
    boolean start = true;
    for (char c : name.toCharArray()) {
      titled.append(start ? c : Character.toLowerCase(c));
      start = !Character.isLetter(c);
    }
    return titled.toString();
  }

  private static String pair(List<String> words) {
    return words.getFirst().toLowerCase(Locale.ROOT)
        + " … "
        + words.getLast().toLowerCase(Locale.ROOT);
  }

  static String key(List<String> words) {
    List<String> lower = new ArrayList<>(words.size());
    for (String word : words) {
      lower.add(word.toLowerCase(Locale.ROOT));
    }
    return String.join(" ", lower);
  }
}
