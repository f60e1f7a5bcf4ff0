package io.chipwire.figure;

import io.chipwire.entity.Mention;
import io.chipwire.fact.EntityType;
import io.chipwire.fact.Metric;
import io.chipwire.figure.Draft.Tie;
import io.chipwire.table.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the owner of a figure among those named beside the amount or in the words of its metric.
 */
final class Neighbours {

  /** "An investment by Micron": what somebody does. */
  private static final Set<Metric> DONE =
      Set.of(Metric.INVESTMENT, Metric.CAPEX, Metric.RD_SPEND, Metric.COMMITMENT);

  private static final Words WORDS = Words.beside(Neighbours.class);
  private static final Set<String> BESIDE = WORDS.of("neighbours.beside");
  private static final Set<String> SIGNING = WORDS.of("neighbours.signing");
  private static final Set<String> TAKING = WORDS.of("neighbours.taking");
  private static final int NEAR = 10;
  private static final int ROLE_REACH = 25;
  private static final String MOVES =
      "rise|fall|gain|drop|increase|decrease|decline|jump|advance|surge|slide|growth|loss|slump|rally";
  private static final String CONTRACTS = "contract|order|deal|commitment|agreement|award";
  private static final Set<Metric> RECEIVED = EnumSet.of(Metric.COMMITMENT);

  private final RoleCues roles;
  private final Pronouns pronouns;

  Neighbours(RoleCues roles, Pronouns pronouns) {
    this.roles = roles;
    this.pronouns = pronouns;
  }

  /** "Revenue of Nvidia", "Nvidia's revenue", "Nvidia revenue": a party in the cue's own phrase. */
  @Nullable Mention possessor(Line line, Draft draft, Discourse talk) {
    Cue.Hit cue = draft.cue;
    if (cue == null || cue.cue().part() != Cue.Part.NOUN) {
      return null;
    }
    for (int i = cue.first() - 1; i >= Math.max(0, cue.first() - 6); i--) {
      Mention mention = line.mentionAt(i);
      if (mention != null
          && (Admission.admits(draft, mention, talk) || Admission.isState(draft, mention))) {
        boolean possessive =
            line.word(mention.end()).matches("'s|'")
                || line.word(mention.end() - 1).matches("its|our|their|whose");
        if (possessive
            || mention.end() == cue.first()
            || nounsBetween(line, mention.end(), cue.first())) {
          return mention.byName() ? mention : pronouns.meant(line, draft, mention, talk);
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
    boolean leads =
        Set.of("of", "at", "for").contains(line.word(cue.end()))
            || (DONE.contains(draft.metric()) && line.word(cue.end()).equals("by"));
    if (leads) {
      int at = cue.end() + 1;
      at += line.word(at).equals("the") ? 1 : 0;
      Mention mention = line.mentionAt(at);
      if (mention != null
          && mention.first() == at
          && mention.end() <= line.size()
          && Admission.admits(draft, mention, talk)
          && line.quantityAt(at) == null
          && (!roles.foreign(draft.metric(), line.word(cue.end()))
              || line.word(at).matches("its|our|their")
              || line.word(mention.end()).matches("'s|'"))) {
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

  /** "Signed a contract to buy": who signs is the one who takes. */
  private static boolean isToTake(Line line, int from, int to) {
    for (int i = from; i < to - 1; i++) {
      if (line.word(i).equals("to") && TAKING.contains(line.word(i + 1))) {
        return true;
      }
    }
    return false;
  }

  /** In a list or comparison: "22% for Samsung", "Broadcom with 15%", "and AMD 11%". */
  @Nullable Mention beside(Line line, Draft draft, Discourse talk) {
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
      boolean near =
          draft.first() - mention.end() <= NEAR
              && mention.byName()
              && !line.word(mention.end()).equals("among");
      boolean lender =
          draft.metric() == Metric.COMMITMENT && line.word(mention.first() - 1).equals("from");
      if (between
          && near
          && (Admission.admits(draft, mention, talk) || Admission.isState(draft, mention))
          && (line.word(mention.end()).equals("with")
              || lender
              || !line.word(mention.first() - 1)
                  .matches("for|by|at|from|in|to|with|of|than|according|on"))) {
        found = mention;
      }
    }
    return found;
  }

  /** "22% for Samsung": a party behind the amount with only a preposition between. */
  @Nullable Mention besideAfter(Line line, Draft draft, Discourse talk) {
    int at = draft.end();
    if (line.word(at).equals(")")) {
      at++;
    }
    boolean moved = line.word(at).matches(MOVES) && line.word(at + 1).matches("in|for|at");
    at += moved ? 1 : 0;
    if (!BESIDE.contains(line.word(at)) && !moved
        || !moved && roles.foreign(draft.metric(), line.word(at))) {
      return null;
    }
    at++;
    at += line.word(at).equals("the") ? 1 : 0;
    Mention mention = line.mentionAt(at);
    return mention != null && mention.first() <= at && Admission.admits(draft, mention, talk)
        ? mention
        : null;
  }

  /** "H100s on Vast.ai averaged $1.62", "at JD.com": where something is sold. */
  @Nullable Mention marketplace(Line line, Draft draft, Discourse talk) {
    for (Mention mention : line.mentions()) {
      boolean at = line.word(mention.first() - 1).matches("on|at");
      boolean opens = mention.first() == 1 && line.word(mention.end()).equals(",");
      boolean near =
          mention.end() <= draft.first()
              && line.breaks(mention.end(), draft.first()) <= (opens ? 1 : 0);
      if (at
          && near
          && mention.type() == EntityType.COMPANY
          && Admission.admits(draft, mention, talk)) {
        return mention;
      }
    }
    return null;
  }

  /** The party whose part in the sentence's verb makes it the owner: the payer, the recipient. */
  @Nullable Mention role(Line line, Draft draft, Discourse talk) {
    for (int i = draft.first() - 1; i >= Math.max(0, draft.first() - ROLE_REACH); i--) {
      if (line.word(i).matches(";|:|—")) {
        return null;
      }
      if (!roles.knows(draft.metric(), line.word(i))) {
        continue;
      }
      boolean passive = line.clauses().passive(i);
      List<String> markers = roles.markers(draft.metric(), line.word(i), passive);
      boolean toTake = SIGNING.contains(line.word(i)) && isToTake(line, i + 1, draft.first());
      if (markers.isEmpty() || toTake) {
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
        if ((marked && near || modifies) && Admission.admits(draft, mention, talk)) {
          return mention;
        }
      }
    }
    return null;
  }
}
