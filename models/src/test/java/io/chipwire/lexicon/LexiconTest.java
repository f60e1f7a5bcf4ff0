package io.chipwire.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LexiconTest {

  private final Lexicon lexicon = Lexicon.standard();

  @Test
  void findsNamesWithTheirPlaces() {
    String text = "Nvidia's GB300 systems and Amazon.com Inc. TPUs";
    assertThat(sure(text))
        .containsExactly("nvidia:Nvidia", "gb300:GB300", "amazon:Amazon.com Inc", "tpu:TPUs");
  }

  private List<String> sure(String text) {
    return lexicon.match(text).stream()
        .filter(m -> m.sure().isPresent())
        .map(m -> m.sure().get().id() + ":" + text.substring(m.start(), m.end()))
        .toList();
  }
}
