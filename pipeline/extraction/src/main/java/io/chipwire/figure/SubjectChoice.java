package io.chipwire.figure;

import io.chipwire.entity.Mention;
import io.chipwire.fact.EntityType;
import io.chipwire.fact.Metric;
import io.chipwire.figure.Draft.Tie;
import io.chipwire.figure.MetricTraits.Owner;
import io.chipwire.lexicon.Lexicon;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whose metric it is: the possessor of the cue, who stands beside the amount, the subject
 * of its clause or of one around it, whom a tied amount belongs to, whom the text is about.
 */
final class SubjectChoice {

  private static final Set<String> BESIDE =
      Set.of("for", "by", "at", "from", "on", "to", "of", "with");
  private static final int ROLE_REACH = 25;
  private static final String CONTRACTS = "contract|order|deal|commitment|agreement|award";
  private static final Set<Metric> RECEIVED = EnumSet.of(Metric.COMMITMENT);

  /** What the buyer of a product has of it, not its maker. */
  private static final Set<Metric> OWED =
      EnumSet.of(Metric.COMMITMENT, Metric.CAPACITY, Metric.INVESTMENT, Metric.OTHER);

  private static final Set<Metric> PLACES =
      EnumSet.of(Metric.MARKET_SHARE, Metric.SUBSIDY, Metric.TARIFF);

  /** Metrics that a country can have, where it is what the sentence is about. */
  private static final Set<Metric> STATES =
      EnumSet.of(
          Metric.INVESTMENT,
          Metric.OTHER,
          Metric.SUBSIDY,
          Metric.TARIFF,
          Metric.MARKET_SHARE,
          Metric.COMMITMENT);

  private static final Set<Metric> PERSONS = EnumSet.of(Metric.OTHER);
  private static final Set<Metric> SOURCES_TOO =
      EnumSet.of(Metric.ADOPTION, Metric.HEADCOUNT, Metric.OTHER);

  private final Map<Metric, MetricTraits> traits;
  private final Lexicon lexicon;
  private final RoleCues roles;
  private final Speech speech;
  private final Unnamed unnamed;

  SubjectChoice(
      Map<Metric, MetricTraits> traits,
      Lexicon lexicon,
      RoleCues roles,
      Speech speech,
      Unnamed unnamed) {
    this.speech = speech;
    this.unnamed = unnamed;
    this.traits = traits;
    this.lexicon = lexicon;
    this.roles = roles;
  }

