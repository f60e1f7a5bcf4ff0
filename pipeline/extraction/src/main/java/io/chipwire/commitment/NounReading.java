package io.chipwire.commitment;

import io.chipwire.entity.Mention;
import io.chipwire.fact.CommitmentKind;
import io.chipwire.fact.CommitmentStatus;
import io.chipwire.fact.EntityType;
import io.chipwire.quantity.Quantity;
import io.chipwire.table.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the commitments that nouns tell of: "its $16.5 billion contract with Samsung", "Anthropic's
 * pledge exceeds $100 billion", "the deal is worth $3 billion".
 */
final class NounReading {

  /** The share of such commitments that are right in articles marked by hand, about. */
  private static final double SURE = 0.9;

  private static final Words WORDS = Words.beside(NounReading.class);
  private static final int NEAR = 6;
  private static final Set<String> MERGING = WORDS.of("merging");
  private static final Set<String> ACQUIRING = WORDS.of("acquiring");
  private static final Set<String> PLEDGES = WORDS.of("pledge");
  private static final Set<String> DEFINITE = WORDS.of("definite");
  private static final Set<String> WORTH = WORDS.of("worth");
  private static final Set<String> LEADING = WORDS.of("partner");

  private static final Set<String> GIVING = WORDS.of("enabling");

  private final Vocabulary vocabulary;
  private final Parties parties;
  private final Amounts amounts;
  private final Exchange exchange;

  NounReading(Vocabulary vocabulary, Parties parties, Amounts amounts) {
    this.vocabulary = vocabulary;
    this.parties = parties;
    this.amounts = amounts;
    this.exchange = new Exchange(vocabulary, parties);
  }

  boolean mayBind(List<String> words) {
    return words.stream()
        .anyMatch(
            word -> isDeal(word) || vocabulary.isThing("aid", word) || exchange.mayBind(word));
  }

  private boolean isDeal(String word) {
    return vocabulary.isThing("deal", word)
        || PLEDGES.contains(word)
        || word.equals("lease")
        || word.equals("one");
  }

  /** What the nouns of a clause tell of amounts that {@code verbs} do not account for. */
  List<Draft> read(Clause clause, boolean inTitle, Background background, List<Draft> verbs) {
    List<Draft> drafts = new ArrayList<>();
    boolean again = false;
    for (Quantity amount : amounts.all(clause, 0, clause.words.size())) {
      if (!Draft.isMoney(amount) || verbs.stream().anyMatch(d -> amount.equals(d.amount()))) {
        continue;
      }
      Draft exchanged = exchange.read(clause, amount, inTitle, again);
      again = exchanged != null;
      if (exchanged != null) {
        drafts.add(exchanged);
        continue;
      }
      Draft aid = aid(clause, amount, inTitle, background, verbs);
      if (aid != null) {
        drafts.add(aid);
        continue;
      }
      int noun = noun(clause, amount);
      if (noun >= 0) {
        Draft draft = draft(clause, noun, amount, inTitle, background, verbs);
        if (draft != null) {
          drafts.add(draft);
          break;
        }
      }
    }
    return drafts;
  }

  /**
   * "$1.5 billion in grants from", "and up to $7.5 billion in loans", "towards a $10 billion
   * plant": a further part of an award, or what it is given for; null if it is none of these.
   */
  private @Nullable Draft aid(
      Clause clause, Quantity amount, boolean inTitle, Background background, List<Draft> verbs) {
    int next = amount.end();
    boolean of = Set.of("in", "of").contains(clause.word(next));
    for (int i = of ? next + 1 : next; i < Math.min(clause.words.size(), next + 5); i++) {
      String word = clause.word(i);
      boolean money = vocabulary.isThing("aid", word) || vocabulary.isThing("credit", word);
      if (money && of) {
        return award(clause, i, amount, inTitle, background, verbs);
      }
      if (vocabulary.isThing("plant", word) && !of) {
        return purpose(clause, amount, verbs);
      }
      if (!clause.parse.tag(i).startsWith("JJ") && !clause.parse.isNoun(i)) {
        break;
      }
    }
    return null;
  }

