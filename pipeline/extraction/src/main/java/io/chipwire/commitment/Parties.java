package io.chipwire.commitment;

import io.chipwire.entity.Mention;
import io.chipwire.fact.EntityType;
import io.chipwire.lexicon.Entry;
import io.chipwire.lexicon.Lexicon;
import io.chipwire.table.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who a clause's words say owes, and who is owed to. */
final class Parties {

  private static final Words WORDS = Words.beside(Parties.class);
  private static final int CHAIN = 5;
  private static final int NO_RANK = 6;
  private static final Set<String> RELATIVE = WORDS.of("relative");
  private static final Set<String> SUBJECTS = Set.of("nsubj", "nsubj:pass", "csubj");

  private final Vocabulary vocabulary;
  private final Lexicon lexicon;

  Parties(Vocabulary vocabulary, Lexicon lexicon) {
    this.vocabulary = vocabulary;
    this.lexicon = lexicon;
  }

  /** Whether somebody can owe: a company, a public body, a country or a state. */
  boolean canOwe(Mention mention) {
    return switch (mention.type()) {
      case COMPANY, ORGANIZATION -> true;
      case PLACE -> lexicon.find(mention.id()).filter(Parties::isState).isPresent();
      case PERSON, PRODUCT -> false;
    };
  }

  private boolean canOwe(Clause clause, Mention mention) {
    return canOwe(mention) && !clause.endsLongerName(mention);
  }

  private static boolean isState(Entry place) {
    return place.kinds().contains("country") || place.kinds().contains("state");
  }

  /** Who acts in a verb, over control, relative clauses and coordination; empty if not said. */
  List<Mention> subject(Clause clause, int verb) {
    Mention partner = partner(clause, verb);
    if (partner != null && clause.parse.isVerb(clause.parse.head(deal(partner)))) {
      return subject(clause, clause.parse.head(deal(partner)));
    }
    int at = verb;
    for (int step = 0; step < CHAIN && at >= 0; step++) {
      int subject = clause.child(at, "nsubj", "nsubj:pass");
      if (subject >= 0) {
        Mention promiser = promiser(clause, subject);
        if (promiser != null) {
          return clause.joined(promiser);
        }
        if (subject < clause.begin(verb)) {
          return before(clause, verb);
        }
        List<Mention> named = named(clause, subject, at);
        if (!named.isEmpty()) {
          return named;
        }
        boolean relative = RELATIVE.contains(clause.word(subject));
        int noun = relative ? clause.parse.head(at) : subject;
        boolean stranger =
            noun >= 0
                && clause.parse.isNoun(noun)
                && !clause.parse.relation(noun).equals("appos")
                && (!relative || clause.parse.relation(at).startsWith("acl"));
        if (stranger || !relative) {
          return stranger ? List.of() : before(clause, verb);
        }
      }
      String relation = clause.parse.relation(at);
      int head = clause.parse.head(at);
      if (head < 0) {
        break;
      }
      if (relation.startsWith("acl")) {
        List<Mention> noun = named(clause, head, at);
        if (!noun.isEmpty()) {
          return noun;
        }
      }
      at = clause.parse.isVerb(head) || relation.startsWith("acl") ? head : -1;
    }
    return before(clause, verb);
  }

  /** Who "it" is in "a pledge from Wolfspeed that it will invest". */
  private @Nullable Mention promiser(Clause clause, int pronoun) {
    if (!clause.word(pronoun).matches("it|they") || !clause.word(pronoun - 1).equals("that")) {
      return null;
    }
    return clause.mentions.stream()
        .filter(mention -> mention.end() == pronoun - 1 && canOwe(mention))
        .filter(mention -> clause.preposition(mention).matches("from|by|of"))
        .findFirst()
        .orElse(null);
  }

  /** With whom: "an agreement with Broadcom to buy" is the buyer's, however it is parsed. */
  @Nullable Mention partner(Clause clause, int verb) {
    if (!clause.word(verb - 1).equals("to")) {
      return null;
    }
    return clause.mentions.stream()
        .filter(mention -> mention.end() == verb - 1 && canOwe(mention))
        .filter(mention -> clause.preposition(mention).equals("with"))
        .filter(mention -> vocabulary.isThing("deal", clause.word(deal(mention))))
        .findFirst()
        .orElse(null);
  }

  /** Where the word for the deal stands that somebody is a partner of. */
  private static int deal(Mention partner) {
    return partner.first() - 2;
  }

  /** Those named by a noun: itself, its owner ("Anthropic's pledge"), and who is joined to it. */
  private List<Mention> named(Clause clause, int noun, int verb) {
    int at = noun;
    if (RELATIVE.contains(clause.word(noun)) && clause.parse.relation(verb).startsWith("acl")) {
      at = clause.parse.head(verb);
    }
    List<Mention> here = clause.at(at).stream().filter(m -> canOwe(clause, m)).toList();
    if (here.isEmpty()) {
      here =
          clause.mentions.stream()
              .filter(m -> canOwe(clause, m))
              .filter(m -> owns(clause, m, noun))
              .limit(1)
              .toList();
    }
    return here.size() == 1 ? clause.joined(here.getFirst()) : here;
  }

  private static boolean owns(Clause clause, Mention mention, int noun) {
    int last = mention.end() - 1;
    if (mention.end() > noun + 1 || noun - mention.end() > 3) {
      return false;
    }
    String relation = clause.parse.relation(last);
    return clause.parse.isBelow(last, noun)
        && (relation.equals("nmod:poss") || relation.equals("compound"));
  }

