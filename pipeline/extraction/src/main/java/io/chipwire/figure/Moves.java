package io.chipwire.figure;

import io.chipwire.fact.Direction;
import io.chipwire.language.Phrase;
import io.chipwire.table.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Words that say which way something moved. Thread-safe. */
public final class Moves {

  private static final Moves STANDARD = new Moves();

  private final List<String> up = new ArrayList<>();
  private final List<String> down = new ArrayList<>();
  private final Map<String, Optional<Direction>> known = new ConcurrentHashMap<>();

  private Moves() {
    for (Rows.Row row : Rows.of(Moves.class, "moves.tsv")) {
      (row.constant(Direction.class, 0) == Direction.UP ? up : down)
          .addAll(List.of(row.cell(1).split(" ")));
    }
  }

  /** The built-in words. */
  public static Moves standard() {
    return STANDARD;
  }

  /** The movement that a lower-case word tells of, or null. */
  public @Nullable Direction of(String word) {
    if (word.length() > 20) {
      return null;
    }
    Optional<Direction> cached = known.get(word);
    if (cached == null) {
      cached = Optional.ofNullable(look(word));
      if (known.size() < 20_000) {
        known.put(word, cached);
      }
    }
    return cached.orElse(null);
  }

  private @Nullable Direction look(String word) {
    if (up.stream().anyMatch(pattern -> Phrase.matches(pattern, word))) {
      return Direction.UP;
    }
    return down.stream().anyMatch(pattern -> Phrase.matches(pattern, word)) ? Direction.DOWN : null;
  }
}
