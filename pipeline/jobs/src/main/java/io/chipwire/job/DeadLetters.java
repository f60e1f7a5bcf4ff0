package io.chipwire.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chipwire.article.Rejection;
import io.chipwire.search.IndexFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the jobs of an index refused, as {@link DeadLetterSink} wrote it down. May be read while a
 * job runs. Immutable.
 */
public final class DeadLetters {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private final Path folder;

  private DeadLetters(Path folder) {
    this.folder = folder;
  }

  /**
   * Those of an index.
   *
   * @throws io.chipwire.search.UnusableIndexException if no job has refused anything into the
   *     folder, nor is it an index
   */
  public static DeadLetters of(Path index) throws IOException {
    Path folder = folderOf(index);
    if (!Files.isDirectory(folder)) {
      new IndexFolder(index).requireUsable();
    }
    return new DeadLetters(folder);
  }

  /** Where the jobs of an index keep them. */
  static Path folderOf(Path index) {
    return index.resolve("rejected");
  }

  /**
   * Hands over each, job by job in the order of their files' names, and in a job as they came.
   *
   * @param each returns whether to go on
   * @param unreadable told of each line that is no rejection, such as one that a kill cut off: its
   *     file, its number and what is wrong with it
   */
  public void forEach(Predicate<Rejection> each, Consumer<String> unreadable) throws IOException {
    for (Path file : files()) {
      if (!read(file, each, unreadable)) {
        return;
      }
    }
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of(); // no job has refused anything yet
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(child -> child.toString().endsWith(".jsonl")).sorted().toList();
    }
  }

  private static boolean read(Path file, Predicate<Rejection> each, Consumer<String> unreadable)
      throws IOException {
    // The decoder of Files.newBufferedReader would end the reading at a character cut in two.
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      boolean more = true;
      String line;
      for (int number = 1; more && (line = lines.readLine()) != null; number++) {
        try {
          more = each.test(parse(line));
        } catch (JsonProcessingException e) {
          unreadable.accept("%s:%d: %s".formatted(file, number, e.getOriginalMessage()));
        }
      }
      return more;
    }
  }

  private static Rejection parse(String line) throws JsonProcessingException {
    Rejection rejection = JSON.readValue(line, Rejection.class);
    if (rejection == null) {
      throw new JsonMappingException(null, "null: expected an object");
    }
    return rejection;
  }
}