  /** The nearest in front of a word that no preposition leads, else none. */
  private List<Mention> before(Clause clause, int verb) {
    int begin = clause.begin(verb);
    for (int i = clause.mentions.size() - 1; i >= 0; i--) {
      Mention mention = clause.mentions.get(i);
      if (mention.end() <= verb
          && mention.first() >= begin
          && canOwe(clause, mention)
          && clause.preposition(mention).isEmpty()
          && SUBJECTS.contains(clause.parse.relation(mention.end() - 1))) {
        return clause.joined(mention);
      }
    }
    for (int i = clause.mentions.size() - 1; i >= 0; i--) {
      Mention mention = clause.mentions.get(i);
      if (mention.end() <= verb
          && mention.first() >= begin
          && mention.type() == EntityType.COMPANY
          && clause.preposition(mention).isEmpty()) {
        return clause.joined(mention);
      }
    }
    return List.of();
  }

  /** Who acts where a word obliges its object: "obliges CoreWeave to pay". */
  List<Mention> object(Clause clause, int word, int verb) {
    return clause.between(word + 1, verb).stream().filter(this::canOwe).limit(1).toList();
  }

  /**
   * The other party behind a verb.
   *
   * @param ways what leads to it, see {@code verbs.tsv}
   * @param except who it cannot be
   */
  @Nullable Mention other(
      Clause clause, int verb, int end, List<String> ways, List<Mention> except) {
    for (String way : ways) {
      for (Mention mention : clause.between(verb + 1, end)) {
        if (except.stream().anyMatch(m -> m.id().equals(mention.id()))
            || mention.type() == EntityType.PERSON) {
          continue;
        }
        boolean party = mention.type() == EntityType.COMPANY;
        boolean found =
            switch (way) {
              case "owner", "for-owner" -> false;
              case "buyer" -> party;
              case "object" -> party && isObject(clause, verb, mention);
              default -> party && clause.preposition(mention).equals(way);
            };
        if (found) {
          return mention;
        }
      }
    }
    return null;
  }

  private static boolean isObject(Clause clause, int verb, Mention mention) {
    int last = mention.end() - 1;
    String relation = clause.parse.relation(last);
    return (clause.parse.head(last) == verb && (relation.equals("obj") || relation.equals("iobj")))
        || mention.first() == verb + 1
        || (mention.first() == verb + 2 && clause.parse.tag(verb + 1).equals("DT"));
  }

  /** The giver of a passive, a grant or a loan: "by" or "from" somebody. */
  @Nullable Mention agent(Clause clause, int verb, int end, List<Mention> except) {
    for (Mention mention : clause.between(verb + 1, end)) {
      String preposition = clause.preposition(mention);
      if (canOwe(mention)
          && except.stream().noneMatch(m -> m.id().equals(mention.id()))
          && (preposition.equals("by") || preposition.equals("from"))) {
        return mention;
      }
    }
    return null;
  }

  /** Who does what another one announces: "an investment (of $4 billion) by Micron". */
  @Nullable Mention doer(Clause clause, int verb, int end) {
    for (Mention mention : clause.between(verb + 1, end)) {
      int by = mention.first() - 1;
      int thing =
          clause.quantities.stream()
              .filter(quantity -> quantity.end() == by)
              .filter(quantity -> clause.word(quantity.first() - 1).equals("of"))
              .mapToInt(quantity -> quantity.first() - 2)
              .findFirst()
              .orElse(by - 1);
      if (canOwe(mention)
          && clause.word(by).equals("by")
          && !vocabulary.things(clause.word(thing)).isEmpty()) {
        return mention;
      }
    }
    return null;
  }

  /** The buyer of "won a Microsoft contract": the company that stands right before the noun. */
  @Nullable Mention compound(Clause clause, int verb, int end, List<Mention> except) {
    for (Mention mention : clause.companies(verb + 1, end)) {
      if (vocabulary.isThing("deal", clause.word(mention.end()))
          && except.stream().noneMatch(m -> m.id().equals(mention.id()))) {
        return mention;
      }
    }
    return null;
  }

  /** Whose place "there" is: the nearest company before the verb that does not owe. */
  @Nullable String hostBefore(Clause clause, int verb, List<String> except) {
    String host = null;
    for (Mention mention : clause.companies(0, verb)) {
      host = except.contains(mention.id()) ? host : mention.id();
    }
    return host;
  }

  /** The company that makes the product named in a stretch, or null. */
  @Nullable String owner(Clause clause, int from, int to, List<String> except) {
    for (Mention mention : clause.between(from, to)) {
      if (mention.type() == EntityType.PRODUCT) {
        Optional<Entry> owner = lexicon.owner(mention.id());
        if (owner.isPresent()
            && owner.get().type() == EntityType.COMPANY
            && except.stream().noneMatch(id -> lexicon.isWithin(owner.get().id(), id))) {
          return owner.get().id();
        }
      }
    }
    return null;
  }

  /** Of two companies the one that pays the other for chips or computing. */
  boolean pays(String company, String other) {
    return rank(company) > rank(other);
  }

  /** Whether a company lends or invests for a living. */
  boolean isLender(String company) {
    return lexicon
        .find(company)
        .filter(e -> e.kinds().contains("bank") || e.kinds().contains("investor"))
        .isPresent();
  }

  private int rank(String company) {
    return lexicon
        .find(company)
        .map(entry -> vocabulary.rank(entry.kinds(), NO_RANK))
        .orElse(NO_RANK);
  }

  static List<String> ids(List<Mention> mentions) {
    Set<String> ids = new LinkedHashSet<>();
    mentions.forEach(mention -> ids.add(mention.id()));
    return new ArrayList<>(ids);
  }
}
