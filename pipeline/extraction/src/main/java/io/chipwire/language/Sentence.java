package io.chipwire.language;

import java.util.List;

/**
 * A sentence, a heading, a bullet or a table row: never reaches over a line end of the source text.
 *
 * @param index its position among the sentences of the text
 * @param paragraph position of the paragraph (line of the text) that it belongs to
 * @param tokens at least one
 */
public record Sentence(int index, int paragraph, List<Token> tokens) {

  /** Copies the list. */
  public Sentence {
    tokens = List.copyOf(tokens);
  }

  /** Offset of its first token. */
  public int start() {
    return tokens.getFirst().start();
  }

  /** Offset behind its last token. */
  public int end() {
    return tokens.getLast().end();
  }

  /** Number of tokens. */
  public int size() {
    return tokens.size();
  }

  /** The text of token {@code i}. */
  public String word(int i) {
    return tokens.get(i).text();
  }
}
