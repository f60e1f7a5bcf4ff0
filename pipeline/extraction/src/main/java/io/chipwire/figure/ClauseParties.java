package io.chipwire.figure;

import io.chipwire.entity.Mention;
import io.chipwire.fact.EntityType;
import io.chipwire.fact.Metric;
import io.chipwire.figure.MetricTraits.Owner;
import io.chipwire.lexicon.Lexicon;
import io.chipwire.table.Words;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the owner of a figure among the subjects of its clause and of those around it. */
final class ClauseParties {

  private static final Words WORDS = Words.beside(ClauseParties.class);
  private static final Set<String> BUYING = WORDS.of("clause-parties.buying");
  private static final Set<String> TOGETHER = WORDS.of("clause-parties.together");

  private final Map<Metric, MetricTraits> traits;
  private final Lexicon lexicon;
  private final RoleCues roles;
  private final Speech speech;
  private final Unnamed unnamed;
  private final Pronouns pronouns;

  ClauseParties(
      Map<Metric, MetricTraits> traits,
      Lexicon lexicon,
      RoleCues roles,
      Speech speech,
      Unnamed unnamed,
      Pronouns pronouns) {
    this.traits = traits;
    this.lexicon = lexicon;
    this.roles = roles;
    this.speech = speech;
    this.unnamed = unnamed;
    this.pronouns = pronouns;
  }

  /** The party that is itself the subject of a clause that a tied amount has of its own. */
  @Nullable Mention ownClause(Line line, Draft draft, Discourse talk) {
    Clauses clauses = line.clauses();
    int head = clauses.head(draft.first());
    if (draft.base == null || clauses.together(draft.base.first(), draft.first())) {
      return null;
    }
    if (speech.isSpeech(line.word(head))) {
      return null;
    }
    int subject = clauses.ownSubject(head);
    if (subject < draft.base.end()) {
      return null;
    }
    Mention mention = line.mentionAt(subject);
    if (mention == null) {
      mention = ownerOf(line, draft, subject, talk);
    }
    return mention != null && Admission.admits(draft, mention, talk) ? mention : null;
  }

  /** "That of SK hynix", "shipments at GlobalFoundries", "Micron's": the party of a subject. */
  private @Nullable Mention ownerOf(Line line, Draft draft, int subject, Discourse talk) {
    for (int token : line.clauses().phrase(subject)) {
      Mention inside = line.mentionAt(token);
      boolean named = inside != null && inside.byName() && Admission.admits(draft, inside, talk);
      boolean owns =
          named
              && (line.word(inside.first() - 1).matches("at|of")
                  || line.word(inside.end()).matches("'s|'"));
      if (owns) {
        return inside;
      }
    }
    return null;
  }

  /** The subject of the amount's clause, or of the nearest clause around it that has a party. */
  @Nullable Mention clauseSubject(Line line, Draft draft, Discourse talk) {
    Clauses clauses = line.clauses();
    if (unnamed.acts(line, draft)) {
      draft.nobody = true;
      return null;
    }
    for (int head : clauses.outwards(draft.first())) {
      int subject = clauses.subject(head);
      int relative = clauses.ownSubject(head);
      Mention antecedent =
          head == clauses.head(draft.first()) && antecedent(line, relative) == null
              ? antecedent(line, relativeBefore(line, draft))
              : antecedent(line, relative);
      if (antecedent != null
          && Line.isParty(antecedent)
          && Admission.admits(draft, antecedent, talk)) {
        return antecedent;
      }
      if (subject >= 0 && joint(line, subject)) {
        draft.nobody = true;
        return null;
      }
      Mention mention = subject < 0 ? null : party(line, draft, subject, talk);
      boolean speaks =
          mention != null
              && mention.type() == EntityType.PERSON
              && speech.isSpeech(line.word(head));
      if (mention != null && !speaks) {
        return mention;
      }
      boolean aside =
          clauses.parse().relation(head).equals("advcl")
              && clauses.ownSubject(head) >= 0
              && line.mentionAt(clauses.ownSubject(head)) == null
              && traits.get(draft.metric()).owner() == Owner.SAID;
      if (aside) {
        return null;
      }
    }
    return null;
  }

