package io.chipwire.figure;

import io.chipwire.fact.Direction;
import io.chipwire.language.WordPattern;
import io.chipwire.table.Rows;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words that say which way something moved. Thread-safe. */
public final class Moves {

  private static final Moves STANDARD = new Moves();

  private final WordPattern up;
  private final WordPattern down;

  private Moves() {
    Map<Direction, List<String>> words = new EnumMap<>(Direction.class);
    for (Rows.Row row : Rows.of(Moves.class, "moves.tsv")) {
      words
          .computeIfAbsent(row.constant(Direction.class, 0), key -> new ArrayList<>())
          .addAll(List.of(row.cell(1).split(" ")));
    }
    up = new WordPattern(String.join("|", words.getOrDefault(Direction.UP, List.of())));
    down = new WordPattern(String.join("|", words.getOrDefault(Direction.DOWN, List.of())));
  }

  /** The built-in words. */
  public static Moves standard() {
    return STANDARD;
  }

  /** The movement that a lower-case word tells of, or null. */
  public @Nullable Direction of(String word) {
    if (up.matches(word)) {
      return Direction.UP;
    }
    return down.matches(word) ? Direction.DOWN : null;
  }
}
