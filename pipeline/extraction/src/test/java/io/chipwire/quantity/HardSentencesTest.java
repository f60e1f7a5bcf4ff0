package io.chipwire.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.fact.Bound;
import io.chipwire.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every class of quantity and every trap, a sentence each: {@code hard-sentences.tsv}. */
class HardSentencesTest {

  private static final String RESOURCE = "hard-sentences.tsv";

  @ParameterizedTest(name = "{0}: {1}: {2}")
  @MethodSource("sentences")
  void readsExactlyWhatTheSentenceSays(int number, String kind, String sentence, String expected) {
    List<String> found =
        QuantityGrammar.standard().read(Language.shared().annotate(sentence)).stream()
            .map(HardSentencesTest::written)
            .toList();

    assertThat(String.join("; ", found))
        .as("sentence %d (%s): %s", number, kind, sentence)
        .isEqualTo(expected);
  }

  @Test
  void holdsThreeHundredSentencesOrMore() throws IOException {
    assertThat(sentences()).hasSizeGreaterThanOrEqualTo(300);
  }

  static Stream<Arguments> sentences() throws IOException {
    List<Arguments> rows = new ArrayList<>();
    try (InputStream in = HardSentencesTest.class.getResourceAsStream(RESOURCE)) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("# "))
              .toList();
      for (String line : lines) {
        String[] columns = line.split("\t", -1);
        assertThat(columns).as(line).hasSize(3);
        rows.add(
            Arguments.of(
                rows.size() + 1,
                columns[0],
                columns[1].replace("\\n", "\n"),
                normalised(columns[2])));
      }
    }
    return rows.stream();
  }

  /** The expectation with its numbers written as {@link #written} writes them. */
  private static String normalised(String expected) {
    if (expected.equals("none")) {
      return "";
    }
    List<String> items = new ArrayList<>();
    for (String item : expected.split("; ")) {
      int rate = item.indexOf(" /");
      String per = rate < 0 ? "" : item.substring(rate);
      String amount = rate < 0 ? item : item.substring(0, rate);
      int space = amount.lastIndexOf(' ');
      items.add(amount.substring(0, space) + " " + value(amount.substring(space + 1)) + per);
    }
    return String.join("; ", items);
  }

  private static String value(String printed) {
    for (String tie : List.of("..", "*")) {
      int at = printed.indexOf(tie);
      if (at > 0) {
        return plain(printed.substring(0, at)) + tie + plain(printed.substring(at + tie.length()));
      }
    }
    char first = printed.charAt(0);
    boolean bound = first == '<' || first == '>' || first == '~';
    return bound ? first + plain(printed.substring(1)) : plain(printed);
  }

  private static String plain(String number) {
    return plain(new BigDecimal(number));
  }

  private static String plain(@Nullable BigDecimal number) {
    return number == null ? "-" : number.stripTrailingZeros().toPlainString();
  }

  private static String written(Quantity quantity) {
    String value =
        switch (quantity.bound()) {
          case EXACT -> same(quantity);
          case ABOUT -> "~" + same(quantity);
          case MIN -> quantity.high() == null ? ">" + plain(quantity.low()) : "broken minimum";
          case MAX -> quantity.low() == null ? "<" + plain(quantity.high()) : "broken maximum";
          case RANGE, ORDER ->
              plain(quantity.low())
                  + (quantity.bound() == Bound.RANGE ? ".." : "*")
                  + plain(quantity.high());
        };
    return quantity.unit() + " " + value + (quantity.per() == null ? "" : " /" + quantity.per());
  }

  private static String same(Quantity quantity) {
    String low = plain(quantity.low());
    return low.equals(plain(quantity.high())) ? low : "broken point";
  }
}
