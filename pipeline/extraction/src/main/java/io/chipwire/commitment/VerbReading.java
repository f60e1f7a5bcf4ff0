package io.chipwire.commitment;

import io.chipwire.commitment.Vocabulary.Gate;
import io.chipwire.commitment.Vocabulary.Subject;
import io.chipwire.commitment.Vocabulary.Thing;
import io.chipwire.commitment.Vocabulary.Verb;
import io.chipwire.entity.Mention;
import io.chipwire.fact.CommitmentKind;
import io.chipwire.fact.CommitmentStatus;
import io.chipwire.fact.EntityType;
import io.chipwire.quantity.Quantity;
import io.chipwire.table.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the commitments that verbs tell of: "agreed to buy", "was awarded", "signed a lease". */
final class VerbReading {

  private static final Words WORDS = Words.beside(VerbReading.class);
  private static final Set<String> OWN_SPENDING = WORDS.of("own-spending");
  private static final Set<String> GIVING = WORDS.of("giving");
  private static final Set<String> WEAK_MOODS = WORDS.of("weak-mood");
  private static final Set<String> DENIAL = WORDS.of("denial");
  private static final int DENIAL_REACH = 8;
  private static final int PARTICLE = 4;

  private final Vocabulary vocabulary;
  private final Parties parties;
  private final Amounts amounts;
  private final Moods moods;

  VerbReading(Vocabulary vocabulary, Parties parties, Amounts amounts) {
    this.vocabulary = vocabulary;
    this.parties = parties;
    this.amounts = amounts;
    this.moods = new Moods(vocabulary);
  }

  /** Whether a sentence of these lower-case words is worth a parse. */
  boolean mayBind(List<String> words) {
    return words.stream().anyMatch(word -> !vocabulary.verbs(word).isEmpty());
  }

  /** All that the verbs of a clause tell, in order; of two about one amount the nearer verb's. */
  List<Draft> read(Clause clause, boolean inTitle, Background background) {
    List<Draft> drafts = new ArrayList<>();
    for (int verb = 0; verb < clause.words.size(); verb++) {
      for (Verb row : vocabulary.verbs(clause.word(verb))) {
        List<Draft> found = read(clause, verb, row, inTitle, background);
        replace(drafts, found);
        if (!found.isEmpty()) {
          break;
        }
      }
    }
    return drafts;
  }

  /** The nearer verb says more of an amount; what another verb cancels stays cancelled. */
  private static void replace(List<Draft> drafts, List<Draft> found) {
    for (Draft draft : found) {
      boolean cancelled =
          drafts.stream()
              .anyMatch(d -> sameAmount(d, draft) && d.status() == CommitmentStatus.CANCELLED);
      drafts.removeIf(d -> sameAmount(d, draft));
      drafts.add(
          cancelled
              ? draft.withTerms(draft.term(), draft.object(), CommitmentStatus.CANCELLED)
              : draft);
    }
  }

  private static boolean sameAmount(Draft one, Draft other) {
    return one.amount() != null && one.amount().equals(other.amount());
  }

  private List<Draft> read(
      Clause clause, int verb, Verb row, boolean inTitle, Background background) {
    if (!isVerb(clause, verb, row)) {
      return new ArrayList<>();
    }
    Moods.@Nullable Found mood = moods.of(clause, verb);
    if (mood != null && (mood.mood().standing() == null || clause.isNegated(mood.word()))
        || clause.isNegated(verb)
        || (mood == null && row.gate() == Gate.MOOD)) {
      return new ArrayList<>();
    }
    int end = clause.end(verb);
    if (isDenied(clause, verb)
        || isSupposed(clause, verb, mood)
        || !asked(clause, verb, end, row)
        || ownSpending(clause, verb, end)
        || (mood != null && ofOneYear(clause, verb, end, mood))) {
      return new ArrayList<>();
    }
    Reading reading = new Reading(clause, verb, end, row, mood, inTitle, background);
    return reading.drafts();
  }

