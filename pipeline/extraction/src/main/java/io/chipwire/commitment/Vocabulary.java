package io.chipwire.commitment;

import io.chipwire.fact.CommitmentKind;
import io.chipwire.fact.CommitmentStatus;
import io.chipwire.language.Phrase;
import io.chipwire.table.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of commitments, read once from this room's resource files. Immutable. */
final class Vocabulary {

  /** Whether the subject of a verb owes, is owed to, or may be either. */
  enum Subject {
    GIVER,
    TAKER,
    PARTNER
  }

  /** What a verb needs to bind. */
  enum Gate {
    SELF,
    MOOD,
    CANCEL
  }

  /**
   * A row of {@code verbs.tsv}.
   *
   * @param kind null where the object decides
   */
  record Verb(
      @Nullable String particle,
      @Nullable CommitmentKind kind,
      Subject subject,
      Gate gate,
      List<String> other,
      Set<String> asks) {}

  /**
   * A row of {@code moods.tsv}.
   *
   * @param standing null where the word keeps a verb from binding
   * @param ofObject whether the object of the word acts
   */
  record Mood(@Nullable CommitmentStatus standing, boolean ofObject) {}

  /** What a noun says of a commitment to it. */
  record Thing(String role, @Nullable CommitmentKind kind) {}

  private record StatusCue(CommitmentStatus status, Phrase phrase) {}

  private final Map<String, List<Verb>> verbs = new HashMap<>();
  private final Map<String, Mood> moods = new HashMap<>();
  private final Map<String, List<Thing>> things = new HashMap<>();
  private final Map<String, Integer> ranks = new LinkedHashMap<>();
  private final List<StatusCue> statuses = new ArrayList<>();

  Vocabulary() {
    for (Rows.Row row : Rows.of(Vocabulary.class, "verbs.tsv", 6)) {
      String[] forms = row.cell(0).split("\\+");
      Verb verb =
          new Verb(
              forms.length > 1 ? forms[1] : null,
              row.cell(1).equals("object") ? null : row.label(CommitmentKind.class, 1),
              row.constant(Subject.class, 2),
              row.constant(Gate.class, 3),
              parts(row.cell(4)),
              new LinkedHashSet<>(parts(row.cell(5))));
      for (String form : forms[0].split("\\|")) {
        verbs.computeIfAbsent(form, key -> new ArrayList<>(2)).add(verb);
      }
    }
    for (Rows.Row row : Rows.of(Vocabulary.class, "moods.tsv", 3)) {
      CommitmentStatus standing =
          row.cell(1).equals("no") ? null : row.label(CommitmentStatus.class, 1);
      for (String word : row.cell(0).split("\\|")) {
        moods.put(word, new Mood(standing, row.cell(2).equals("object")));
      }
    }
    for (Rows.Row row : Rows.of(Vocabulary.class, "things.tsv", 3)) {
      Thing thing =
          new Thing(
              row.cell(0), row.cell(1).equals("-") ? null : row.label(CommitmentKind.class, 1));
      for (String word : row.cell(2).split("\\|")) {
        things.computeIfAbsent(word, key -> new ArrayList<>(1)).add(thing);
      }
    }
    for (Rows.Row row : Rows.of(Vocabulary.class, "ranks.tsv", 2)) {
      for (String kind : row.cell(1).split("\\|")) {
        ranks.put(kind, Integer.valueOf(row.cell(0)));
      }
    }
    for (Rows.Row row : Rows.of(Vocabulary.class, "statuses.tsv", 2)) {
      statuses.add(new StatusCue(row.label(CommitmentStatus.class, 0), new Phrase(row.cell(1))));
    }
  }

  /** The rows of a verb's form, lower case. */
  List<Verb> verbs(String form) {
    return verbs.getOrDefault(form, List.of());
  }

  /** What a lower-case word does to a verb behind it, or null for nothing. */
  @Nullable Mood mood(String word) {
    return moods.get(word);
  }

  /** What a lower-case noun says; empty for most. */
  List<Thing> things(String word) {
    return things.getOrDefault(word, List.of());
  }

  boolean isThing(String role, String word) {
    return things(word).stream().anyMatch(thing -> thing.role().equals(role));
  }

  /** The rank of a company of these kinds, by the first row that fits, or {@code otherwise}. */
  int rank(Set<String> kinds, int otherwise) {
    return ranks.entrySet().stream()
        .filter(row -> kinds.contains(row.getKey()))
        .mapToInt(Map.Entry::getValue)
        .findFirst()
        .orElse(otherwise);
  }

  /** How firm the words of a sentence make what it says, or null where they do not tell. */
  @Nullable CommitmentStatus status(List<String> words) {
    for (StatusCue cue : statuses) {
      for (int from = 0; from < words.size(); from++) {
        if (cue.phrase.endAt(words, from) >= 0) {
          return cue.status;
        }
      }
    }
    return null;
  }

  private static List<String> parts(String cell) {
    return cell.equals("-") ? List.of() : Arrays.asList(cell.split("\\|"));
  }
}