  /**
   * Who buys, by the last verb of buying before the price: "agreed to acquire X, a maker of …,
   * for".
   */
  @Nullable Mention buyer(Line line, Draft draft, Discourse talk) {
    for (int i = draft.first() - 1; i >= 0; i--) {
      boolean verb = BUYING.contains(line.word(i)) && line.clauses().parse().isVerb(i);
      int subject = verb && !line.clauses().passive(i) ? line.clauses().subject(i) : -1;
      Mention mention = subject < 0 ? null : line.mentionAt(subject);
      if (mention != null && subject < i && Admission.admits(draft, mention, talk)) {
        return mention.byName() ? mention : pronouns.meant(line, draft, mention, talk);
      }
      if (line.word(i).equals(";")) {
        return null;
      }
    }
    return null;
  }

  /** The relative pronoun that opens the clause before an amount, by its words; or -1. */
  private static int relativeBefore(Line line, Draft draft) {
    for (int i = draft.first() - 1; i > Math.max(0, draft.first() - 8); i--) {
      if (line.word(i).matches("which|who")) {
        return i;
      }
      if (line.breaks(i, i + 1) > 0 || line.quantityAt(i) != null) {
        return -1;
      }
    }
    return -1;
  }

  /** "The mission (ISM), which has released": the name that stands right before a relative. */
  private static @Nullable Mention antecedent(Line line, int relative) {
    if (relative < 1 || !line.word(relative).matches("which|who")) {
      return null;
    }
    int at = relative - 1;
    at -= line.word(at).equals(",") ? 1 : 0;
    at -= line.word(at).equals(")") ? 1 : 0;
    Mention mention = line.mentionAt(at);
    return mention != null && mention.byName() ? mention : null;
  }

  /** "A, B and C spent a combined $3bn": what several have together is nobody's own. */
  private static boolean joint(Line line, int subject) {
    Mention first = line.mentionAt(subject);
    if (first == null || !line.has(TOGETHER)) {
      return false;
    }
    for (Mention mention : line.mentions()) {
      boolean joined =
          mention.first() >= first.end()
              && mention.first() - first.end() <= 2
              && line.word(mention.first() - 1).matches(",|and|&");
      if (joined && Line.isParty(mention)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Mention party(Line line, Draft draft, int subject, Discourse talk) {
    Mention mention = line.mentionAt(subject);
    boolean country =
        mention != null
            && mention.type() == EntityType.PLACE
            && line.word(mention.end()).matches("'s|'");
    if (country) {
      Mention owned = line.mentionAt(mention.end() + 1);
      mention = owned != null && Admission.admits(draft, owned, talk) ? owned : mention;
    }
    if (mention != null
        && (Admission.admits(draft, mention, talk) || Admission.isState(draft, mention))) {
      return mention.byName() ? mention : pronouns.meant(line, draft, mention, talk);
    }
    if (mention != null
        && mention.type() == EntityType.PERSON
        && traits.get(draft.metric()).owner() == Owner.COMPANY) {
      String employer = talk.employer(mention.id());
      Mention of = employer == null ? null : Pronouns.company(employer, mention);
      boolean speaks =
          employer != null && (lexicon.find(employer).isPresent() || employer.equals(talk.focus()));
      return of != null && speaks && Admission.admits(draft, of, talk) ? of : null;
    }
    for (int token : line.clauses().phrase(subject)) {
      Mention inside = line.mentionAt(token);
      boolean foreign =
          inside != null
              && (line.word(inside.first() - 1).equals("(")
                  || roles.foreign(draft.metric(), preposition(line, inside.first())));
      if (inside != null
          && !foreign
          && (Admission.admits(draft, inside, talk)
              || Admission.isState(draft, inside) && line.word(inside.end()).equals("'s"))
          && !names(line, draft, inside)) {
        return inside.byName() ? inside : pronouns.meant(line, draft, inside, talk);
      }
    }
    return null;
  }

  /** The word before the noun phrase that a token is in: "from" of "from Taiwan's Powerchip". */
  private static String preposition(Line line, int token) {
    int at = token - 1;
    while (at > 0 && line.clauses().parse().tag(at).matches("JJ.?|NNPS?|POS")) {
      at--;
    }
    return line.word(at);
  }

  /** "An Nvidia H100 costs $2": the maker in a product's name asks no price. */
  private static boolean names(Line line, Draft draft, Mention party) {
    Mention next = line.mentionAt(party.end());
    return draft.metric() == Metric.PRICE && next != null && next.type() == EntityType.PRODUCT;
  }
}
