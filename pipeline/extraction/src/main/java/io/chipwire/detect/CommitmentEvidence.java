package io.chipwire.detect;

import io.chipwire.fact.Commitment;
import io.chipwire.fact.CommitmentKind;
import io.chipwire.fact.CommitmentStatus;
import io.chipwire.fact.Direction;
import io.chipwire.language.Sentence;
import io.chipwire.signal.SignalKind;
import java.util.List;

/** Signals that rest on commitments: one for each obligor, and a policy one for public money. */
final class CommitmentEvidence {

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
      for (String obligor : commitment.obligors()) {
        drafts.add(
            new SignalDraft(
                SignalKind.COMMITMENT,
                obligor,
                null,
                direction,
                passages.span(sentence),
                commitment.inTitle(),
                passages.words(sentence, commitment.inTitle()),
                -1,
                i,
                commitment.confidence()));
      }
      if (commitment.kind() == CommitmentKind.FINANCING
          && commitment.counterparty() != null
          && commitment.obligors().stream().anyMatch(id -> isPublic(facts, id))) {
        drafts.add(
            new SignalDraft(
                SignalKind.POLICY,
                commitment.counterparty(),
                null,
                direction,
                passages.span(sentence),
                commitment.inTitle(),
                passages.words(sentence, commitment.inTitle()),
                -1,
                i,
                commitment.confidence()));
      }
    }
  }

  private static boolean isPublic(ArticleFacts facts, String id) {
    return facts.textMentions().stream()
        .filter(mention -> mention.id().equals(id))
        .anyMatch(
            mention ->
                switch (mention.type()) {
                  case ORGANIZATION, PLACE -> true;
                  default -> false;
                });
  }
}
