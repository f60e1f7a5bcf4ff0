package io.chipwire.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds phrases in tokens, the longest first. Hyphens between words are skipped, so that "run-rate"
 * and "run rate" are one. Filled while loading, then only read.
 */
final class PhraseMap<T> {

  /** A phrase where it stands, tokens [first, end). */
  record Found<T>(T value, int first, int end) {}

  private record Entry<T>(List<String> words, T value) {}

  private final Map<String, List<Entry<T>>> byFirst = new HashMap<>();

  void put(String phrase, T value) {
    String spaced =
        phrase.strip().replace(",", " ,").replace("'s", " 's").replaceAll("[()]", " $0 ");
    List<String> words = List.of(spaced.strip().split("[ -]+"));
    List<Entry<T>> entries = byFirst.computeIfAbsent(words.getFirst(), key -> new ArrayList<>());
    entries.add(new Entry<>(words, value));
    entries.sort((a, b) -> b.words.size() - a.words.size());
  }

  /** All values of the longest phrase that starts at a token; empty if none does. */
  List<Found<T>> at(List<String> lower, int first) {
    if (first >= lower.size()) {
      return List.of();
    }
    List<Found<T>> found = new ArrayList<>();
    int length = -1;
    for (Entry<T> entry : byFirst.getOrDefault(lower.get(first), List.of())) {
      if (length >= 0 && entry.words.size() < length) {
        break;
      }
      int end = match(entry.words, lower, first);
      if (end > 0) {
        found.add(new Found<>(entry.value, first, end));
        length = entry.words.size();
      }
    }
    return found;
  }

  /** All phrases of a sentence, none overlapping another of another length. */
  List<Found<T>> in(List<String> lower) {
    List<Found<T>> all = new ArrayList<>();
    for (int i = 0; i < lower.size(); ) {
      List<Found<T>> here = at(lower, i);
      all.addAll(here);
      i = here.isEmpty() ? i + 1 : here.getFirst().end();
    }
    return all;
  }

  /** The first value found in [first, end), or null. */
  @Nullable T firstIn(List<String> lower, int first, int end) {
    for (int i = Math.max(0, first); i < Math.min(end, lower.size()); i++) {
      for (Found<T> found : at(lower, i)) {
        if (found.end() <= end) {
          return found.value();
        }
      }
    }
    return null;
  }

  private static int match(List<String> words, List<String> lower, int first) {
    int at = first;
    for (int w = 0; w < words.size(); w++) {
      while (w > 0 && at < lower.size() && lower.get(at).equals("-")) {
        at++;
      }
      if (at >= lower.size() || !lower.get(at).equals(words.get(w))) {
        return -1;
      }
      at++;
    }
    return at;
  }
}
