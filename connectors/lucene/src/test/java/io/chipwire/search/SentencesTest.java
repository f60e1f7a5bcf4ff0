package io.chipwire.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {

  @Test
  void paragraphsAndStopsEndASentence() {
    assertThat(split("Prices rose. Why? Demand!\n\nA heading\n\n• a bullet"))
        .containsExactly("Prices rose.", "Why?", "Demand!", "A heading", "• a bullet");
  }

  @Test
  void abbreviationsInitialsAndDecimalsDoNot() {
    assertThat(
            split(
                "Amazon.com Inc. Chief Andrew R. Jassy spent $43.2 billion. The U.S. Senate agreed."))
        .containsExactly(
            "Amazon.com Inc. Chief Andrew R. Jassy spent $43.2 billion.",
            "The U.S. Senate agreed.");
  }

  @Test
  void anEndlessSentenceIsCutAtABlank() {
    List<String> parts = split("word ".repeat(200));

    assertThat(parts)
        .allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(Sentences.MAX_LENGTH));
    assertThat(String.join(" ", parts)).isEqualTo("word ".repeat(200).strip());
    assertThat(split("x".repeat(1_000))).hasSize(3);
  }

  @Test
  void anOffsetIsFoundInItsSentence() {
    Sentences sentences = new Sentences("One. Two. Three.");

    assertThat(sentences.indexAt(0)).isZero();
    assertThat(sentences.indexAt(6)).isEqualTo(1);
    assertThat(sentences.indexAt(15)).isEqualTo(2);
    assertThat(new Sentences("").indexAt(3)).isEqualTo(-1);
  }

  private static List<String> split(String text) {
    return new Sentences(text).all().stream().map(span -> span.of(text)).toList();
  }
}
