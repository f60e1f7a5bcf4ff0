package io.chipwire.figure;

import io.chipwire.entity.Mention;
import io.chipwire.fact.EntityType;
import java.util.List;

/** Tells whom "it", "its" and "the company" mean where their sentence knows better. */
final class Pronouns {

  /** Whom a pronoun means; what somebody else says of "it" is said of what the article is about. */
  Mention meant(Line line, Draft draft, Mention pronoun, Discourse talk) {
    String focus = talk.focus();
    boolean named = line.mentions().stream().anyMatch(m -> m.byName() && Line.isParty(m));
    boolean heard =
        !named
            && talk.dominant()
            && focus != null
            && pronoun.first() > 0
            && line.word(0).matches("he|she|analysts");
    return heard && focus != null ? company(focus, pronoun) : speaker(line, draft, pronoun, talk);
  }

  /** A company by its id, where something refers to it. */
  static Mention company(String id, Mention at) {
    return new Mention(
        id,
        EntityType.COMPANY,
        id,
        at.sentence(),
        at.first(),
        at.end(),
        at.start(),
        at.stop(),
        false);
  }

  /** Of "Lambda said its data centers": the speaker is meant by the pronoun. */
  private Mention speaker(Line line, Draft draft, Mention pronoun, Discourse talk) {
    if (!line.word(pronoun.first()).matches("it|its|they|their|we|our")) {
      return pronoun;
    }
    Clauses clauses = line.clauses();
    List<Integer> heads = clauses.outwards(pronoun.first());
    for (int head : heads.subList(Math.min(1, heads.size()), heads.size())) {
      int subject = clauses.ownSubject(head);
      Mention mention = subject < 0 ? null : line.mentionAt(subject);
      if (mention != null
          && mention.byName()
          && subject < pronoun.first()
          && Admission.admits(draft, mention, talk)) {
        return mention;
      }
    }
    return pronoun;
  }
}
