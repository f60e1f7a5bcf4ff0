package io.chipwire.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a dependency parser of CoreNLP. Nobody changes its arrays.
 *
 * @param words numbers of the words, from 0
 * @param tags numbers of the tags, from 0
 * @param labels the empty one, the root's, all others
 * @param embeddings of words, then tags, then labels
 * @param input by feature and dimension of its embedding, a weight for each hidden unit
 * @param bias of each hidden unit
 * @param output by hidden unit, a weight for each transition: left with each label, right, shift
 */
record ParserModel(
    Map<String, Integer> words,
    Map<String, Integer> tags,
    String[] labels,
    float[][] embeddings,
    float[][] input,
    float[] bias,
    float[][] output) {

  /**
   * Reads the text form of a model, as {@code DependencyParser.writeModelFile} prints it: sizes,
   * then embeddings of words, tags and labels, then weights and biases of both layers. The list of
   * features to compute beforehand, at its end, is not needed.
   *
   * @throws IOException if the text ends early or a number is none, with the line
   */
  static ParserModel read(BufferedReader in) throws IOException {
    Lines lines = new Lines(in);
    int wordCount = lines.size("dict");
    int tagCount = lines.size("pos");
    int labelCount = lines.size("label");
    int width = lines.size("embeddingSize");
    int hidden = lines.size("hiddenSize");
    if (hidden % ParserNetwork.STRIDE != 0) {
      throw lines.error(hidden + " hidden units, want a multiple of " + ParserNetwork.STRIDE);
    }
    int features = lines.size("numTokens");
    if (features != ParserNetwork.FEATURES) {
      throw lines.error(features + " features, want " + ParserNetwork.FEATURES);
    }
    lines.size("preComputed");
    float[][] embeddings = new float[wordCount + tagCount + labelCount][];
    Map<String, Integer> words = new HashMap<>();
    Map<String, Integer> tags = new HashMap<>();
    String[] labels = new String[labelCount];
    for (int id = 0; id < embeddings.length; id++) {
      StringTokenizer line = lines.next();
      String name = line.nextToken();
      embeddings[id] = lines.numbers(line, width);
      @Nullable Integer same = null;
      if (id < wordCount) {
        same = words.put(name, id);
      } else if (id < wordCount + tagCount) {
        same = tags.put(name, id - wordCount);
      } else {
        labels[id - wordCount - tagCount] = name;
      }
      if (same != null) {
        throw lines.error("'" + name + "' a second time");
      }
    }
    float[][] input = new float[ParserNetwork.FEATURES * width][];
    for (int i = 0; i < input.length; i++) {
      input[i] = lines.numbers(lines.next(), hidden);
    }
    float[] bias = lines.numbers(lines.next(), hidden);
    float[][] output = new float[hidden][];
    for (int i = 0; i < hidden; i++) {
      output[i] = lines.numbers(lines.next(), 2 * (labelCount - 1) + 1);
    }
    return new ParserModel(words, tags, labels, embeddings, input, bias, output);
  }

  /** Lines of a model's text, with their number for errors. */
  private static final class Lines {

    private final BufferedReader in;
    private int number;

    Lines(BufferedReader in) {
      this.in = in;
    }

    StringTokenizer next() throws IOException {
      String line = in.readLine();
      number++;
      if (line == null) {
        throw error("the end of the file");
      }
      return new StringTokenizer(line, " ");
    }

    int size(String name) throws IOException {
      String line = next().nextToken();
      if (!line.matches(name + "=\\d{1,9}")) {
        throw error("'" + line + "', want " + name + "=NUMBER");
      }
      return Integer.parseInt(line.substring(name.length() + 1));
    }

    float[] numbers(StringTokenizer line, int count) throws IOException {
      float[] numbers = new float[count];
      if (line.countTokens() != count) {
        throw error(line.countTokens() + " numbers, want " + count);
      }
      for (int i = 0; i < count; i++) {
        String number = line.nextToken();
        try {
          numbers[i] = Float.parseFloat(number);
        } catch (NumberFormatException e) {
          throw error("'" + number + "', want a number");
        }
      }
      return numbers;
    }

    IOException error(String found) {
      return new IOException("parser model, line " + number + ": " + found);
    }
  }
}