  /** "TSMC denied that it would invest" */
  private static boolean isDenied(Clause clause, int verb) {
    return clause.words.subList(Math.max(clause.begin(verb), verb - DENIAL_REACH), verb).stream()
        .anyMatch(DENIAL::contains);
  }

  /** "would invest if it won a grant" */
  private static boolean isSupposed(Clause clause, int verb, Moods.@Nullable Found mood) {
    return mood != null
        && clause.word(mood.word()).equals("would")
        && clause.words.subList(verb, clause.words.size()).contains("if");
  }

  private static boolean isVerb(Clause clause, int verb, Verb row) {
    if (row.particle() != null
        && !clause
            .words
            .subList(verb, Math.min(clause.words.size(), verb + PARTICLE))
            .contains(row.particle())) {
      return false;
    }
    return clause.parse.isVerb(verb)
        && !clause.parse.relation(verb).equals("amod")
        && !clause.word(verb - 1).equals("the");
  }

  private boolean asked(Clause clause, int verb, int end, Verb row) {
    if (row.asks().isEmpty()) {
      return true;
    }
    for (int i = verb + 1; i < end; i++) {
      for (String role : row.asks()) {
        if (vocabulary.isThing(role, clause.word(i))) {
          return true;
        }
      }
    }
    boolean product =
        clause.between(verb + 1, end).stream().anyMatch(m -> m.type() == EntityType.PRODUCT);
    boolean passive = row.gate() == Gate.CANCEL || clause.isPassive(verb);
    return (product && (row.asks().contains("chip") || row.asks().contains("compute")))
        || (passive
            && clause.words.subList(clause.begin(verb), verb).stream()
                .anyMatch(w -> row.asks().stream().anyMatch(role -> vocabulary.isThing(role, w))));
  }

  private static boolean ownSpending(Clause clause, int verb, int end) {
    return clause.word(verb + 1).equals("back")
        || clause.words.subList(verb, end).stream().anyMatch(OWN_SPENDING::contains);
  }

  /** "will spend $7 billion on machines in 2026": a year's budget binds nobody. */
  private static boolean ofOneYear(Clause clause, int verb, int end, Moods.Found mood) {
    if (!clause.word(verb).startsWith("spen") && !clause.word(verb).startsWith("invest")) {
      return false;
    }
    if (!WEAK_MOODS.contains(clause.word(mood.word()))
        || clause.between(verb, end).stream().anyMatch(m -> m.type() == EntityType.PRODUCT)) {
      return false;
    }
    for (int i = verb + 1; i < end; i++) {
      boolean year =
          clause.word(i).length() == 4
              && clause.word(i).startsWith("20")
              && clause.word(i - 1).equals("in");
      boolean relative =
          clause.word(i).equals("year") && WORDS.of("this-year").contains(clause.word(i - 1));
      if (year || relative) {
        return true;
      }
    }
    return false;
  }

  /** One verb in one role. */
  private final class Reading {
    private final Clause clause;
    private final int verb;
    private final int end;
    private final Verb row;
    private final Moods.@Nullable Found mood;
    private final boolean inTitle;
    private final Background background;

    Reading(
        Clause clause,
        int verb,
        int end,
        Verb row,
        Moods.@Nullable Found mood,
        boolean inTitle,
        Background background) {
      this.clause = clause;
      this.verb = verb;
      this.end = end;
      this.row = row;
      this.mood = mood;
      this.inTitle = inTitle;
      this.background = background;
    }

    List<Draft> drafts() {
      List<Draft> drafts = new ArrayList<>();
      List<Mention> subject = subject();
      List<Quantity> owed = amounts.all(clause, verb + 1, end);
      Quantity amount = amounts.in(clause, verb + 1, end);
      if (amount == null && clause.isPassive(verb)) {
        amount = amounts.in(clause, clause.begin(verb), verb);
      }
      if (clause.words.contains("respectively")
          && subject.size() > 1
          && subject.size() == owed.size()) {
        for (int i = 0; i < owed.size(); i++) {
          add(drafts, List.of(subject.get(i)), owed.get(i));
        }
      } else {
        add(drafts, subject, amount);
      }
      return drafts;
    }

