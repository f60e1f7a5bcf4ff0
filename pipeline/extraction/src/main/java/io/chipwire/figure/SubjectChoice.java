package io.chipwire.figure;

import io.chipwire.entity.Mention;
import io.chipwire.fact.EntityType;
import io.chipwire.fact.Metric;
import io.chipwire.figure.Draft.Tie;
import io.chipwire.figure.MetricTraits.Owner;
import io.chipwire.lexicon.Lexicon;
import io.chipwire.table.Words;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whose metric it is: the possessor of the cue, who stands beside the amount, the subject
 * of its clause or of one around it, whom a tied amount belongs to, whom the text is about.
 */
final class SubjectChoice {

  /** What the buyer of a product has of it, not its maker. */
  private static final Set<Metric> OWED =
      EnumSet.of(Metric.COMMITMENT, Metric.CAPACITY, Metric.INVESTMENT, Metric.OTHER);

  /** What a thing has, which is a company's only where the article is about it. */
  private static final Set<Metric> SPECIFICATIONS =
      EnumSet.of(Metric.MEMORY, Metric.POWER, Metric.PERFORMANCE);

  private static final Words WORDS = Words.beside(SubjectChoice.class);
  private static final Set<String> CONTRIBUTING = WORDS.of("subject-choice.contributing");
  private static final Set<String> INFORMED = WORDS.of("subject-choice.informed");
  private static final Set<String> PARTS = WORDS.of("subject-choice.parts");
  private static final Set<String> TRADE = WORDS.of("subject-choice.trade");

  private final Map<Metric, MetricTraits> traits;
  private final Lexicon lexicon;
  private final Unnamed unnamed;
  private final Neighbours neighbours;
  private final ClauseParties clauses;

  SubjectChoice(
      Map<Metric, MetricTraits> traits,
      Lexicon lexicon,
      RoleCues roles,
      Speech speech,
      Unnamed unnamed) {
    this.traits = traits;
    this.lexicon = lexicon;
    this.unnamed = unnamed;
    Pronouns pronouns = new Pronouns();
    this.neighbours = new Neighbours(roles, pronouns);
    this.clauses = new ClauseParties(traits, lexicon, roles, speech, unnamed, pronouns);
  }

  void choose(Line line, Draft draft, Discourse talk) {
    boolean named = draft.cue != null && draft.cue.cue().part() == Cue.Part.NOUN;
    Owner owner = traits.get(draft.metric()).owner();
    if (draft.metric() == Metric.OTHER && draft.kind == UnitKind.MONEY && named) {
      owner = Owner.COMPANY;
    }
    boolean average =
        draft.metric() == Metric.PRICE
            && named
            && talk.dominant()
            && draft.cue != null
            && line.word(draft.cue.first()).matches("average|asp|asps|blended");
    if (draft.isCostByMark() || SPECIFICATIONS.contains(draft.metric()) && !talk.dominant()) {
      owner = Owner.SAID;
    }
    boolean built =
        draft.kind == UnitKind.COUNT
            && draft.metric() == Metric.OTHER
            && PARTS.contains(draft.quantity.unit());
    if (built && talk.dominant()) {
      owner = Owner.COMPANY;
    }
    if (average && draft.product == null) {
      owner = Owner.COMPANY;
    }
    boolean trade =
        draft.metric() == Metric.OTHER
            && named
            && line.has(TRADE, draft.cue.first(), draft.cue.end());
    if (trade) {
      trade(line, draft, talk);
      return;
    }
    if (owner == Owner.NONE) {
      draft.subjectBy = Evidence.STATED;
      return;
    }
    if (draft.base != null && draft.sharesAll()) {
      tied(draft);
      return;
    }
    if (isCustomers(line, draft, talk)) {
      set(draft, talk.focus(), Evidence.CONTEXT);
      return;
    }
    Mention beside = draft.base == null ? null : neighbours.beside(line, draft, talk);
    Mention found = beside != null ? beside : neighbours.role(line, draft, talk);
    if (found == null && draft.metric() == Metric.DEAL_VALUE) {
      found = clauses.buyer(line, draft, talk);
    }
    if (found == null) {
      found = neighbours.possessor(line, draft, talk);
    }
    if (found != null) {
      set(draft, found.id(), Evidence.STATED);
      return;
    }
    if (isInformant(line, draft) || unnamed.possesses(line, draft)) {
      set(draft, null, Evidence.STATED);
      return;
    }
    found = clauses.ownClause(line, draft, talk);
    if (found != null) {
      set(draft, found.id(), Evidence.CLAUSE);
      return;
    }
    boolean sharesClause =
        draft.base != null && draft.tie != Tie.NONE && draft.metricBy == Evidence.TIED;
    if (sharesClause) {
      tied(draft);
      return;
    }
    found = neighbours.besideAfter(line, draft, talk);
    if (found == null && draft.metric() == Metric.PRICE) {
      found = neighbours.marketplace(line, draft, talk);
    }
    if (found == null) {
      found = clauses.clauseSubject(line, draft, talk);
    }
    if (found != null) {
      set(draft, found.id(), Evidence.CLAUSE);
    } else if (draft.base != null && draft.tie != Tie.NONE) {
      tied(draft);
    } else {
      fromContext(line, draft, talk, owner);
    }
  }

