package io.chipwire.commitment;

import io.chipwire.entity.Mention;
import io.chipwire.fact.Amount;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.CommitmentKind;
import io.chipwire.fact.CommitmentStatus;
import io.chipwire.fact.EntityType;
import io.chipwire.language.AnnotatedText;
import io.chipwire.language.Sentence;
import io.chipwire.quantity.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads who binds itself to what from wordings, the parties around them, and the amount.
 *
 * <p>Works on sentences that hold a wording of commitment; others cost nothing. Thread-safe.
 */
public final class CommitmentReader {

  private static final CommitmentReader STANDARD =
      new CommitmentReader(Wording.all(), Wording.firmness());
  private static final Set<String> DURATIONS =
      Set.of("hour", "day", "week", "month", "quarter", "year");
  private static final Set<String> NO_AMOUNT = Set.of("%", "pp", "bp", "x");
  private static final Set<String> JOINERS = Set.of("and", ",", "&");

  private final List<Wording> wordings;
  private final List<Wording.Firmness> firmness;

  private CommitmentReader(List<Wording> wordings, List<Wording.Firmness> firmness) {
    this.wordings = wordings;
    this.firmness = firmness;
  }

  /** The reader over the built-in wordings. */
  public static CommitmentReader standard() {
    return STANDARD;
  }

  /**
   * The commitments of a text, one for each (kind, parties), in the order of their sentences.
   *
   * @param quantities the text's quantities
   * @param mentions its entities, descriptions included
   * @param inTitle whether the text is the article's title
   */
  public List<Commitment> read(
      AnnotatedText text, List<Quantity> quantities, List<Mention> mentions, boolean inTitle) {
    List<Commitment> found = new ArrayList<>();
    for (Sentence sentence : text.sentences()) {
      List<String> words =
          sentence.tokens().stream().map(t -> t.text().toLowerCase(Locale.ROOT)).toList();
      Clause clause =
          new Clause(
              sentence,
              words,
              quantities.stream().filter(q -> q.sentence() == sentence.index()).toList(),
              mentions.stream()
                  .filter(m -> m.sentence() == sentence.index() && isParty(m.type()))
                  .sorted(Comparator.comparingInt(Mention::first))
                  .toList(),
              mentions.stream()
                  .filter(m -> m.sentence() == sentence.index() && m.type() == EntityType.PRODUCT)
                  .toList());
      if (!clause.parties.isEmpty()) {
        read(clause, inTitle, found);
      }
    }
    return found;
  }

  private record Clause(
      Sentence sentence,
      List<String> words,
      List<Quantity> quantities,
      List<Mention> parties,
      List<Mention> products) {}

  private static boolean isParty(EntityType type) {
    return type == EntityType.COMPANY
        || type == EntityType.ORGANIZATION
        || type == EntityType.PLACE;
  }

  private void read(Clause clause, boolean inTitle, List<Commitment> found) {
    for (Wording wording : wordings) {
      for (int from = 0; from < clause.words.size(); from++) {
        int end = wording.phrase().endAt(clause.words, from);
        Commitment commitment = end < 0 ? null : commitment(wording, from, end, clause, inTitle);
        if (commitment != null && found.stream().noneMatch(known -> sameTold(known, commitment))) {
          found.add(commitment);
          return;
        }
      }
    }
  }

  private static boolean sameTold(Commitment known, Commitment other) {
    return known.kind() == other.kind()
        && known.obligors().equals(other.obligors())
        && Objects.equals(known.counterparty(), other.counterparty())
        && (other.amount() == null || other.amount().equals(known.amount()));
  }

  private @Nullable Commitment commitment(
      Wording wording, int from, int end, Clause clause, boolean inTitle) {
    Mention obligor =
        wording.obligorBefore() ? before(clause, from) : led(clause, from, "from", "by");
    if (obligor == null || obligor.type() == EntityType.PLACE && !isGiver(wording)) {
      return null;
    }
    Mention counterparty = counterparty(wording, from, end, clause, obligor);
    Quantity amount = amount(clause, from);
    if (wording.needsCounterparty() && counterparty == null
        || wording.needsAmount() && amount == null) {
      return null;
    }
    List<String> obligors =
        counterparty != null && obligor.id().equals(counterparty.id())
            ? List.of()
            : joint(clause, obligor);
    if (obligors.isEmpty()) {
      return null;
    }
    return new Commitment(
        clause.sentence.start(),
        clause.sentence.end(),
        wording.kind(),
        obligors,
        counterparty == null ? null : counterparty.id(),
        amount == null
            ? null
            : new Amount(amount.unit(), amount.low(), amount.high(), amount.bound()),
        Term.of(clause.words, clause.quantities),
        object(clause, end),
        status(wording, clause.words),
        inTitle,
        confidence(obligor, counterparty, amount));
  }

