package io.chipwire.commitment;

import io.chipwire.entity.Mention;
import io.chipwire.fact.CommitmentKind;
import io.chipwire.fact.CommitmentStatus;
import io.chipwire.quantity.Quantity;
import io.chipwire.table.Words;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody puts in for something: "Japan got 15% in return for $550 billion of
 * investment, and South Korea for $350 billion".
 */
final class Exchange {

  private static final Words WORDS = Words.beside(Exchange.class);
  private static final int NEAR = 4;
  private static final double CONFIDENCE = 0.58;
  private static final Set<String> RETURNS = WORDS.of("return");

  private final Vocabulary vocabulary;
  private final Parties parties;

  Exchange(Vocabulary vocabulary, Parties parties) {
    this.vocabulary = vocabulary;
    this.parties = parties;
  }

  /** Whether a lower-case word is worth a look at its sentence. */
  boolean mayBind(String word) {
    return RETURNS.contains(word);
  }

  /**
   * The investment that an amount is, or null if it is none.
   *
   * @param again whether the amount before it was one, so that another may be told in short
   */
  @Nullable Draft read(Clause clause, Quantity amount, boolean inTitle, boolean again) {
    int leads = clause.words.subList(0, amount.first()).lastIndexOf("for");
    if (leads < 1 || amount.first() - leads > NEAR) {
      return null;
    }
    boolean invested =
        clause
            .words
            .subList(amount.end(), Math.min(clause.words.size(), amount.end() + NEAR))
            .stream()
            .anyMatch(word -> vocabulary.isThing("invest", word));
    List<Mention> givers = List.of();
    if (RETURNS.contains(clause.word(leads - 1)) && invested) {
      givers = parties.subject(clause, leads - 1);
    } else if (again) {
      givers =
          clause.mentions.stream()
              .filter(mention -> parties.canOwe(mention) && mention.end() == leads)
              .limit(1)
              .toList();
    }
    if (givers.isEmpty()) {
      return null;
    }
    return new Draft(
        clause.sentence,
        inTitle,
        CommitmentKind.INVESTMENT,
        Parties.ids(givers).stream().sorted().toList(),
        null,
        amount,
        Term.of(clause),
        "investment",
        CommitmentStatus.ANNOUNCED,
        false,
        false,
        CONFIDENCE);
  }
}
