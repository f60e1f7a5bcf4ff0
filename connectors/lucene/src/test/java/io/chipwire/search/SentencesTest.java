package io.chipwire.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.fact.Span;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void theItemsOfAListInOneLineAreSentences() {
    assertThat(
            split(
                "Among them: - Micron will build in Idaho. - TSMC, a maker of chips - the largest -"
                    + " will build in Arizona; – 3M will not. - and so on."))
        .containsExactly(
            "Among them:",
            "Micron will build in Idaho.",
            "TSMC, a maker of chips - the largest - will build in Arizona;",
            "3M will not. - and so on.");
  }

  @Test
  void theBulletOfAnItemBelongsToIt() {
    String text = "Intel will build. - Micron will, too.";
    Sentences sentences = new Sentences(text);

    assertThat(sentences.at(text.indexOf('-')).of(text)).isEqualTo("Micron will, too.");
    assertThat(sentences.at(text.indexOf('-') - 1).of(text)).isEqualTo("Intel will build.");
  }

  @Test
  void whatGoesOnIsNoSentence() {
    assertThat(
            split(
                "He said, “No.” Then he left, right? — at 5 p.m. (in Taipei). (Applause.) It fell"
                    + " 1.5%! Why e.g. now? 台積電漲價。三星沒有。"))
        .containsExactly(
            "He said, “No.”",
            "Then he left, right? — at 5 p.m. (in Taipei).",
            "(Applause.)",
            "It fell 1.5%!",
            "Why e.g. now?",
            "台積電漲價。",
            "三星沒有。");
  }

  @Test
  void severalInitialsDoNot() {
    assertThat(split("Chief C.C. Wei spoke. J.P. Morgan listened."))
        .containsExactly("Chief C.C. Wei spoke.", "J.P. Morgan listened.");
  }

  @Test
  void anEndlessSentenceIsCutAtABlank() {
    List<String> parts = split("word ".repeat(200));

    assertThat(parts)
        .allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(Sentences.MAX_LENGTH));
    assertThat(String.join(" ", parts)).isEqualTo("word ".repeat(200).strip());
    assertThat(split("x".repeat(1_000))).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1. ", "x", ". ", "... - ", "(", "- A", "U.S. "})
  @Timeout(10)
  void aTextThatIsMadeToBeSlowIsNot(String bit) {
    String text = bit.repeat(2_000_000 / bit.length());
    Sentences sentences = new Sentences(text);

    assertThat(sentences.at(text.length() - 1).end()).isLessThanOrEqualTo(text.length());
  }

  @Test
  void anOffsetIsFoundInItsSentence() {
    String text = "One. Two.\n\nThree.";
    Sentences sentences = new Sentences(text);

    assertThat(sentences.at(0).of(text)).isEqualTo("One.");
    assertThat(sentences.at(6).of(text)).isEqualTo("Two.");
    assertThat(sentences.at(9).of(text)).isEqualTo("Two.");
    assertThat(sentences.at(11).of(text)).isEqualTo("Three.");
    assertThat(sentences.at(99).of(text)).isEqualTo("Three.");
    assertThat(new Sentences("").at(3)).isEqualTo(new Span(0, 0));
  }

  private static List<String> split(String text) {
    Sentences sentences = new Sentences(text);
    return IntStream.range(0, text.length())
        .mapToObj(sentences::at)
        .distinct()
        .map(span -> span.of(text))
        .filter(sentence -> !sentence.isEmpty())
        .toList();
  }
}
