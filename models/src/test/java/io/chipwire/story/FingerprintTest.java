package io.chipwire.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private final Random random = new Random(3);

  @Test
  void caseAndPunctuationDoNotCount() {
    String text = String.join(" ", words(200));
    String shouted = text.toUpperCase(java.util.Locale.ROOT).replace(" ", " – ") + "!";

    assertThat(print(shouted)).isEqualTo(print(text));
    assertThat(print(shouted).similarity(print(text))).isEqualTo(1);
  }

  @Test
  void aCopyWithAnEditedParagraphIsACopy() {
    List<String> words = words(400);
    List<String> edited = new ArrayList<>(words);
    for (int i = 100; i < 140; i++) {
      edited.set(i, "other" + i);
    }

    Fingerprint first = print(String.join(" ", words));
    Fingerprint second = print(String.join(" ", edited));

    assertThat(second.isCopyOf(first)).isTrue();
    assertThat(shareBand(first, second)).isTrue();
  }

  @Test
  void differentTextsAreNoCopies() {
    for (int i = 0; i < 100; i++) {
      Fingerprint first = print(String.join(" ", words(300)));
      Fingerprint second = print(String.join(" ", words(300)));
      assertThat(first.similarity(second)).isLessThan(0.2);
    }
  }

  @Test
  void similarityEstimatesTheShareOfCommonSequences() {
    double sum = 0;
    for (int i = 0; i < 100; i++) {
      List<String> common = words(300);
      String first = String.join(" ", common) + " " + String.join(" ", words(100));
      String second = String.join(" ", common) + " " + String.join(" ", words(100));
      sum += print(first).similarity(print(second));
    }
    assertThat(sum / 100).isCloseTo(0.6, within(0.03));
  }

  @Test
  void aShortTextHasNone() {
    assertThat(Fingerprint.of(String.join(" ", words(29)))).isEmpty();
    assertThat(Fingerprint.of("")).isEmpty();
  }

  @Test
  void bytesReadBack() {
    Fingerprint print = print(String.join(" ", words(50)));

    assertThat(Fingerprint.of(print.bytes())).isEqualTo(print);
    assertThatThrownBy(() -> Fingerprint.of(new byte[3]))
        .hasMessage("fingerprint of 3 bytes: expected 128");
  }

  private static boolean shareBand(Fingerprint first, Fingerprint second) {
    for (int band = 0; band < Fingerprint.BANDS; band++) {
      if (first.band(band) == second.band(band)) {
        return true;
      }
    }
    return false;
  }

  private static Fingerprint print(String text) {
    return Fingerprint.of(text).orElseThrow();
  }

  private List<String> words(int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add("w" + random.nextInt(2_000));
    }
    return words;
  }
}