    /** Who is bound; "was chosen to supply" and "is required to pay" bind who is so. */
    private List<Mention> subject() {
      if (mood != null && clause.isPassive(mood.word())) {
        return parties.subject(clause, mood.word());
      }
      if (mood != null && mood.mood().ofObject()) {
        return parties.object(clause, mood.word(), verb);
      }
      return parties.subject(clause, verb);
    }

    /** "Broadcom was chosen by OpenAI to supply", "OpenAI chose Broadcom to supply". */
    private @Nullable String chooser(List<Mention> chosen) {
      if (mood == null) {
        return null;
      }
      Mention by = null;
      if (clause.isPassive(mood.word())) {
        by = parties.agent(clause, mood.word(), verb, chosen);
      } else if (mood.mood().ofObject()) {
        by = parties.subject(clause, mood.word()).stream().findFirst().orElse(null);
      }
      return by == null ? null : by.id();
    }

    private void add(List<Draft> drafts, List<Mention> speaker, @Nullable Quantity amount) {
      Mention doer = row.kind() == null ? parties.doer(clause, verb, end) : null;
      List<Mention> subject = doer == null ? speaker : clause.joined(doer);
      CommitmentKind kind = kind(amount);
      if (kind == null) {
        return;
      }
      boolean passive = clause.isPassive(verb);
      List<String> obligors;
      String counterparty;
      boolean taker =
          row.subject() == Subject.TAKER
              || (passive && GIVING.contains(clause.word(verb)))
              || (kind == CommitmentKind.LEASE && leasesOut());
      if (taker) {
        Mention giver =
            row.other().contains("buyer") ? parties.compound(clause, verb, end, subject) : null;
        if (giver == null) {
          giver = parties.agent(clause, verb, end, subject);
        }
        if (giver == null) {
          List<String> ways = leasesOut() ? List.of("to") : row.other();
          giver = parties.other(clause, verb, end, ways, subject);
        }
        if (giver == null && row.other().contains("buyer")) {
          giver = parties.other(clause, verb, end, List.of("buyer"), subject);
        }
        obligors = giver == null ? List.of() : Parties.ids(clause.joined(giver));
        counterparty =
            subject.isEmpty() || subject.getFirst().type() == EntityType.PLACE
                ? null
                : subject.getFirst().id();
      } else if (passive && row.subject() == Subject.GIVER) {
        Mention giver = parties.agent(clause, verb, end, List.of());
        obligors = giver == null ? List.of() : List.of(giver.id());
        Mention other = parties.other(clause, verb, end, row.other(), List.of());
        counterparty = other == null || obligors.contains(other.id()) ? null : other.id();
      } else {
        obligors = Parties.ids(subject);
        Mention partner = parties.partner(clause, verb);
        Mention other =
            partner == null ? parties.other(clause, verb, end, row.other(), subject) : partner;
        counterparty = other == null ? null : other.id();
        if (counterparty == null) {
          counterparty = chooser(subject);
        }
        if (counterparty == null && row.other().contains("owner")) {
          counterparty = parties.owner(clause, verb + 1, end, obligors);
        }
        if (counterparty == null && clause.words.subList(verb, end).contains("there")) {
          counterparty = parties.hostBefore(clause, verb, obligors);
        }
        if (row.subject() == Subject.PARTNER && counterparty != null && obligors.size() == 1) {
          boolean swap =
              kind == CommitmentKind.FINANCING
                  ? parties.isLender(counterparty)
                  : parties.pays(counterparty, obligors.getFirst());
          if (swap) {
            String payer = counterparty;
            counterparty = obligors.getFirst();
            obligors = List.of(payer);
          }
        }
      }
      if (kind == CommitmentKind.INVESTMENT
          && counterparty != null
          && row.kind() == null
          && !subject.isEmpty()
          && subject.getFirst().type() != EntityType.COMPANY) {
        kind = CommitmentKind.FINANCING;
      }
      if (acquisition(kind, counterparty)) {
        return;
      }
      Draft draft =
          new Draft(
              clause.sentence,
              inTitle,
              kind,
              obligors.stream().sorted().toList(),
              counterparty,
              amount,
              Term.of(clause),
              Objects.of(clause, vocabulary, verb + 1, end),
              status(),
              false,
              prepayment(),
              confidence(subject, counterparty, amount));
      Draft whole = background.complete(draft);
      if (whole != null && sound(whole)) {
        drafts.add(whole);
      }
    }

