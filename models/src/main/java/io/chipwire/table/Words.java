package io.chipwire.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of a room by their role, of its {@code words.tsv}: a role and words in lower case,
 * parted by spaces; rows of one role add up. Immutable; safe to share between threads.
 */
public final class Words {

  private static final String FILE = "words.tsv";
  private static final Map<String, Words> ROOMS = new ConcurrentHashMap<>();

  private final Map<String, Set<String>> roles = new HashMap<>();

  private Words(Class<?> room) {
    for (Rows.Row row : Rows.of(room, FILE, 2)) {
      roles
          .computeIfAbsent(row.cell(0), role -> new HashSet<>())
          .addAll(Arrays.asList(row.cell(1).split(" +")));
    }
    roles.replaceAll((role, words) -> Set.copyOf(words));
  }

  /**
   * The words beside a class. Read once for all classes of a package.
   *
   * @throws IllegalStateException if there are none
   */
  public static Words beside(Class<?> room) {
    return ROOMS.computeIfAbsent(room.getPackageName(), name -> new Words(room));
  }

  /**
   * All words of a role.
   *
   * @throws IllegalStateException if no word has it
   */
  public Set<String> of(String role) {
    Set<String> words = roles.get(role);
    if (words == null) {
      throw new IllegalStateException(
          "role \"%s\": expected one of %s, in %s".formatted(role, roles.keySet(), FILE));
    }
    return words;
  }

  /** Whether a lower-case word has a role. */
  public boolean is(String role, String word) {
    return of(role).contains(word);
  }
}