  void choose(Line line, Draft draft, Discourse talk) {
    boolean named = draft.cue != null && draft.cue.cue().part() == Cue.Part.NOUN;
    Owner owner = traits.get(draft.metric()).owner();
    if (draft.metric() == Metric.OTHER && draft.kind == UnitKind.MONEY && named) {
      owner = Owner.COMPANY;
    }
    if (owner == Owner.NONE) {
      draft.subjectBy = Evidence.STATED;
      return;
    }
    if (draft.tie == Tie.SAME && draft.base != null) {
      tied(draft);
      return;
    }
    Mention beside = draft.base == null ? null : beside(line, draft, talk);
    Mention found = beside != null ? beside : role(line, draft, talk);
    if (found == null) {
      found = possessor(line, draft, talk);
    }
    if (found != null) {
      set(draft, found.id(), Evidence.STATED);
      return;
    }
    found = ownClause(line, draft, talk);
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
    found = besideAfter(line, draft, talk);
    if (found == null && draft.metric() == Metric.PRICE) {
      found = marketplace(line, draft, talk);
    }
    if (found == null) {
      found = clauseSubject(line, draft, talk);
    }
    if (found != null) {
      set(draft, found.id(), Evidence.CLAUSE);
    } else if (draft.base != null && draft.tie != Tie.NONE) {
      tied(draft);
    } else {
      fromContext(line, draft, talk, owner);
    }
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
    } else if (unnamed.owns(line, draft)) {
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
      if (mention.first() < draft.first() && admits(draft, mention, talk)) {
        if (only != null && !only.equals(mention.id())) {
          return null;
        }
        only = mention.id();
      }
    }
    return only;
  }

  private boolean admits(Draft draft, Mention mention, Discourse talk) {
    Metric metric = draft.metric();
    return switch (mention.type()) {
      case COMPANY -> !talk.isSource(mention) || SOURCES_TOO.contains(metric);
      case ORGANIZATION -> true;
      case PERSON -> PERSONS.contains(metric);
      case PLACE -> PLACES.contains(metric);
      default -> false;
    };
  }

  /** "Revenue of Nvidia", "Nvidia's revenue", "Nvidia revenue": a party in the cue's own phrase. */
  private @Nullable Mention possessor(Line line, Draft draft, Discourse talk) {
    Cue.Hit cue = draft.cue;
    if (cue == null || cue.cue().part() != Cue.Part.NOUN) {
      return null;
    }
    for (int i = cue.first() - 1; i >= Math.max(0, cue.first() - 6); i--) {
      Mention mention = line.mentionAt(i);
      if (mention != null && (admits(draft, mention, talk) || isState(draft, mention))) {
        boolean possessive =
            line.word(mention.end()).matches("'s|'")
                || line.word(mention.end() - 1).matches("its|our|their|whose");
        if (possessive
            || mention.end() == cue.first()
            || nounsBetween(line, mention.end(), cue.first())) {
          return mention;
        }
        return null;
      }
      String tag = line.clauses().parse().tag(i);
      boolean modifies =
          tag.matches("JJ.?|NN.*|POS|HYPH|VBG|VBN|CD|,|:|CC|PRP\\$")
              || line.word(i).equals("-")
              || mention != null
              || line.timeAt(i);
      if (!modifies || line.word(i).equals(",")) {
        break;
      }
    }
    if (Set.of("of", "at", "for").contains(line.word(cue.end()))) {
      int at = cue.end() + 1;
      at += line.word(at).equals("the") ? 1 : 0;
      Mention mention = line.mentionAt(at);
      if (mention != null
          && mention.first() == at
          && mention.end() <= line.size()
          && admits(draft, mention, talk)
          && line.quantityAt(at) == null
          && (!roles.foreign(draft.metric(), line.word(cue.end()))
              || line.word(at).matches("its|our|their"))) {
        return mention;
      }
    }
    return null;
  }

  private static boolean nounsBetween(Line line, int from, int to) {
    for (int i = from; i < to; i++) {
      String tag = line.clauses().parse().tag(i);
      if (!tag.startsWith("NN")
          && !tag.startsWith("JJ")
          && !line.word(i).equals("-")
          && !tag.equals("CD")) {
        return false;
      }
    }
    return true;
  }

  /** In a list or comparison: "22% for Samsung", "Broadcom with 15%", "and AMD 11%". */
  private @Nullable Mention beside(Line line, Draft draft, Discourse talk) {
    if (draft.base == null || draft.tie == Tie.CHANGE) {
      return null;
    }
    Mention after = besideAfter(line, draft, talk);
    if (after != null) {
      return after;
    }
    int from = draft.base.end();
    Mention found = null;
    for (Mention mention : line.mentions()) {
      boolean between = mention.first() >= from && mention.end() <= draft.first();
      if (between
          && admits(draft, mention, talk)
          && (line.word(mention.end()).equals("with")
              || !line.word(mention.first() - 1)
                  .matches("for|by|at|from|in|to|with|of|than|according|on"))) {
        found = mention;
      }
    }
    return found;
  }

  /** The party that is itself the subject of a clause that a tied amount has of its own. */
  private @Nullable Mention ownClause(Line line, Draft draft, Discourse talk) {
    Clauses clauses = line.clauses();
    int head = clauses.head(draft.first());
    if (draft.base == null || clauses.together(draft.base.first(), draft.first())) {
      return null;
    }
    if (speech.isSpeech(line.word(head))) {
      return null;
    }
    int subject = clauses.ownSubject(head);
    Mention mention = subject > draft.base.end() - 1 ? line.mentionAt(subject) : null;
    return mention != null && admits(draft, mention, talk) ? mention : null;
  }

  /** "22% for Samsung": a party behind the amount with only a preposition between. */
  private @Nullable Mention besideAfter(Line line, Draft draft, Discourse talk) {
    int at = draft.end();
    if (line.word(at).equals(")")) {
      at++;
    }
    if (!BESIDE.contains(line.word(at)) || roles.foreign(draft.metric(), line.word(at))) {
      return null;
    }
    at++;
    at += line.word(at).equals("the") ? 1 : 0;
    Mention mention = line.mentionAt(at);
    return mention != null && mention.first() <= at && admits(draft, mention, talk)
        ? mention
        : null;
  }

  /** "H100s on Vast.ai averaged $1.62", "at JD.com": where something is sold. */
  private @Nullable Mention marketplace(Line line, Draft draft, Discourse talk) {
    for (Mention mention : line.mentions()) {
      boolean at = line.word(mention.first() - 1).matches("on|at");
      boolean near =
          mention.end() <= draft.first() && line.breaks(mention.end(), draft.first()) == 0;
      if (at && near && mention.type() == EntityType.COMPANY && admits(draft, mention, talk)) {
        return mention;
      }
    }
    return null;
  }

  /** The party whose part in the sentence's verb makes it the owner: the payer, the recipient. */
  private @Nullable Mention role(Line line, Draft draft, Discourse talk) {
    for (int i = draft.first() - 1; i >= Math.max(0, draft.first() - ROLE_REACH); i--) {
      if (line.word(i).matches(";|:|—")) {
        return null;
      }
      boolean passive = line.clauses().passive(i);
      List<String> markers = roles.markers(draft.metric(), line.word(i), passive);
      if (markers.isEmpty()) {
        continue;
      }
      for (Mention mention : line.mentions()) {
        boolean marked =
            markers.contains("+") && mention.first() == i + 1
                || markers.contains(line.word(mention.first() - 1))
                || markers.contains(line.word(mention.first() - 2))
                    && line.word(mention.first() - 1).matches("the|its");
        boolean near = mention.first() > i && mention.first() < draft.end() + 8;
        boolean modifies =
            RECEIVED.contains(draft.metric())
                && mention.first() > i
                && line.word(mention.end()).matches(CONTRACTS);
        if ((marked && near || modifies) && admits(draft, mention, talk)) {
          return mention;
        }
      }
    }
    return null;
  }

  /** The subject of the amount's clause, or of the nearest clause around it that has a party. */
  private @Nullable Mention clauseSubject(Line line, Draft draft, Discourse talk) {
    Clauses clauses = line.clauses();
    if (unnamed.acts(line, draft)) {
      return null;
    }
    for (int head : clauses.outwards(draft.first())) {
      int subject = clauses.subject(head);
      Mention mention = subject < 0 ? null : party(line, draft, subject, talk);
      boolean speaks =
          mention != null
              && mention.type() == EntityType.PERSON
              && speech.isSpeech(line.word(head));
      if (mention != null && !speaks) {
        return mention;
      }
    }
    return null;
  }

  private @Nullable Mention party(Line line, Draft draft, int subject, Discourse talk) {
    Mention mention = line.mentionAt(subject);
    if (mention != null && (admits(draft, mention, talk) || isState(draft, mention))) {
      return mention.byName() ? mention : speaker(line, draft, mention, talk);
    }
    if (mention != null
        && mention.type() == EntityType.PERSON
        && traits.get(draft.metric()).owner() == Owner.COMPANY) {
      String employer = talk.employer(mention.id());
      Mention of =
          employer == null
              ? null
              : new Mention(
                  employer,
                  EntityType.COMPANY,
                  employer,
                  mention.sentence(),
                  mention.first(),
                  mention.end(),
                  mention.start(),
                  mention.stop(),
                  false);
      boolean speaks =
          employer != null && (lexicon.find(employer).isPresent() || employer.equals(talk.focus()));
      return of != null && speaks && admits(draft, of, talk) ? of : null;
    }
    for (int token : line.clauses().phrase(subject)) {
      Mention inside = line.mentionAt(token);
      boolean foreign =
          inside != null && roles.foreign(draft.metric(), line.word(inside.first() - 1));
      if (inside != null
          && !foreign
          && (admits(draft, inside, talk)
              || isState(draft, inside) && line.word(inside.end()).equals("'s"))
          && !names(line, draft, inside)) {
        return inside.byName() ? inside : speaker(line, draft, inside, talk);
      }
    }
    return null;
  }

  private static boolean isState(Draft draft, Mention mention) {
    return mention.type() == EntityType.PLACE && STATES.contains(draft.metric());
  }

  /** "An Nvidia H100 costs $2": the maker in a product's name asks no price. */
  private static boolean names(Line line, Draft draft, Mention party) {
    Mention next = line.mentionAt(party.end());
    return draft.metric() == Metric.PRICE && next != null && next.type() == EntityType.PRODUCT;
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
          && admits(draft, mention, talk)) {
        return mention;
      }
    }
    return pronoun;
  }
}