    /** "leased 150 MW to CoreWeave" */
    private boolean leasesOut() {
      return clause.companies(verb + 1, end).stream()
          .anyMatch(m -> clause.preposition(m).equals("to"));
    }

    /** To buy a company is a deal, no commitment. */
    private boolean acquisition(CommitmentKind kind, @Nullable String counterparty) {
      boolean told =
          clause.words.subList(verb, end).stream()
              .anyMatch(w -> w.equals("acquisition") || w.equals("takeover"));
      if (kind != CommitmentKind.PURCHASE) {
        return kind == CommitmentKind.INVESTMENT && told;
      }
      int object = clause.child(verb, "obj");
      boolean buysCompany =
          object >= 0 && clause.at(object).stream().anyMatch(m -> m.type() == EntityType.COMPANY);
      boolean pays = clause.word(verb).startsWith("pa") || clause.word(verb).startsWith("prepa");
      boolean forCompany =
          clause.companies(verb + 1, end).stream()
              .anyMatch(m -> m.id().equals(counterparty) && clause.preposition(m).equals("for"));
      return clause.words.stream().anyMatch(w -> w.startsWith("acqui") || w.startsWith("merge"))
          || (buysCompany && !pays && row.gate() == Gate.MOOD)
          || (!pays && boughtWhole())
          || forCompany;
    }

    /** "buy Alphawave for $2.4 billion": a name, and no product's, at a price. */
    private boolean boughtWhole() {
      int last = verb + 1;
      while (last < end && Character.isUpperCase(clause.sentence.word(last).charAt(0))) {
        last++;
      }
      boolean priced =
          last > verb + 1
              && clause.quantities.stream().anyMatch(q -> clause.word(q.first() - 1).equals("for"));
      return priced
          && clause.word(last).equals("for")
          && clause.between(verb + 1, last).stream().noneMatch(m -> m.type() == EntityType.PRODUCT);
    }

    private boolean prepayment() {
      return clause.words.subList(verb, end).stream().anyMatch(w -> w.startsWith("prepay"))
          && row.kind() == CommitmentKind.PURCHASE;
    }

    private @Nullable CommitmentKind kind(@Nullable Quantity amount) {
      CommitmentKind kind = row.kind();
      boolean lease = clause.words.stream().anyMatch(w -> vocabulary.isThing("lease", w));
      if (kind == null) {
        kind = kindOfObject(amount);
      }
      boolean power = amount != null && amount.unit().equals("W");
      boolean guaranteed =
          clause.words.subList(verb, end).stream()
              .anyMatch(w -> w.equals("guaranteed") || w.equals("reserved"));
      List<Mention> giver = kind == null ? subject() : List.of();
      if (!giver.isEmpty()
          && giver.getFirst().type() != EntityType.COMPANY
          && parties.other(clause, verb, end, row.other(), giver) != null) {
        return CommitmentKind.FINANCING;
      }
      if (kind == CommitmentKind.PURCHASE && lease) {
        return CommitmentKind.LEASE;
      }
      if (kind == CommitmentKind.PURCHASE && (power || guaranteed)) {
        return CommitmentKind.CAPACITY;
      }
      return kind;
    }