  private @Nullable Draft award(
      Clause clause,
      int noun,
      Quantity amount,
      boolean inTitle,
      Background background,
      List<Draft> verbs) {
    List<String> givers = List.of();
    for (Mention mention : clause.between(noun + 1, clause.words.size())) {
      if (parties.canOwe(mention) && clause.preposition(mention).equals("from")) {
        givers = List.of(mention.id());
        break;
      }
    }
    Draft verb =
        verbs.stream()
            .filter(d -> d.kind() == CommitmentKind.FINANCING)
            .reduce((a, b) -> b)
            .orElse(null);
    if (givers.isEmpty() && verb != null) {
      return verb.withAmount(amount);
    }
    List<Mention> takers =
        clause.companies(0, amount.first()).stream()
            .filter(m -> clause.preposition(m).isEmpty())
            .toList();
    if (givers.isEmpty() || takers.isEmpty() || givers.contains(takers.getLast().id())) {
      return null;
    }
    return background.complete(
        new Draft(
            clause.sentence,
            inTitle,
            CommitmentKind.FINANCING,
            givers,
            takers.getLast().id(),
            amount,
            Term.of(clause),
            clause.word(noun),
            CommitmentStatus.ANNOUNCED,
            false,
            false,
            SURE));
  }

  /** The taker of an award binds itself to what the award is for. */
  private static @Nullable Draft purpose(Clause clause, Quantity amount, List<Draft> verbs) {
    boolean towards = false;
    for (int i = amount.first() - 1; i >= Math.max(0, amount.first() - 3); i--) {
      towards |= WORDS.of("toward").contains(clause.word(i));
    }
    Draft award =
        verbs.stream()
            .filter(d -> d.kind() == CommitmentKind.FINANCING && d.counterparty() != null)
            .reduce((a, b) -> b)
            .orElse(null);
    if (!towards || award == null) {
      return null;
    }
    return new Draft(
        award.sentence(),
        award.inTitle(),
        CommitmentKind.INVESTMENT,
        List.of(String.valueOf(award.counterparty())),
        null,
        amount,
        null,
        award.object(),
        CommitmentStatus.ANNOUNCED,
        false,
        false,
        SURE);
  }

  /**
   * The deal that an amount measures: "$38 billion agreement", "contract worth $5 billion"; -1 if
   * there is none, or if it is about a whole company.
   */
  private int noun(Clause clause, Quantity amount) {
    if (isOfWholeCompany(clause, amount)) {
      return -1;
    }
    for (int i = amount.end(); i < Math.min(clause.words.size(), amount.end() + 5); i++) {
      if (isDeal(clause.word(i)) && !clause.word(i).equals("one")) {
        return i;
      }
      boolean passed =
          clause.parse.isNoun(i)
              || clause.parse.tag(i).startsWith("JJ")
              || WORDS.of("pass").contains(clause.word(i));
      if (!passed) {
        break;
      }
    }
    boolean worth = false;
    for (int i = amount.first() - 1; i >= Math.max(0, amount.first() - 3 * NEAR); i--) {
      String word = clause.word(i);
      if (WORDS.of("stop").contains(word)) {
        break;
      }
      worth |= WORTH.contains(word) && amount.first() - i <= NEAR;
      if (isDeal(word) && worth) {
        return i;
      }
      if (clause.parse.isVerb(i) && !WORTH.contains(word) && amount.first() - i > NEAR) {
        break;
      }
    }
    return -1;
  }

  /** "Agreed to merge in a $22 billion deal", "to acquire Ansys in a deal valued at". */
  private static boolean isOfWholeCompany(Clause clause, Quantity amount) {
    return IntStream.range(0, amount.first())
        .anyMatch(
            i ->
                MERGING.contains(clause.word(i))
                    || ACQUIRING.contains(clause.word(i))
                        && clause.companies(i + 1, i + 2).stream()
                            .anyMatch(bought -> clause.word(bought.end()).equals("in")));
  }

