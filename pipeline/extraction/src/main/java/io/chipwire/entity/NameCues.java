package io.chipwire.entity;

import io.chipwire.fact.EntityType;
import io.chipwire.table.Rows;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What words say about names: {@code name-cues.tsv}. Immutable once read. */
final class NameCues {

  private static final String FILE = "name-cues.tsv";

  private static final Set<String> HEAD_ENDS = Set.of("of", "for", "on");

  private final Map<String, Set<String>> words = new HashMap<>();

  NameCues() {
    for (Rows.Row row : Rows.of(NameCues.class, FILE, 2)) {
      words.computeIfAbsent(row.cell(0), role -> new HashSet<>()).addAll(row.list(1));
    }
    if (!words.keySet().containsAll(List.of("organization", "never", "speaker", "saying"))) {
      throw new IllegalStateException(FILE + ": a role is missing, found only " + words.keySet());
    }
  }

  /** Whether a word has a role, such as {@code post}; a full stop at its end does not count. */
  boolean is(String role, String word) {
    Set<String> members = words.getOrDefault(role, Set.of());
    return members.contains(word)
        || (word.endsWith(".") && members.contains(word.substring(0, word.length() - 1)));
  }

  /** Whether a capital says nothing of a word: "However", "Monday". */
  boolean isNoName(String word) {
    return is("never", word) || is("calendar", word);
  }

  /** Whether a name is headed by a word that makes it an event, a law or a paper: no entity. */
  boolean isEvent(List<String> name) {
    return opened("event", name) || closed("event", name) || is("event-name", name.getFirst());
  }

  /** The type that the heading noun of a name gives it, or null where it tells nothing. */
  @Nullable EntityType type(List<String> name) {
    if (opened("organization", name)) {
      return EntityType.ORGANIZATION;
    }
    if (closed("place", name)) {
      return EntityType.PLACE;
    }
    if (closed("organization", name)) {
      return EntityType.ORGANIZATION;
    }
    return closed("company", name) ? EntityType.COMPANY : null;
  }

  /** Whether a noun of that role stands before "of" or "for": "Ministry of Commerce". */
  private boolean opened(String role, List<String> name) {
    for (int i = 0; i + 1 < name.size(); i++) {
      if (HEAD_ENDS.contains(name.get(i + 1))
          && (is(role, name.get(i)) || is(role, name.get(i) + " " + name.get(i + 1)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a noun of that role, of one word or two, ends the name. */
  private boolean closed(String role, List<String> name) {
    int last = name.size() - 1;
    return last > 0
        && (is(role, name.get(last)) || is(role, name.get(last - 1) + " " + name.get(last)));
  }
}
