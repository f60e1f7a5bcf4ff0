package io.chipwire.figure;

import io.chipwire.entity.Mention;
import io.chipwire.fact.EntityType;
import io.chipwire.fact.Metric;
import io.chipwire.table.Words;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a cue comes to mean by the words around it: "can ship 60 tools" is capacity, "promised to
 * spend $9bn" an investment, "ordered to pay $75 million" damages.
 */
final class VerbMeaning {

  private static final Words WORDS = Words.beside(VerbMeaning.class);
  private static final Set<String> COURTS = WORDS.of("verb-meaning.courts");
  private static final Set<String> BINDING = WORDS.of("verb-meaning.binding");
  private static final Set<String> PLEDGING = WORDS.of("verb-meaning.pledging");
  private static final Set<String> BEARERS = WORDS.of("verb-meaning.bearers");
  private static final int PHRASE = 8;

  /** What no month's rent and no collection for a good cause comes to. */
  private static final BigDecimal RENT = new BigDecimal("1e6");

  private static final BigDecimal ROUND = new BigDecimal("2e5");

  private VerbMeaning() {}

  /** The metric that the words around a cue make of it, or null if it stays what it is. */
  static @Nullable Metric turned(Line line, Draft draft, Cue.Hit hit, Discourse talk) {
    if (hit.cue().part() != Cue.Part.VERB) {
      boolean rent =
          hit.cue().metric() == Metric.PRICE
              && line.word(hit.first()).startsWith("rent")
              && isLarge(draft, RENT);
      return rent ? Metric.COMMITMENT : null;
    }
    int at = hit.first();
    String verb = line.word(at);
    if (verb.startsWith("earn") && line.word(draft.end()).equals("from")) {
      return Metric.REVENUE;
    }
    if (verb.startsWith("cost") && isBorne(line, hit)) {
      return Metric.COST;
    }
    return switch (hit.cue().metric()) {
      case SHIPMENTS -> shipped(line, at);
      case CAPEX -> spent(line, draft, at);
      case REVENUE -> broughtIn(line, draft, hit, talk);
      case COMMITMENT -> line.has(COURTS) ? Metric.FINE : null;
      case SUBSIDY -> verb.equals("set") && isCompanys(line, at) ? Metric.COST : null;
      case INVESTMENT -> verb.startsWith("rais") && !isLarge(draft, ROUND) ? Metric.OTHER : null;
      default -> null;
    };
  }

  /** "Agreed to supply a million chips", "can ship 60 tools". */
  private static @Nullable Metric shipped(Line line, int verb) {
    boolean to = line.word(verb - 1).equals("to");
    if (to && BINDING.contains(line.word(verb - 2))) {
      return Metric.COMMITMENT;
    }
    boolean able =
        line.word(verb - 1).matches("can|could") || to && line.word(verb - 2).equals("able");
    return able ? Metric.CAPACITY : null;
  }

  /** "Spend $1bn on 24k of the older MI355X", "promised to spend $9bn". */
  private static @Nullable Metric spent(Line line, Draft draft, int verb) {
    if (isOnProducts(line, draft.end())) {
      return Metric.COMMITMENT;
    }
    boolean pledged = line.word(verb - 1).equals("to") && PLEDGING.contains(line.word(verb - 2));
    return pledged ? Metric.INVESTMENT : null;
  }

  /** "Accounted for 61 trillion won of the total"; "took in $750 million", among funding rounds. */
  private static @Nullable Metric broughtIn(Line line, Draft draft, Cue.Hit hit, Discourse talk) {
    boolean part =
        draft.kind == UnitKind.MONEY
            && line.word(draft.end()).equals("of")
            && line.word(draft.end() + 2).equals("total");
    if (part && talk.carried() != null) {
      return talk.carried();
    }
    Metric last = talk.metric(UnitKind.MONEY);
    boolean funding = last == Metric.INVESTMENT || last == Metric.VALUATION;
    return funding && line.word(hit.end() - 1).equals("in") ? Metric.INVESTMENT : null;
  }

  private static boolean isBorne(Line line, Cue.Hit hit) {
    Mention object = line.mentionAt(hit.end());
    return object != null && Line.isParty(object) && !line.word(object.end()).matches("'s|'")
        || BEARERS.contains(line.word(hit.end()));
  }

  private static boolean isCompanys(Line line, int verb) {
    int subject = line.clauses().subject(verb);
    Mention who = subject < 0 ? null : line.mentionAt(subject);
    return who != null && who.type() == EntityType.COMPANY;
  }

  /** Whether what is spent is spent on products. */
  private static boolean isOnProducts(Line line, int from) {
    int end = line.word(from).equals("on") ? Math.min(line.size(), from + PHRASE) : from;
    for (int i = from + 1; i < end; i++) {
      Mention mention = line.mentionAt(i);
      if (mention != null && mention.type() == EntityType.PRODUCT) {
        return true;
      }
      if (line.breaks(i, i + 1) > 0 || line.clauses().parse().isVerb(i)) {
        return false;
      }
    }
    return false;
  }

  private static boolean isLarge(Draft draft, BigDecimal least) {
    BigDecimal most = draft.quantity.high() != null ? draft.quantity.high() : draft.quantity.low();
    return draft.kind == UnitKind.MONEY && most != null && most.compareTo(least) >= 0;
  }
}
