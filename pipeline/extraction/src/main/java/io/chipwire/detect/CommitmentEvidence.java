package io.chipwire.detect;

import io.chipwire.fact.Commitment;
import io.chipwire.fact.CommitmentKind;
import io.chipwire.fact.CommitmentStatus;
import io.chipwire.fact.Direction;
import io.chipwire.fact.EntityType;
import io.chipwire.language.Sentence;
import io.chipwire.lexicon.Lexicon;
import io.chipwire.signal.SignalKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Signals that rest on commitments: one for each obligor, a deal for a stake in a company, a policy
 * for public money.
 */
final class CommitmentEvidence {

  private final SignalRules rules;
  private final Lexicon lexicon;

  CommitmentEvidence(SignalRules rules, Lexicon lexicon) {
    this.rules = rules;
    this.lexicon = lexicon;
  }

  void collect(ArticleFacts facts, Passages passages, List<SignalDraft> drafts) {
    List<Commitment> commitments = facts.commitments();
    for (int i = 0; i < commitments.size(); i++) {
      Commitment commitment = commitments.get(i);
      Sentence sentence = passages.sentenceAt(commitment.start(), commitment.inTitle());
      if (sentence == null) {
        continue;
      }
      Direction direction =
          commitment.status() == CommitmentStatus.CANCELLED ? Direction.DOWN : Direction.UP;
      boolean stake =
          commitment.kind() == CommitmentKind.INVESTMENT
              && commitment.counterparty() != null
              && facts.type(commitment.counterparty()) == EntityType.COMPANY;
      for (String obligor : commitment.obligors()) {
        drafts.add(
            draft(SignalKind.COMMITMENT, obligor, direction, commitment, i, sentence, passages));
        if (stake) {
          drafts.add(draft(SignalKind.DEAL, obligor, null, commitment, i, sentence, passages));
        }
      }
      String helped = helped(facts, commitment);
      if (helped != null) {
        drafts.add(draft(SignalKind.POLICY, helped, direction, commitment, i, sentence, passages));
      }
    }
  }

  private static SignalDraft draft(
      SignalKind kind,
      String subject,
      @Nullable Direction direction,
      Commitment commitment,
      int position,
      Sentence sentence,
      Passages passages) {
    return new SignalDraft(
        kind,
        subject,
        null,
        direction,
        passages.span(sentence),
        commitment.inTitle(),
        passages.words(sentence, commitment.inTitle()),
        -1,
        position,
        commitment.confidence());
  }

  /** Who gets the public money of a commitment, else who gives it; null if it is none. */
  private @Nullable String helped(ArticleFacts facts, Commitment commitment) {
    if (commitment.kind() != CommitmentKind.FINANCING) {
      return null;
    }
    String giver =
        commitment.obligors().stream()
            .filter(id -> facts.type(id) != EntityType.COMPANY && isPublic(id))
            .findFirst()
            .orElse(null);
    return giver == null || commitment.counterparty() == null ? giver : commitment.counterparty();
  }

  private boolean isPublic(String id) {
    return lexicon
        .find(id)
        .map(entry -> entry.kinds().stream().anyMatch(kind -> rules.is("public", kind)))
        .orElse(true);
  }
}
