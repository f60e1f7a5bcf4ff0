package io.chipwire.language;

import static java.nio.charset.StandardCharsets.UTF_8;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations.AnswerAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.Morphology;
import edu.stanford.nlp.process.PTBTokenizer;
import edu.stanford.nlp.process.WordToSentenceProcessor;
import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The shared, immutable model set: one for all threads.
 *
 * <p>A model is loaded when it is first asked for (names about 1 s, tags and trees about 1 s) and
 * then kept; together they hold about 250 MB of heap, and up to 270 MB more for words that the
 * parser has met. Cost on one core: {@link #sentences} 750,000 tokens a second, {@link #names} and
 * trees 50,000, {@link #tags} 28,000. No call costs more than linear time in the length of its
 * text: what is over {@link #MAX_PIECE} tokens is worked on in pieces.
 */
public final class Language {

  /** Most tokens that the models see at once; their cost grows faster than the length. */
  static final int MAX_PIECE = 80;

  private static final String MODELS = "edu/stanford/nlp/models/";
  private static final String TOKENIZER_OPTIONS =
      "ptb3Escaping=false,invertible=false,untokenizable=noneKeep,splitHyphenated=true";
  private static final Language SHARED = new Language();

  private final Lazy<CRFClassifier<CoreLabel>> names = new Lazy<>(Language::loadNames);
  private final Lazy<MaxentTagger> tagger = new Lazy<>(Language::loadTagger);
  private final Lazy<TreeParser> trees = new Lazy<>(Language::loadParser);

  private Language() {}

  /** The one instance. Cheap: models load on first use. */
  public static Language shared() {
    return SHARED;
  }

  /** Loads all models now, so that the first article does not wait for them. */
  public void warmUp() {
    names.get();
    tagger.get();
    trees.get();
  }

  /** A text whose names and trees are worked out on demand. */
  public AnnotatedText annotate(String text) {
    return new AnnotatedText(this, text);
  }

  /** Splits a text into sentences and tokens; a line end always ends a sentence. */
  public List<Sentence> sentences(String text) {
    List<Sentence> sentences = new ArrayList<>();
    WordToSentenceProcessor<CoreLabel> splitter = new WordToSentenceProcessor<>();
    int paragraph = 0;
    for (int from = 0; from < text.length(); ) {
      int lineEnd = text.indexOf('\n', from);
      int to = lineEnd < 0 ? text.length() : lineEnd;
      String line = text.substring(from, to);
      if (!line.isBlank()) {
        for (List<CoreLabel> labels : splitter.process(tokenize(line))) {
          sentences.add(sentence(sentences.size(), paragraph, text, from, labels));
        }
        paragraph++;
      }
      from = to + 1;
    }
    return sentences;
  }

  private static List<CoreLabel> tokenize(String line) {
    return new PTBTokenizer<>(
            new StringReader(line), new CoreLabelTokenFactory(), TOKENIZER_OPTIONS)
        .tokenize();
  }

  private static Sentence sentence(
      int index, int paragraph, String text, int offset, List<CoreLabel> labels) {
    List<Token> tokens = new ArrayList<>(labels.size());
    for (CoreLabel label : labels) {
      int start = offset + label.beginPosition();
      int end = offset + label.endPosition();
      tokens.add(new Token(text.substring(start, end), start, end));
    }
    return new Sentence(index, paragraph, tokens);
  }

  /** The names that the statistical model sees in a sentence, in reading order. */
  public List<Name> names(Sentence sentence) {
    List<Name> found = new ArrayList<>();
    for (int from = 0; from < sentence.size(); from += MAX_PIECE) {
      int to = Math.min(sentence.size(), from + MAX_PIECE);
      List<CoreLabel> labelled = names.get().classifySentence(labels(sentence, from, to));
      int start = 0;
      for (int i = 1; i <= labelled.size(); i++) {
        String previous = labelled.get(start).get(AnswerAnnotation.class);
        if (i == labelled.size() || !previous.equals(labelled.get(i).get(AnswerAnnotation.class))) {
          Name.@Nullable Kind kind = kind(previous);
          if (kind != null) {
            found.add(new Name(from + start, from + i, kind));
          }
          start = i;
        }
      }
    }
    return found;
  }

  private static Name.@Nullable Kind kind(String answer) {
    return switch (answer) {
      case "PERSON" -> Name.Kind.PERSON;
      case "ORGANIZATION" -> Name.Kind.ORGANIZATION;
      case "LOCATION" -> Name.Kind.LOCATION;
      default -> null;
    };
  }

  /**
   * The Penn Treebank tags of a sentence. A headline in title case is tagged as if it were in lower
   * case, for else every word of it is a name.
   */
  public List<String> tags(Sentence sentence) {
    boolean headline = isTitleCase(sentence);
    List<String> tags = new ArrayList<>(sentence.size());
    for (int from = 0; from < sentence.size(); ) {
      int to = pieceEnd(sentence, from);
      List<CoreLabel> labels = labels(sentence, from, to);
      for (CoreLabel label : labels) {
        if (isMarkup(label.word())) {
          label.setWord(":");
        } else if (headline) {
          label.setWord(label.word().toLowerCase(Locale.ROOT));
        }
      }
      tagger.get().tagCoreLabels(labels);
      for (CoreLabel label : labels) {
        tags.add(label.tag());
      }
      from = to;
    }
    return tags;
  }

  /**
   * Whether a token is a tag of HTML that an archive left in its text. It is tagged as punctuation:
   * the tagger weighs every open class for each unknown word in a row, 2 ms a word.
   */
  private static boolean isMarkup(String word) {
    return word.length() > 2 && word.charAt(0) == '<' && word.charAt(word.length() - 1) == '>';
  }

  /** Whether nearly all longer words of a sentence begin with a capital letter. */
  private static boolean isTitleCase(Sentence sentence) {
    int words = 0;
    int capitals = 0;
    for (Token token : sentence.tokens()) {
      char first = token.text().charAt(0);
      if (token.text().length() > 3 && Character.isLetter(first)) {
        words++;
        capitals += Character.isUpperCase(first) ? 1 : 0;
      }
    }
    return words >= 4 && capitals * 5 >= words * 4;
  }

  /** The singular of a plural noun, in lower case: {@code GPUs} is {@code gpu}. */
  public String singular(String plural) {
    String lower = plural.toLowerCase(Locale.ROOT);
    // The lemmatiser restores the capital of peoples: "Americans".
    return Morphology.lemmaStatic(lower, "NNS", true).toLowerCase(Locale.ROOT);
  }

  /** Tags a sentence and parses its dependencies. */
  public Parse parse(Sentence sentence) {
    return parse(sentence, tags(sentence));
  }

  Parse parse(Sentence sentence, List<String> tags) {
    return new Parse(tags, () -> trees.get().tree(sentence, tags));
  }

  /** Cuts a long sentence at the last semicolon or comma that leaves a piece within the bound. */
  static int pieceEnd(Sentence sentence, int from) {
    int limit = from + MAX_PIECE;
    if (limit >= sentence.size()) {
      return sentence.size();
    }
    for (int i = limit; i > from + MAX_PIECE / 2; i--) {
      String word = sentence.word(i - 1);
      if (word.equals(";") || word.equals(",")) {
        return i;
      }
    }
    return limit;
  }

  private static List<CoreLabel> labels(Sentence sentence, int from, int to) {
    List<CoreLabel> labels = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      CoreLabel label = new CoreLabel();
      label.setWord(sentence.word(i));
      label.setValue(sentence.word(i));
      label.setOriginalText(sentence.word(i));
      label.setIndex(i - from + 1);
      labels.add(label);
    }
    return labels;
  }

  private static CRFClassifier<CoreLabel> loadNames() {
    try (InputStream in = open("ner/english.all.3class.distsim.crf.ser.gz")) {
      // CRFClassifier.getClassifier would unzip by file name; a stream is taken as it is.
      return CRFClassifier.getClassifier(new GZIPInputStream(in, 1 << 16));
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException("model of names: " + e.getMessage(), e);
    }
  }

  private static MaxentTagger loadTagger() {
    try (InputStream in = open("pos-tagger/english-left3words-distsim.tagger")) {
      return new MaxentTagger(in, new Properties(), false);
    } catch (IOException e) {
      throw new IllegalStateException("model of tags: " + e.getMessage(), e);
    }
  }

  private static TreeParser loadParser() {
    try (InputStream in = new GZIPInputStream(open("parser/nndep/english_UD.gz"), 1 << 16);
        BufferedReader text = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      return new TreeParser(new TransitionParser(new ParserNetwork(ParserModel.read(text))));
    } catch (IOException e) {
      throw new IllegalStateException("model of trees: " + e.getMessage(), e);
    }
  }

  private static InputStream open(String model) throws IOException {
    InputStream in = Language.class.getClassLoader().getResourceAsStream(MODELS + model);
    if (in == null) {
      throw new IOException(MODELS + model + ": not in the class path");
    }
    return in;
  }

  /** Loads once, when first asked, also when several threads ask at the same time. */
  private static final class Lazy<T> {
    private final Supplier<T> load;
    private volatile @Nullable T value;

    Lazy(Supplier<T> load) {
      this.load = load;
    }

    T get() {
      T loaded = value;
      if (loaded == null) {
        synchronized (this) {
          loaded = value;
          if (loaded == null) {
            loaded = load.get();
            value = loaded;
          }
        }
      }
      return loaded;
    }
  }
}
