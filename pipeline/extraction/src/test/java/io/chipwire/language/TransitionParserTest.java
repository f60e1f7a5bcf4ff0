package io.chipwire.language;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.parser.nndep.DependencyParser;
import edu.stanford.nlp.trees.TypedDependency;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class TransitionParserTest {

  private static final String MODEL = "edu/stanford/nlp/models/parser/nndep/english_UD.gz";

  private final Language language = Language.shared();

  @Test
  void findsTheTreesOfCoreNlp() throws IOException {
    DependencyParser peer = DependencyParser.loadFromModelFile(MODEL);
    TransitionParser parser = load();
    int words = 0;
    for (Sentence sentence : sentences()) {
      List<String> tags = language.tags(sentence);
      assertThat(ours(parser, sentence, tags))
          .as(sentence.toString())
          .isEqualTo(theirs(peer, sentence, tags));
      words += sentence.size();
    }
    assertThat(words).isGreaterThan(3_000);
  }

  @Test
  void parsesNothingAndASingleWord() throws IOException {
    TransitionParser parser = load();
    parser.parse(List.of(), new int[0], new String[0]);
    int[] heads = {7};
    String[] relations = {""};
    parser.parse(List.of(new TaggedWord("zzyzx", "NO-SUCH-TAG", 0)), heads, relations);
    assertThat(heads).containsExactly(-1);
    assertThat(relations).containsExactly("root");
  }

  @Test
  void saysWhereAModelIsBroken() {
    assertThatThrownBy(() -> read("dict=1\npos=1\nwidth=3\n"))
        .isInstanceOf(IOException.class)
        .hasMessage("parser model, line 3: 'width=3', want label=NUMBER");
    assertThatThrownBy(() -> read("dict=1\n"))
        .hasMessage("parser model, line 2: the end of the file");
    String sizes = "dict=1\npos=1\nlabel=1\nembeddingSize=2\nhiddenSize=4\n";
    assertThatThrownBy(() -> read(sizes + "numTokens=47\n"))
        .hasMessage("parser model, line 6: 47 features, want 48");
    assertThatThrownBy(() -> read(sizes + "numTokens=48\npreComputed=0\nchip 0.5\n"))
        .hasMessage("parser model, line 8: 1 numbers, want 2");
    String twice = sizes.replace("dict=1", "dict=2") + "numTokens=48\npreComputed=0\n";
    assertThatThrownBy(() -> read(twice + "chip 1 2\nchip 1 2\n"))
        .hasMessage("parser model, line 9: 'chip' a second time");
    assertThatThrownBy(() -> read(sizes + "numTokens=48\npreComputed=0\nchip 0.5 x\n"))
        .hasMessage("parser model, line 8: 'x', want a number");
    assertThatThrownBy(() -> read(sizes.replace("=4", "=5")))
        .hasMessage("parser model, line 5: 5 hidden units, want a multiple of 4");
  }

  private static void read(String model) throws IOException {
    ParserModel.read(new BufferedReader(new StringReader(model)));
  }

  private static TransitionParser load() throws IOException {
    try (InputStream in = DependencyParser.class.getClassLoader().getResourceAsStream(MODEL);
        BufferedReader text =
            new BufferedReader(new InputStreamReader(new GZIPInputStream(in), UTF_8))) {
      return new TransitionParser(new ParserNetwork(ParserModel.read(text)));
    }
  }

  /** Our own sentences of all kinds, those that are parsed in one piece. */
  private List<Sentence> sentences() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/io/chipwire/figure/sentences.txt")) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> line.startsWith("> "))
          .flatMap(line -> language.sentences(line.substring(2)).stream())
          .filter(sentence -> sentence.size() <= Language.MAX_PIECE)
          .limit(300)
          .toList();
    }
  }

  private static List<String> ours(TransitionParser parser, Sentence sentence, List<String> tags) {
    List<TaggedWord> words = new ArrayList<>();
    for (int i = 0; i < sentence.size(); i++) {
      words.add(new TaggedWord(sentence.word(i), tags.get(i), i));
    }
    int[] heads = new int[words.size()];
    String[] relations = new String[words.size()];
    parser.parse(words, heads, relations);
    List<String> edges = new ArrayList<>();
    for (int i = 0; i < heads.length; i++) {
      edges.add(relations[i] + " " + heads[i] + " " + i);
    }
    return edges;
  }

  private static List<String> theirs(DependencyParser peer, Sentence sentence, List<String> tags) {
    List<CoreLabel> labels = new ArrayList<>();
    for (int i = 0; i < sentence.size(); i++) {
      CoreLabel label = new CoreLabel();
      label.setWord(sentence.word(i));
      label.setTag(tags.get(i));
      labels.add(label);
    }
    List<String> edges = new ArrayList<>();
    for (TypedDependency edge : peer.predict(labels).typedDependencies()) {
      String relation = edge.reln().toString().toLowerCase(Locale.ROOT);
      edges.add(relation + " " + (edge.gov().index() - 1) + " " + (edge.dep().index() - 1));
    }
    return edges;
  }
}
