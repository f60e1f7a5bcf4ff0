package io.chipwire.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "price price true",
        "price prices false",
        "pric~ prices true",
        "pric~ spice false",
        "rise|rose rose true",
        "rise|ros~ rosy true",
        "rise|rose rises false",
      })
  void aWordIsOneOfTheAlternativesOrBeginsLikeOne(String pattern, String word, boolean matches) {
    assertThat(new WordPattern(pattern).matches(word)).isEqualTo(matches);
  }
}
