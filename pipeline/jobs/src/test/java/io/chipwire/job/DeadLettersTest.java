package io.chipwire.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import io.chipwire.search.UnusableIndexException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersTest {

  @TempDir Path index;

  private final List<Rejection> read = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();

  private Path file(String name) {
    return DeadLetters.folderOf(index).resolve(name);
  }

  private void append(String name, Rejection rejection) throws IOException {
    Path file = file(name);
    long length = Files.exists(file) ? Files.size(file) : 0;
    try (DeadLetterFile letters = new DeadLetterFile(file, length)) {
      letters.append(rejection);
    }
  }

  private void readAll() throws IOException {
    DeadLetters.of(index).forEach(read::add, unreadable::add);
  }

  @Test
  void readsWhatWasWrittenByEveryJob() throws IOException {
    Rejection first = TestArticles.rejection(RejectionReason.EMPTY, "ä\n\u0000\uD83D\uDE00");
    Rejection second = TestArticles.rejection(RejectionReason.SILENT, "b");
    Rejection third = TestArticles.rejection(RejectionReason.TIMEOUT, "c");
    append("run.jsonl", second);
    append("run.jsonl", third);
    append("0a1b.jsonl", first);

    readAll();

    assertThat(read).containsExactly(first, second, third);
    assertThat(unreadable).isEmpty();
  }

  @Test
  void tellsOfLinesThatAreNoneAndReadsOn() throws IOException {
    Rejection fine = TestArticles.rejection(RejectionReason.EMPTY, "a");
    append("run.jsonl", fine);
    Files.writeString(
        file("run.jsonl"),
        """
        {"stage":"OPEN","reason":"BORED","source":"s","message":"m","excerpt":""}
        {"stage":"OPEN","reason":"EMPTY","source":null,"message":"m","excerpt":""}
        {"stage":"OPEN","reason":"EMPTY","source":"s","message":"m"}
        null
        """,
        StandardOpenOption.APPEND);
    append("run.jsonl", fine);
    byte[] cut = "{\"stage\":\"OPEN\",\"source\":\"ä".getBytes(StandardCharsets.UTF_8);
    Files.write(
        file("run.jsonl"), java.util.Arrays.copyOf(cut, cut.length - 1), StandardOpenOption.APPEND);

    readAll();

    assertThat(read).containsExactly(fine, fine);
    assertThat(unreadable).hasSize(5);
    assertThat(unreadable.getFirst()).startsWith(file("run.jsonl") + ":2: ").contains("BORED");
    assertThat(unreadable.getLast()).startsWith(file("run.jsonl") + ":7: ");
  }

  @Test
  void stopsWhenNobodyListensAnyMore() throws IOException {
    append("a.jsonl", TestArticles.rejection(RejectionReason.EMPTY, "a"));
    append("b.jsonl", TestArticles.rejection(RejectionReason.EMPTY, "b"));

    DeadLetters.of(index)
        .forEach(
            rejection -> {
              read.add(rejection);
              return false;
            },
            unreadable::add);

    assertThat(read).hasSize(1);
  }

  @Test
  void refusesAFolderThatIsNoIndex() {
    assertThatThrownBy(() -> DeadLetters.of(index.resolve("none")))
        .isInstanceOf(UnusableIndexException.class)
        .hasMessageContaining("no such folder");
    assertThatThrownBy(() -> DeadLetters.of(index)).isInstanceOf(UnusableIndexException.class);
  }
}
