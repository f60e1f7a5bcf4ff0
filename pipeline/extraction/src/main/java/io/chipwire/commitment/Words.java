package io.chipwire.commitment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The words of {@code words.tsv}, by their role. Immutable. */
final class Words {

  private static final Map<String, Set<String>> ROLES = read();

  private Words() {}

  /** All words of a role, in lower case. */
  static Set<String> of(String role) {
    Set<String> words = ROLES.get(role);
    if (words == null) {
      throw new IllegalStateException("words.tsv: no role \"" + role + "\"");
    }
    return words;
  }

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> roles = new HashMap<>();
    try (InputStream in = Words.class.getResourceAsStream("words.tsv")) {
      if (in == null) {
        throw new IllegalStateException("words.tsv: not in the class path");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .forEach(row -> roles.put(row[0], Set.of(row[1].split(" "))));
    } catch (IOException e) {
      throw new UncheckedIOException("words.tsv", e);
    }
    return Map.copyOf(roles);
  }
}
