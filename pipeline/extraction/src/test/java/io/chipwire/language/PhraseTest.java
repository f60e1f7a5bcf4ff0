package io.chipwire.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseTest {

  @Test
  void matchesWordsInARow() {
    assertThat(new Phrase("sold out").endAt(List.of("is", "sold", "out"), 1)).isEqualTo(3);
    assertThat(new Phrase("sold out").endAt(List.of("is", "sold", "out"), 0)).isEqualTo(-1);
    assertThat(new Phrase("sold out").endAt(List.of("sold"), 0)).isEqualTo(-1);
  }

  @Test
  void takesEitherWordAndAnyEnding() {
    Phrase phrase = new Phrase("cut~|slash~ prices");
    assertThat(phrase.endAt(List.of("slashed", "prices"), 0)).isEqualTo(2);
    assertThat(phrase.endAt(List.of("cuts", "prices"), 0)).isEqualTo(2);
    assertThat(phrase.endAt(List.of("raised", "prices"), 0)).isEqualTo(-1);
  }

  @Test
  void skipsAtMostFourWordsForAStar() {
    Phrase phrase = new Phrase("order * from");
    assertThat(phrase.endAt(List.of("order", "from"), 0)).isEqualTo(2);
    assertThat(phrase.endAt(List.of("order", "a", "b", "c", "d", "from"), 0)).isEqualTo(6);
    assertThat(phrase.endAt(List.of("order", "a", "b", "c", "d", "e", "from"), 0)).isEqualTo(-1);
  }
}
