package io.chipwire.commitment;

import io.chipwire.entity.Mention;
import io.chipwire.fact.CommitmentKind;
import io.chipwire.fact.EntityType;
import io.chipwire.language.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an article has said before a sentence, to complete what the sentence leaves out: who lends,
 * who sells, which contract is meant.
 */
final class Background {

  private static final int REACH = 4;
  private static final Set<CommitmentKind> OF_TWO =
      Set.of(
          CommitmentKind.PURCHASE,
          CommitmentKind.SUPPLY,
          CommitmentKind.LEASE,
          CommitmentKind.CAPACITY);

  private final List<Draft> told = new ArrayList<>();
  private @Nullable Mention label;
  private int labelled = -1;
  private @Nullable String topic;

  /** The company that the title is about. */
  void topic(@Nullable String company) {
    topic = company;
  }

  /** The company that heads the paragraph of a sentence, or null. */
  @Nullable String label(Sentence sentence) {
    return label != null && sentence.paragraph() == labelled ? label.id() : null;
  }

  /** Notes a sentence that is nothing but a name: it heads its paragraph. */
  void hear(Sentence sentence, List<Mention> mentions) {
    if (sentence.paragraph() != labelled) {
      label = null;
    }
    boolean alone =
        mentions.size() == 1
            && mentions.getFirst().type() == EntityType.COMPANY
            && mentions.getFirst().first() == 0
            && sentence.size() - mentions.getFirst().end() <= 2;
    if (alone) {
      label = mentions.getFirst();
      labelled = sentence.paragraph();
    }
  }

  void add(Draft draft) {
    told.add(draft);
  }

  /** The last contract told, or null if none is near. */
  @Nullable Draft last(Sentence sentence) {
    for (int i = told.size() - 1; i >= 0; i--) {
      Draft draft = told.get(i);
      if (OF_TWO.contains(draft.kind())
          && !draft.obligors().isEmpty()
          && (draft.inTitle() || sentence.index() - draft.sentence().index() <= REACH)) {
        return draft;
      }
    }
    return null;
  }

  /** The draft with the parties that its sentence leaves out, or null if nobody owes. */
  @Nullable Draft complete(Draft draft) {
    Draft whole = draft;
    if (whole.obligors().isEmpty()) {
      String giver = giver(whole);
      if (giver == null || giver.equals(whole.counterparty())) {
        return null;
      }
      whole = whole.withObligors(List.of(giver));
    }
    if (whole.counterparty() == null && OF_TWO.contains(whole.kind())) {
      whole = whole.withCounterparty(partner(whole));
    }
    return whole;
  }

  private @Nullable String giver(Draft draft) {
    for (int i = told.size() - 1; i >= 0; i--) {
      Draft before = told.get(i);
      if (before.kind() == draft.kind()
          && draft.kind() == CommitmentKind.FINANCING
          && before.obligors().size() == 1
          && draft.sentence().index() - before.sentence().index() <= REACH) {
        return before.obligors().getFirst();
      }
    }
    return null;
  }

  private @Nullable String partner(Draft draft) {
    String head = label(draft.sentence());
    if (head != null && !draft.obligors().contains(head)) {
      return head;
    }
    for (int i = told.size() - 1; i >= 0; i--) {
      Draft before = told.get(i);
      if (draft.sentence().index() - before.sentence().index() > REACH || before.inTitle()) {
        continue;
      }
      if (before.obligors().equals(draft.obligors())
          && before.counterparty() != null
          && before.kind() == draft.kind()) {
        return before.counterparty();
      }
      if (before.kind() == CommitmentKind.SUPPLY
          && draft.obligors().size() == 1
          && draft.obligors().getFirst().equals(before.counterparty())
          && before.obligors().size() == 1) {
        return before.obligors().getFirst();
      }
    }
    boolean sold = draft.kind() == CommitmentKind.PURCHASE && draft.amount() != null;
    return sold && topic != null && !draft.obligors().contains(topic) ? topic : null;
  }
}
