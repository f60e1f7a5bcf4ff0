package io.chipwire.quantity;

import io.chipwire.article.Table;
import io.chipwire.language.AnnotatedText;
import io.chipwire.language.Sentence;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the quantities of a text: value, unit, bound and denominator of every number that a reader
 * could cite, and of none that is a date, a name or a label.
 *
 * <p>One pass over the pieces of each sentence, without backtracking over more than a phrase, so
 * the time is linear in the length of the text. Tags are asked for only where a number may count a
 * noun. Thread-safe; the texts it reads are not.
 */
public final class QuantityGrammar {

  private static final QuantityGrammar STANDARD = new QuantityGrammar(Vocabulary.load());

  private final Vocabulary vocabulary;
  private final SentenceReader sentences;
  private final TableReader tables;

  private QuantityGrammar(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.sentences = new SentenceReader(vocabulary);
    this.tables = new TableReader(vocabulary, sentences);
  }

  /** The grammar with the vocabulary of this room. */
  public static QuantityGrammar standard() {
    return STANDARD;
  }

  /** The quantities of a text or a title, in reading order. */
  public List<Quantity> read(AnnotatedText text) {
    return read(text, List.of());
  }

  /**
   * The quantities of an article's text, in reading order.
   *
   * @param known what the page says about its tables; a table that only the text shows, as lines
   *     with {@code " | "} between the cells, is seen without it
   */
  public List<Quantity> read(AnnotatedText text, List<Table> known) {
    List<Line> lines = lines(text);
    Currencies currencies = Currencies.of(vocabulary, lines);
    Ellipsis ellipsis = new Ellipsis();
    List<Quantity> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); ) {
      int end = TableReader.end(lines, i);
      if (end > i) {
        for (TableReader.Found row : tables.read(lines, i, end, currencies, known)) {
          found.add(quantity(text, row.line(), row.draft()));
        }
        i = end;
      } else {
        Line line = lines.get(i);
        ellipsis.enter(text.sentences().get(line.at(0).sentence()).paragraph());
        for (Draft draft : sentences.read(line, currencies, ellipsis)) {
          found.add(quantity(text, line, draft));
        }
        i++;
      }
    }
    return List.copyOf(found);
  }

  /** A line for each sentence; for a paragraph with cells one for all its sentences. */
  private List<Line> lines(AnnotatedText text) {
    List<Line> lines = new ArrayList<>();
    List<Sentence> all = text.sentences();
    for (int i = 0; i < all.size(); ) {
      int end = i + 1;
      while (end < all.size() && all.get(end).paragraph() == all.get(i).paragraph()) {
        end++;
      }
      int last = all.get(end - 1).end();
      boolean row = text.text().substring(all.get(i).start(), last).contains(" | ");
      for (int from = i; from < end; ) {
        int to = row ? end : from + 1;
        List<Piece> pieces =
            Pieces.of(vocabulary::isCurrencySign, text.text(), all.subList(from, to));
        lines.add(new Line(text, pieces));
        from = to;
      }
      i = end;
    }
    return lines;
  }

  private static Quantity quantity(AnnotatedText text, Line line, Draft draft) {
    Piece first = line.at(draft.start);
    Piece last = line.at(draft.end - 1);
    Sentence sentence = text.sentences().get(first.sentence());
    int lastToken = last.sentence() == first.sentence() ? last.token() : sentence.size() - 1;
    Measure measure = draft.measure;
    if (measure == null) {
      throw new IllegalStateException("quantity without a unit at " + first.start());
    }
    return new Quantity(
        first.sentence(),
        first.token(),
        lastToken + 1,
        first.start(),
        last.end(),
        text.text().substring(first.start(), last.end()),
        measure.unit(),
        draft.low,
        draft.high,
        draft.bound,
        draft.per);
  }
}