    private @Nullable CommitmentKind kindOfObject(@Nullable Quantity amount) {
      boolean builds = false;
      for (int i = verb + 1; i < end; i++) {
        int at = i;
        if (clause.between(at, at + 1).stream().anyMatch(m -> m.type() == EntityType.PRODUCT)) {
          return CommitmentKind.PURCHASE;
        }
        boolean inName =
            clause.at(at).stream().anyMatch(m -> m.byName() && m.end() - m.first() > 1);
        boolean inAmount =
            inName
                || (amount != null
                    && clause.quantities.stream().anyMatch(q -> q.first() <= at && at < q.end()));
        for (Thing thing : vocabulary.things(clause.word(i))) {
          if (thing.kind() != null && !inAmount && clause.parse.isNoun(i)) {
            builds |= thing.role().equals("plant");
            boolean modifies = clause.parse.relation(i).equals("compound");
            if (!modifies && !thing.role().equals("deal")) {
              return thing.kind();
            }
          }
        }
      }
      if (builds) {
        return CommitmentKind.INVESTMENT;
      }
      boolean deal =
          clause.words.subList(verb, end).stream().anyMatch(w -> vocabulary.isThing("deal", w));
      if (deal || (amount != null && !Draft.isMoney(amount))) {
        return CommitmentKind.PURCHASE;
      }
      boolean place =
          clause.between(verb + 1, end).stream()
              .anyMatch(
                  m ->
                      m.type() == EntityType.PLACE
                          && WORDS.of("into").contains(clause.preposition(m)));
      if (place && amount != null) {
        return CommitmentKind.INVESTMENT;
      }
      if (amount != null
          && Draft.isMoney(amount)
          && parties.other(clause, verb, end, List.of("into", "in"), subject()) != null) {
        return CommitmentKind.INVESTMENT;
      }
      boolean paid =
          parties.other(clause, verb, end, List.of("object", "to", "from", "with"), subject())
              != null;
      return paid && amount != null ? CommitmentKind.PURCHASE : null;
    }

    private CommitmentStatus status() {
      if (row.gate() == Gate.CANCEL) {
        return CommitmentStatus.CANCELLED;
      }
      CommitmentStatus said = vocabulary.status(clause.words);
      if (said != null) {
        return said;
      }
      CommitmentStatus standing = mood == null ? null : mood.mood().standing();
      return standing == null ? CommitmentStatus.ANNOUNCED : standing;
    }

    /** Whether it says enough: an amount, or else a party bound to another. */
    private boolean sound(Draft draft) {
      if (draft.amount() != null) {
        boolean money = draft.inMoney();
        return money || draft.kind() != CommitmentKind.INVESTMENT;
      }
      boolean bound =
          clause.word(verb).startsWith("sign")
              || (mood != null && !clause.parse.tag(mood.word()).equals("MD") && explicit());
      return draft.counterparty() != null
          && bound
          && row.gate() != Gate.CANCEL
          && draft.kind() != CommitmentKind.INVESTMENT
          && draft.kind() != CommitmentKind.FINANCING;
    }

    private boolean explicit() {
      return mood != null
          && !Set.of("is", "are", "was", "were", "to").contains(clause.word(mood.word()));
    }

    /** The share of such commitments that are right in articles marked by hand, about. */
    private double confidence(
        List<Mention> subject, @Nullable String counterparty, @Nullable Quantity amount) {
      double sure = 0.78;
      sure += !subject.isEmpty() && subject.getFirst().byName() ? 0.06 : 0;
      sure += counterparty != null ? 0.04 : 0;
      sure += amount != null && Draft.isMoney(amount) ? 0.04 : 0;
      sure += mood != null && explicit() ? 0.04 : 0;
      return sure;
    }
  }
}
