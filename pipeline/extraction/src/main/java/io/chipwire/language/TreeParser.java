package io.chipwire.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Grows the tree of a tagged sentence. What the parser's model reads badly is put before it in
 * another shape: long sentences in pieces, relative clauses by themselves, sums of money as spoken.
 *
 * <p>Thread-safe.
 */
final class TreeParser {

  private final TransitionParser parser;

  TreeParser(TransitionParser parser) {
    this.parser = parser;
  }

  /** The tree of a sentence with one tag for each token. */
  Parse.Tree tree(Sentence sentence, List<String> tags) {
    int size = sentence.size();
    int[] heads = new int[size];
    String[] relations = new String[size];
    Arrays.fill(heads, -1);
    Arrays.fill(relations, "root");
    for (int from = 0; from < size; ) {
      int to = Language.pieceEnd(sentence, from);
      List<TaggedWord> words = new ArrayList<>(to - from);
      for (int i = from; i < to; i++) {
        words.add(new TaggedWord(sentence.word(i), tags.get(i), i));
      }
      parse(words, heads, relations);
      from = to;
    }
    return Parse.Tree.of(heads, relations);
  }

  /** Parses words, a relative clause that parts a subject from its verb by itself. */
  private void parse(List<TaggedWord> words, int[] heads, String[] relations) {
    RelativeClauses.Span aside = RelativeClauses.first(words);
    if (aside == null) {
      parser.parse(MoneyWords.ordered(words), heads, relations);
      return;
    }
    List<TaggedWord> rest = new ArrayList<>(words.subList(0, aside.open()));
    rest.addAll(words.subList(aside.close() + 1, words.size()));
    List<TaggedWord> inside = words.subList(aside.open() + 1, aside.close());
    int noun = words.get(aside.open() - 1).place();
    for (int comma :
        new int[] {words.get(aside.open()).place(), words.get(aside.close()).place()}) {
      heads[comma] = noun;
      relations[comma] = "punct";
    }
    parser.parse(MoneyWords.ordered(inside), heads, relations);
    for (TaggedWord word : inside) {
      if (heads[word.place()] < 0) {
        heads[word.place()] = noun;
        relations[word.place()] = "acl:relcl";
      }
    }
    parse(rest, heads, relations);
  }
}