  /** Exports and imports: a country's, of the one spoken of if none is named. */
  private void trade(Line line, Draft draft, Discourse talk) {
    if (draft.base != null && draft.sharesAll()) {
      tied(draft);
      return;
    }
    Mention found = neighbours.possessor(line, draft, talk);
    found = found == null ? clauses.clauseSubject(line, draft, talk) : found;
    boolean stated = found != null && line.mentions().contains(found) && found.byName();
    if (stated && found.type() == EntityType.PLACE) {
      talk.state(found.id());
    }
    set(
        draft,
        found == null || !stated && talk.state() != null ? talk.state() : found.id(),
        stated ? Evidence.STATED : Evidence.CONTEXT);
  }

  /** "G42 accounted for 86% of sales": a customer's part of what the seller took. */
  private static boolean isCustomers(Line line, Draft draft, Discourse talk) {
    boolean share =
        draft.metric() == Metric.REVENUE
            && draft.kind == UnitKind.PERCENT
            && draft.change == null
            && line.word(draft.end()).equals("of")
            && line.word(draft.end() + 1).matches("sales|revenue|revenues|total|net");
    return share && talk.dominant() && line.has(CONTRIBUTING, 0, draft.first());
  }

  /** "Three people familiar with the matter": nobody's. */
  private static boolean isInformant(Line line, Draft draft) {
    return draft.kind == UnitKind.COUNT
        && draft.quantity.unit().equals("person")
        && (INFORMED.contains(line.word(draft.end()))
            || line.word(draft.end()).equals("with") && line.has(Set.of("knowledge")));
  }

  private static void set(Draft draft, @Nullable String subject, Evidence evidence) {
    draft.subject = subject;
    draft.subjectBy = evidence;
  }

  private static void tied(Draft draft) {
    if (draft.base != null) {
      draft.subject = draft.base.subject;
      draft.subjectBy = Evidence.TIED;
    }
  }

  private void fromContext(Line line, Draft draft, Discourse talk, Owner owner) {
    String ofProduct =
        draft.product == null ? null : lexicon.owner(draft.product).map(e -> e.id()).orElse(null);
    if (ofProduct != null && !OWED.contains(draft.metric()) && !rent(draft)) {
      set(draft, ofProduct, Evidence.CONTEXT);
    } else if (draft.nobody || unnamed.owns(line, draft) || isOfAllMakers(line, draft, talk)) {
      set(draft, null, Evidence.SENTENCE);
    } else if (owner == Owner.COMPANY) {
      String party = onlyParty(line, draft, talk);
      String usual =
          draft.metric() == Metric.SHARE_PRICE && talk.dominant() ? talk.focus() : talk.subject();
      set(
          draft,
          party != null ? party : usual,
          party != null ? Evidence.SENTENCE : Evidence.CONTEXT);
    } else if (talk.label() != null) {
      set(draft, talk.label(), Evidence.HEADER);
    }
  }

  /** "DRAM revenue", where nobody in particular makes it. */
  private boolean isOfAllMakers(Line line, Draft draft, Discourse talk) {
    Mention before = draft.cue == null ? null : line.mentionAt(draft.cue.first() - 1);
    return before != null
        && before.type() == EntityType.PRODUCT
        && !talk.dominant()
        && lexicon.owner(before.id()).isEmpty();
  }

  private static boolean rent(Draft draft) {
    String per = draft.quantity.per();
    return draft.metric() == Metric.PRICE
        && per != null
        && Set.of("hour", "gpu-hour", "month", "day").contains(per);
  }

  /** The one company named in the sentence before the amount, if it is the only one. */
  private @Nullable String onlyParty(Line line, Draft draft, Discourse talk) {
    String only = null;
    for (Mention mention : line.mentions()) {
      boolean agent =
          SPECIFICATIONS.contains(draft.metric()) && line.word(mention.first() - 1).equals("by");
      if (mention.first() < draft.first() && !agent && Admission.admits(draft, mention, talk)) {
        if (only != null && !only.equals(mention.id())) {
          return null;
        }
        only = mention.id();
      }
    }
    return only;
  }
}
