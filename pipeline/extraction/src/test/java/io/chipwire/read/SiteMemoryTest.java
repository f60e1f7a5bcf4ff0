package io.chipwire.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chipwire.article.Article;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteMemoryTest {

  private static final String NOTICE =
      "Readers of the harbour page can have the evening letter every day at six if they tell us so.";

  private static final List<String> TOPICS =
      List.of("crane", "pier", "reactor", "railway", "tunnel", "foundry", "ferry", "mast");

  private final SiteLearner learner = new SiteLearner();

  @Test
  void learnsWhatASiteRepeatsAndLeavesItOut() {
    for (String topic : TOPICS.subList(0, 4)) {
      learner.add(read(new PageReader(), "www.dock.example", topic, NOTICE));
    }
    learner.add(read(new PageReader(), "other.example", "kiln", NOTICE));
    SiteMemory memory = learner.learnt();

    assertThat(memory.lines()).containsExactly(new SiteMemory.Line("dock.example", NOTICE, 4, 4));
    PageReader reader = new PageReader(ReadLimits.DEFAULT, memory);
    assertThat(read(reader, "dock.example", "mast", NOTICE).text())
        .isEqualTo(prose("mast", 1) + "\n\n" + prose("mast", 2));
    assertThat(read(reader, "other.example", "mast", NOTICE).text()).contains(NOTICE);
  }

  @Test
  void keepsAPageThatIsNothingButRepetition() {
    TOPICS.forEach(t -> learner.add(read(new PageReader(), "dock.example", t, NOTICE)));
    PageReader reader = new PageReader(ReadLimits.DEFAULT, learner.learnt());

    assertThat(read(reader, page("dock.example/about", NOTICE, NOTICE.repeat(2))).text())
        .startsWith(NOTICE);
  }

  @Test
  void countsAnArticleOnceUnderHoweverManyAddresses() {
    for (int i = 0; i < 8; i++) {
      learner.add(read(new PageReader(), "dock.example/" + i, "pier", NOTICE));
    }

    assertThat(learner.learnt().lines()).isEmpty();
  }

  @Test
  void learnsNeitherShortLinesNorWhatFewPagesHold() {
    for (String topic : TOPICS) {
      String second = topic.startsWith("f") ? NOTICE : "What we know so far";
      learner.add(read(new PageReader(), "dock.example", topic, second));
    }

    assertThat(learner.learnt().lines()).isEmpty();
  }

  @Test
  void forgetsTheLinesItSawLongestAgo() {
    SiteLearner small = new SiteLearner(3, 1);
    for (String topic : TOPICS) {
      small.add(read(new PageReader(), "dock.example", topic, NOTICE));
    }
    assertThat(small.learnt().lines()).hasSize(1);

    small.add(read(new PageReader(), "other.example", "kiln", NOTICE));
    assertThat(small.learnt().lines()).isEmpty();
  }

  @Test
  void isTheSameFromItsFile(@TempDir Path folder) throws IOException {
    TOPICS.forEach(t -> learner.add(read(new PageReader(), "dock.example", t, NOTICE)));
    Path file = folder.resolve("sites.jsonl");
    learner.learnt().write(file);

    assertThat(SiteMemory.read(file).lines()).isEqualTo(learner.learnt().lines());
  }

  @Test
  void saysWhichLineOfAFileIsWrong(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("sites.jsonl"), "\n{\"site\": 3}\n");
    assertThatThrownBy(() -> SiteMemory.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            file
                + ":2: expected {\"site\": …, \"text\": …, \"pages\": …, \"of\": …}, was {\"site\":"
                + " 3}");

    Files.writeString(file, "dock.example");
    assertThatThrownBy(() -> SiteMemory.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(file + ":1: no JSON: ");
  }

  private Article read(PageReader reader, String site, String topic, String notice) {
    return read(reader, page(site + "/" + topic, prose(topic, 1), notice, prose(topic, 2)));
  }

  private static Article read(PageReader reader, String html) {
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    return ((Reading.Accepted) reader.read(PageFiles.page("test.html", bytes))).article();
  }

  /** A paragraph whose words differ from those of another topic. */
  private static String prose(String topic, int number) {
    StringBuilder text = new StringBuilder("The town's new " + topic + " number " + number);
    for (int i = 0; i < 30; i++) {
      text.append(' ').append(topic).append(number).append((char) ('a' + i % 26));
    }
    return text.append(" opens in spring.").toString();
  }

  private static String page(String address, String... paragraphs) {
    return """
        <html><head><title>The harbour page</title><link rel="canonical" href="https://%s"></head>
        <body><article><h1>The harbour page</h1><p>%s</p></article></body></html>
        """
        .formatted(address, String.join("</p><p>", paragraphs));
  }
}