  private static boolean isGiver(Wording wording) {
    return wording.kind() == CommitmentKind.FINANCING
        || wording.kind() == CommitmentKind.INVESTMENT;
  }

  private static double confidence(
      Mention obligor, @Nullable Mention counterparty, @Nullable Quantity amount) {
    double sure = 0.5;
    sure += obligor.byName() ? 0.1 : 0;
    sure += counterparty != null && counterparty.byName() ? 0.1 : 0;
    sure += amount != null ? 0.1 : 0;
    return sure;
  }

  /** The nearest party in front of a word. */
  private static @Nullable Mention before(Clause clause, int word) {
    Mention nearest = null;
    for (Mention party : clause.parties) {
      if (party.end() <= word && party.type() != EntityType.PLACE) {
        nearest = party;
      }
    }
    if (nearest != null) {
      return nearest;
    }
    return clause.parties.stream().filter(party -> party.end() <= word).findFirst().orElse(null);
  }

  /** The first party behind a word that one of these words leads. */
  private static @Nullable Mention led(Clause clause, int word, String... leaders) {
    for (Mention party : clause.parties) {
      if (party.first() > word) {
        for (int i = party.first() - 1; i >= Math.max(word, party.first() - 2); i--) {
          if (List.of(leaders).contains(clause.words.get(i))) {
            return party;
          }
        }
      }
    }
    return null;
  }

  private static @Nullable Mention counterparty(
      Wording wording, int from, int end, Clause clause, Mention obligor) {
    for (String role : wording.counterparty()) {
      Mention party =
          switch (role) {
            case "-" -> null;
            case "subject" -> before(clause, from);
            case "object" ->
                clause.parties.stream()
                    .filter(p -> p.first() >= end && p.first() <= end + 2)
                    .findFirst()
                    .orElse(null);
            default -> led(clause, from, role);
          };
      if (party != null && party.type() == EntityType.COMPANY && !party.id().equals(obligor.id())) {
        return party;
      }
    }
    return null;
  }

  /** The obligor and those who are joined to it by "and" or commas. */
  private static List<String> joint(Clause clause, Mention obligor) {
    Set<String> ids = new TreeSet<>(Set.of(obligor.id()));
    Mention first = obligor;
    for (int i = clause.parties.indexOf(obligor) - 1; i >= 0; i--) {
      Mention party = clause.parties.get(i);
      boolean joined =
          party.type() == obligor.type()
              && first.first() - party.end() <= 2
              && clause.words.subList(party.end(), Math.max(party.end(), first.first())).stream()
                  .allMatch(JOINERS::contains)
              && first.first() > party.end();
      if (!joined) {
        break;
      }
      ids.add(party.id());
      first = party;
    }
    return List.copyOf(ids);
  }

  /** The first quantity behind the wording's beginning that can be owed; money before things. */
  private static @Nullable Quantity amount(Clause clause, int from) {
    Quantity best = null;
    for (Quantity quantity : clause.quantities) {
      if (quantity.end() <= from
          || quantity.per() != null
          || DURATIONS.contains(quantity.unit())
          || NO_AMOUNT.contains(quantity.unit())) {
        continue;
      }
      if (best == null || !isMoney(best) && isMoney(quantity)) {
        best = quantity;
      }
    }
    return best;
  }

  private static boolean isMoney(Quantity quantity) {
    return quantity.unit().length() == 3
        && quantity.unit().equals(quantity.unit().toUpperCase(Locale.ROOT));
  }

  private static @Nullable String object(Clause clause, int end) {
    return clause.products.stream()
        .filter(product -> product.first() >= end)
        .map(Mention::id)
        .findFirst()
        .orElse(null);
  }

  private CommitmentStatus status(Wording wording, List<String> words) {
    for (Wording.Firmness row : firmness) {
      for (int from = 0; from < words.size(); from++) {
        if (row.phrase().endAt(words, from) >= 0) {
          return row.status();
        }
      }
    }
    return wording.status();
  }
}
