package io.chipwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code chipwire learn}, and what {@code read --site-memory} leaves out afterwards. */
class LearnCommandTest {

  private static final String NOTICE =
      "Readers of the harbour page can have the evening letter every day at six if they tell us so.";

  @TempDir private Path folder;

  @Test
  void teachesReadWhatTheSiteRepeats() throws IOException {
    for (String topic : List.of("crane", "pier", "reactor", "railway")) {
      Files.writeString(folder.resolve(topic + ".html"), page(topic));
    }
    Path memory = folder.resolve("sites.jsonl");
    String crane = folder.resolve("crane.html").toString();

    Run learnt = Run.of("learn", "--to", memory.toString(), folder.toString());
    assertThat(learnt.code()).as(learnt.err()).isZero();
    assertThat(learnt.out()).isEqualTo("4 articles: 1 lines of 1 sites in " + memory + "\n");
    assertThat(Run.of("read", crane).out()).contains(NOTICE);
    assertThat(Run.of("read", "--site-memory", memory.toString(), crane).out())
        .contains("crane a crane b")
        .doesNotContain(NOTICE);
  }

  @Test
  void saysWhatIsWrongWithAMemory() throws IOException {
    Path page = Files.writeString(folder.resolve("crane.html"), page("crane"));
    Path none = folder.resolve("none.jsonl");
    Path broken = Files.writeString(folder.resolve("broken.jsonl"), "{\"text\": \"x\"}\n");

    Run missing = Run.of("read", "--site-memory", none.toString(), page.toString());
    assertThat(missing.code()).isEqualTo(ExitCode.USAGE);
    assertThat(missing.err()).contains(none + ": no such file; expected what chipwire learn wrote");
    Run wrong = Run.of("read", "--site-memory", broken.toString(), page.toString());
    assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.err()).contains(broken + ":1: expected {\"site\": …");
  }

  private static String page(String topic) {
    StringBuilder prose = new StringBuilder("The new " + topic + " of the town:");
    for (int i = 0; i < 60; i++) {
      prose.append(' ').append(topic).append(' ').append((char) ('a' + i % 26));
    }
    return """
        <html><head><title>The harbour page</title>
        <link rel="canonical" href="https://dock.example/%s"></head>
        <body><article><h1>The harbour page</h1><p>%s.</p><p>%s</p></article></body></html>
        """
        .formatted(topic, prose, NOTICE);
  }
}
