package io.chipwire.figure;

import io.chipwire.entity.Mention;
import io.chipwire.fact.EntityType;
import io.chipwire.fact.Metric;
import io.chipwire.figure.NounClasses.Sort;
import io.chipwire.table.Words;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a sum is that companies, or parts of them, change hands for. */
final class Purchases {

  private static final Words WORDS = Words.beside(Purchases.class);
  private static final Set<String> PURCHASING = WORDS.of("purchases.purchasing");
  private static final Set<String> RECEIVING = WORDS.of("purchases.receiving");
  private static final Set<String> OFFERING = WORDS.of("purchases.offering");
  private static final Set<String> SECURITIES = WORDS.of("purchases.securities");
  private static final Set<String> PAYMENT = Set.of("cash", "stock", "shares");

  private static final Set<String> MERGING = WORDS.of("purchases.merging");
  private static final Set<String> DEALS = WORDS.of("purchases.deals");

  private final NounClasses nouns;

  Purchases(NounClasses nouns) {
    this.nouns = nouns;
  }

  /**
   * "Paid $3.6 billion for the company", "will receive $1 billion in cash", "$2bn of its shares".
   */
  @Nullable Metric told(Line line, Draft draft) {
    boolean paid =
        line.word(draft.end()).equals("in")
            && PAYMENT.contains(line.word(draft.end() + 1))
            && RECEIVING.contains(line.word(line.clauses().head(draft.first())));
    if (paid || isPaidForCompany(line, draft)) {
      return Metric.DEAL_VALUE;
    }
    boolean stock =
        line.word(draft.end()).equals("of")
            && PURCHASING.contains(line.word(draft.first() - 1))
            && isShares(line, draft.end() + 1);
    return stock ? Metric.INVESTMENT : null;
  }

  /** "Bought $2 billion of its shares": money put into a company, if it is not one's own. */
  private static boolean isShares(Line line, int from) {
    for (int i = from; i < from + 6; i++) {
      if (SECURITIES.contains(line.word(i))) {
        return true;
      }
      if (line.breaks(i, i + 1) > 0 || line.quantityAt(i) != null) {
        return false;
      }
    }
    return false;
  }

  /** The metric of a price: "bought a start-up for $2bn", "merge in a $2bn deal", or null. */
  @Nullable Metric price(Line line, Draft draft) {
    boolean price = false;
    for (int i = draft.first() - 1; i >= Math.max(0, draft.first() - 30); i--) {
      String word = line.word(i);
      price |= word.equals("for") && i >= draft.first() - 6;
      if (line.quantityAt(i) != null && line.quantityAt(i).first() == i && !isStake(line, i)
          || word.equals(";")) {
        return null;
      }
      boolean whole =
          MERGING.contains(word) || PURCHASING.contains(word) && sold(line, i + 1, i + 3);
      if (whole && line.has(DEALS, i, draft.first())) {
        return Metric.DEAL_VALUE;
      }
      if (price && PURCHASING.contains(word)) {
        return sold(line, i + 1, draft.first()) ? Metric.DEAL_VALUE : null;
      }
    }
    return null;
  }

  /** "Bought 49% of": a quantity that is itself what is bought. */
  private static boolean isStake(Line line, int token) {
    return line.quantityAt(token) != null
        && line.quantityAt(token).unit().equals("%")
        && line.word(line.quantityAt(token).end()).equals("of");
  }

  /** "Paid $3.6 billion for the company". */
  private boolean isPaidForCompany(Line line, Draft draft) {
    return OFFERING.contains(line.word(draft.first() - 1))
        && line.word(draft.end()).equals("for")
        && sold(line, draft.end() + 1, draft.end() + 6);
  }

  /** Whether what is bought is a company or a part of one. */
  private boolean sold(Line line, int from, int to) {
    for (int i = from; i < Math.min(to, from + 10); i++) {
      Mention mention = line.mentionAt(i);
      boolean company =
          mention != null
              && mention.type() == EntityType.COMPANY
              && i <= from + 1
              && !line.word(mention.end()).matches("'s|chips|gpus|shares");
      if (company || nouns.is(Sort.BOUGHT, line.word(i))) {
        return true;
      }
    }
    return false;
  }
}
