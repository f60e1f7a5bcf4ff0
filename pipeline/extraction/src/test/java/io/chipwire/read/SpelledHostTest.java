package io.chipwire.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class SpelledHostTest {

  @Test
  void writesTheHostAsThePageDoes() {
    assertThat(spelled("", "A clerk of Dock Daily counted them.", "www.dock-daily.example"))
        .isEqualTo("Dock Daily");
    assertThat(spelled("", "He told The Docker’s Post so.", "thedockerspost.co.example"))
        .isEqualTo("The Docker’s Post");
  }

  @Test
  void prefersASpellingThatIsNotAllCapitals() {
    assertThat(
            spelled(
                "QUAYLINE: a crane fell", "The crane, he told Quayline, fell.", "quayline.example"))
        .isEqualTo("Quayline");
    assertThat(spelled("A crane fell - QUAY", "", "quay.example")).isEqualTo("QUAY");
  }

  @Test
  void takesNeitherAddressesNorWordsNorShortParts() {
    assertThat(spelled("", "Mail Quayline.Example or x@Quayline today.", "quayline.example"))
        .isNull();
    assertThat(spelled("", "The cargo went by quayline.", "quayline.example")).isNull();
    assertThat(spelled("", "Co. and Quaylines", "co.quayline.example")).isNull();
  }

  private static String spelled(String title, String text, String host) {
    List<Block> blocks = Outline.of(Jsoup.parse("<p>" + text + "</p>").body(), 10).blocks();
    return SpelledHost.in(title, blocks, host);
  }
}