  private @Nullable Draft draft(
      Clause clause,
      int noun,
      Quantity amount,
      boolean inTitle,
      Background background,
      List<Draft> verbs) {
    CommitmentKind kind =
        clause.word(noun).equals("lease") ? CommitmentKind.LEASE : CommitmentKind.PURCHASE;
    List<String> obligors;
    String counterparty = null;
    boolean continuing = false;
    if (PLEDGES.contains(clause.word(noun))) {
      List<Mention> givers = givers(clause, noun);
      if (givers.isEmpty()) {
        return null;
      }
      obligors = Parties.ids(givers);
      counterparty = parties.owner(clause, 0, clause.words.size(), obligors);
    } else {
      boolean again = clause.word(noun).equals("one");
      List<String> two = new ArrayList<>(again ? from(clause, noun) : partners(clause, noun));
      String label = background.label(clause.sentence);
      if (two.size() == 1 && label != null && !two.contains(label) && !again) {
        two.add(label);
      }
      if (two.size() == 2) {
        boolean first =
            parties.pays(two.get(0), two.get(1))
                || !parties.pays(two.get(1), two.get(0)) && isToMake(clause, noun, two.get(1));
        obligors = List.of(two.get(first ? 0 : 1));
        counterparty = two.get(first ? 1 : 0);
      } else if (again && two.size() == 1 && !verbs.isEmpty()) {
        obligors = two;
        counterparty = verbs.getLast().counterparty();
      } else if (definite(clause, noun)) {
        Draft last = verbs.isEmpty() ? background.last(clause.sentence) : verbs.getLast();
        if (last == null) {
          return null;
        }
        kind = last.kind();
        obligors = last.obligors();
        counterparty = last.counterparty();
        continuing = true;
      } else {
        return null;
      }
    }
    CommitmentStatus said = vocabulary.status(clause.words);
    Draft draft =
        new Draft(
            clause.sentence,
            inTitle,
            kind,
            obligors.stream().sorted().toList(),
            counterparty,
            amount,
            Term.of(clause),
            Objects.of(clause, vocabulary, clause.begin(noun), clause.words.size()),
            said != null
                ? said
                : PLEDGES.contains(clause.word(noun))
                    ? CommitmentStatus.ANNOUNCED
                    : CommitmentStatus.SIGNED,
            continuing,
            false,
            SURE);
    Draft whole = background.complete(draft);
    return whole == null || whole.counterparty() == null ? null : whole;
  }

  /** "A contract with Dorvel to make its sensors": Dorvel is paid. */
  private static boolean isToMake(Clause clause, int noun, String company) {
    return clause.mentions.stream()
        .filter(mention -> mention.first() > noun && mention.id().equals(company))
        .anyMatch(
            mention ->
                clause.word(mention.end()).equals("to")
                    && WORDS.of("making").contains(clause.word(mention.end() + 1))
                    && WORDS.of("possessing").contains(clause.word(mention.end() + 2)));
  }

  /** Whose pledge it is: its owner, or those "from" whom it is. */
  private List<Mention> givers(Clause clause, int noun) {
    for (Mention mention : clause.mentions) {
      boolean owns =
          mention.end() <= noun
              && noun - mention.end() <= 3
              && WORDS.of("possessive").contains(clause.word(mention.end()));
      if (owns && parties.canOwe(mention)) {
        return List.of(mention);
      }
    }
    for (Mention mention : clause.companies(noun, clause.words.size())) {
      if (clause.preposition(mention).equals("from")) {
        return clause.joined(mention);
      }
    }
    return List.of();
  }

  /** Who stands behind "another one from". */
  private static List<String> from(Clause clause, int noun) {
    return clause.companies(noun + 1, noun + NEAR).stream()
        .filter(m -> LEADING.contains(clause.preposition(m)))
        .map(Mention::id)
        .limit(1)
        .toList();
  }

  /** The two companies of a contract: its owner or the subject, and the one "with" or "from". */
  private List<String> partners(Clause clause, int noun) {
    List<Mention> found = new ArrayList<>();
    int begin = clause.begin(noun);
    for (Mention mention : clause.mentions) {
      if (mention.type() != EntityType.COMPANY
          || mention.first() < begin
          || found.stream().anyMatch(m -> m.id().equals(mention.id()))) {
        continue;
      }
      String preposition = clause.preposition(mention);
      boolean before =
          mention.end() <= noun && (preposition.isEmpty() || noun - mention.end() <= 2);
      boolean given = mention.first() > noun && GIVING.contains(clause.word(mention.first() - 1));
      boolean after = given || (mention.first() > noun && LEADING.contains(preposition));
      if (before || after) {
        found.add(mention);
      }
    }
    return Parties.ids(found);
  }

  private static boolean definite(Clause clause, int noun) {
    for (int i = noun - 1; i >= Math.max(0, noun - 3); i--) {
      if (DEFINITE.contains(clause.word(i))) {
        return true;
      }
    }
    return false;
  }
}
