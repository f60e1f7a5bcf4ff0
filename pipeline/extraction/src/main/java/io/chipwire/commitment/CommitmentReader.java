package io.chipwire.commitment;

import io.chipwire.entity.Mention;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.EntityType;
import io.chipwire.language.AnnotatedText;
import io.chipwire.language.Sentence;
import io.chipwire.lexicon.Lexicon;
import io.chipwire.quantity.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Reads who binds itself to what, from verbs and nouns of commitment, the parties around them and
 * the amount; one contract told several times is one commitment.
 *
 * <p>Parses only sentences that hold such a word and somebody who can owe. Thread-safe.
 */
public final class CommitmentReader {

  /**
   * A title or a text with what is known of it.
   *
   * @param mentions who is mentioned there, descriptions included, in order
   */
  public record Passage(
      AnnotatedText text, List<Quantity> quantities, List<Mention> mentions, boolean inTitle) {}

  private static final CommitmentReader STANDARD = new CommitmentReader(Lexicon.standard());

  private final VerbReading verbs;
  private final NounReading nouns;
  private final Parties parties;

  private CommitmentReader(Lexicon lexicon) {
    Vocabulary vocabulary = new Vocabulary();
    Amounts amounts = new Amounts(vocabulary);
    parties = new Parties(vocabulary, lexicon);
    verbs = new VerbReading(vocabulary, parties, amounts);
    nouns = new NounReading(vocabulary, parties, amounts);
  }

  /** The reader over the built-in words and the standard lexicon. */
  public static CommitmentReader standard() {
    return STANDARD;
  }

  /** The commitments of an article, in the order in which they are first told. */
  public List<Commitment> read(Passage title, Passage text) {
    Merger merger = new Merger();
    Background background = new Background();
    background.topic(
        title.mentions().stream()
            .filter(m -> m.type() == EntityType.COMPANY)
            .map(Mention::id)
            .findFirst()
            .orElse(null));
    for (Passage passage : List.of(text, title)) {
      for (Sentence sentence : passage.text().sentences()) {
        read(passage, sentence, background, merger);
      }
    }
    return merger.commitments();
  }

  private void read(Passage passage, Sentence sentence, Background background, Merger merger) {
    List<Mention> here =
        passage.mentions().stream()
            .filter(mention -> mention.sentence() == sentence.index())
            .sorted(Comparator.comparingInt(Mention::first))
            .toList();
    background.hear(sentence, here);
    List<String> words =
        sentence.tokens().stream().map(token -> token.text().toLowerCase(Locale.ROOT)).toList();
    boolean told = verbs.mayBind(words) || nouns.mayBind(words);
    if (!told || here.stream().noneMatch(parties::canOwe)) {
      return;
    }
    List<Quantity> quantities =
        passage.quantities().stream()
            .filter(quantity -> quantity.sentence() == sentence.index())
            .toList();
    Clause clause = new Clause(passage.text(), sentence, quantities, here);
    List<Draft> drafts = new ArrayList<>(verbs.read(clause, passage.inTitle(), background));
    drafts.addAll(nouns.read(clause, passage.inTitle(), background, drafts));
    for (Draft draft : drafts) {
      background.add(draft);
      merger.add(draft);
    }
  }
}
