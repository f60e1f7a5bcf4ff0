package io.chipwire.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LanguageTest {

  private static final String TEXT =
      "Amazon said capex surged 78% to $43.2 billion.\n\nAndy Jassy lives in Seattle. It rains.";

  private final Language language = Language.shared();

  @Test
  void splitsSentencesAtLineEndsAndKeepsOffsets() {
    List<Sentence> sentences = language.sentences(TEXT);
    assertThat(sentences).hasSize(3);
    assertThat(sentences).extracting(Sentence::paragraph).containsExactly(0, 1, 1);
    assertThat(sentences.get(0).tokens())
        .extracting(Token::text)
        .containsExactly(
            "Amazon", "said", "capex", "surged", "78", "%", "to", "$", "43.2", "billion", ".");
    for (Sentence sentence : sentences) {
      for (Token token : sentence.tokens()) {
        assertThat(TEXT.substring(token.start(), token.end())).isEqualTo(token.text());
      }
    }
  }

  @Test
  void findsNames() {
    Sentence sentence = language.sentences(TEXT).get(1);
    assertThat(language.names(sentence))
        .containsExactly(new Name(0, 2, Name.Kind.PERSON), new Name(4, 5, Name.Kind.LOCATION));
  }

  @Test
  void parsesDependencies() {
    Sentence sentence = language.sentences(TEXT).get(0);
    Parse parse = language.parse(sentence);
    assertThat(parse.tag(3)).isEqualTo("VBD");
    assertThat(parse.head(2)).isEqualTo(3);
    assertThat(parse.relation(2)).isEqualTo("nsubj");
    assertThat(parse.isBelow(8, 3)).isTrue();
  }

  @Test
  void hangsSumsOfMoneyOnTheirVerb() {
    Sentence sentence =
        language.sentences("Capital spending rose to $1.2 billion from $900 million.").getFirst();
    Parse parse = language.parse(sentence);
    assertThat(sentence.word(4)).isEqualTo("$");
    assertThat(parse.head(4)).isEqualTo(2);
    assertThat(parse.head(8)).isEqualTo(2);
    assertThat(parse.isBelow(6, 4)).isTrue();
    assertThat(parse.tag(4)).isEqualTo("$");
  }

  @Test
  void parsesAClauseBetweenSubjectAndVerbByItself() {
    Sentence sentence =
        language.sentences("ASE, which takes on the rest, plans to spend more.").getFirst();
    Parse parse = language.parse(sentence);
    assertThat(sentence.word(8)).isEqualTo("plans");
    assertThat(parse.relation(8)).isEqualTo("root");
    assertThat(parse.head(0)).isEqualTo(8);
    assertThat(parse.head(3)).isEqualTo(0);
    assertThat(parse.relation(3)).isEqualTo("acl:relcl");
  }

  @Test
  void tagsLeftOverMarkupAsPunctuation() {
    Sentence sentence =
        language.sentences("<td class=\"left\">Micron</td> <td>has 3 wafers</td>").getFirst();
    assertThat(language.tags(sentence))
        .containsExactly(":", "NNP", ":", ":", "VBZ", "CD", "NNS", ":");
  }

  @Test
  void worksOnALongSentenceInPieces() {
    String text =
        java.util.stream.IntStream.range(0, 1_000)
            .mapToObj(i -> "word" + i)
            .collect(Collectors.joining(", "));
    Sentence sentence = language.sentences(text).getFirst();
    Parse parse = language.parse(sentence);
    assertThat(parse.size()).isEqualTo(sentence.size()).isGreaterThan(1_900);
    for (int i = 0; i < parse.size(); i++) {
      assertThat(parse.isBelow(i, i)).isTrue();
      assertThat(parse.tag(i)).isNotEmpty();
    }
    assertThat(language.names(sentence)).isNotNull();
  }

  @Test
  void keepsOddCharactersAndSurvivesEmptyText() {
    assertThat(language.sentences("")).isEmpty();
    assertThat(language.sentences(" \n\n ")).isEmpty();
    String odd = "₩1.8 trillion \uD83D\uDE00 NT$500m — 30–50%";
    for (Token token : language.sentences(odd).getFirst().tokens()) {
      assertThat(odd.substring(token.start(), token.end())).isEqualTo(token.text());
    }
  }
}
