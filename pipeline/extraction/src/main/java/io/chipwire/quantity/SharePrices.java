package io.chipwire.quantity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Sees that an amount in a sentence about shares is the price of one: "closed at $64.80". */
final class SharePrices {

  private static final Set<String> STOCK = Set.of("shares", "stock", "share");

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private final Vocabulary vocabulary;

  SharePrices(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Gives share prices their denominator. */
  void apply(Line line, List<Draft> found) {
    boolean earnings = isAboutEarningsPerShare(line);
    for (Draft draft : found) {
      if (earnings && isBare(draft)) {
        draft.per = "share";
      }
      if ((isBare(draft) || isWon(draft)) && isPrice(line, draft)) {
        draft.per = "share";
      }
    }
  }

  /** A share in Seoul may cost "1.2 million won". */
  private static boolean isWon(Draft draft) {
    Measure measure = draft.measure;
    boolean million = draft.numeral.factor().compareTo(MILLION) == 0;
    return measure != null && measure.unit().equals("KRW") && draft.per == null && million;
  }

  private static boolean isBare(Draft draft) {
    return draft.isMoney() && draft.per == null && !draft.numeral.isScaled();
  }

  private static boolean isAboutEarningsPerShare(Line line) {
    for (int i = 0; i < line.size(); i++) {
      boolean perShare = line.at(i).is("per") && line.at(i + 1).is("share");
      if (line.at(i).is("eps") || (perShare && line.at(i - 1).is("earnings"))) {
        return true;
      }
    }
    return false;
  }

  private boolean isPrice(Line line, Draft draft) {
    int before = draft.start - 1;
    if (line.follows(before - 1, "close", "of")) {
      return true;
    }
    boolean close = line.at(before).is("at") && line.at(before - 1).lower().startsWith("close");
    if (close) {
      return true;
    }
    boolean target =
        line.at(before).is("at")
            || line.at(before).is("to")
            || line.at(before).is("of")
            || line.at(before).is("from");
    for (int i = Math.max(1, before - 8); target && i < before; i++) {
      boolean priced = line.at(i).is("target") && line.at(i - 1).is("price");
      if (priced || line.at(i).is("price") && line.at(i - 1).is("target")) {
        return true;
      }
    }
    if (!line.isAny(before, vocabulary.sharePrice)) {
      return false;
    }
    boolean stock = false;
    boolean percent = false;
    for (int i = 0; i < before; i++) {
      stock |= line.isAny(i, STOCK);
      percent |=
          line.at(i).is("%")
              || line.at(i).is("percent")
              || line.at(i).is("cent")
              || line.at(i).is("closed");
    }
    return stock && percent;
  }
}
