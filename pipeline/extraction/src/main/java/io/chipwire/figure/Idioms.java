package io.chipwire.figure;

import io.chipwire.entity.Mention;
import io.chipwire.fact.Direction;
import io.chipwire.fact.EntityType;
import io.chipwire.fact.Metric;
import io.chipwire.figure.NounClasses.Sort;
import io.chipwire.language.Parse;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the shape of a clause says of an amount, whatever words for a metric stand around it: a
 * share's move on the market, the purchase of a company, a share of a market, a growing business,
 * the cost of a plant.
 */
final class Idioms {

  private static final Set<String> TRADING =
      Set.of(
          "rose",
          "fell",
          "gained",
          "lost",
          "slipped",
          "jumped",
          "climbed",
          "dropped",
          "added",
          "surged",
          "tumbled",
          "sank",
          "slid",
          "rallied",
          "advanced",
          "declined",
          "plunged",
          "soared",
          "dipped",
          "eased",
          "shed",
          "ended",
          "closed",
          "retreated");
  private static final Set<String> GROWING =
      Set.of(
          "grew",
          "grow",
          "grows",
          "grown",
          "growing",
          "expanded",
          "expand",
          "expands",
          "shrank",
          "shrunk",
          "shrink");
  private static final Set<String> PURCHASING =
      Set.of(
          "buy",
          "buys",
          "bought",
          "buying",
          "acquire",
          "acquires",
          "acquired",
          "acquiring",
          "sell",
          "sells",
          "sold",
          "selling",
          "purchase",
          "purchased",
          "takeover",
          "acquisition");
  private static final Set<String> COSTING = Set.of("cost", "costs", "costing", "worth");
  private static final int PHRASE = 9;

  private final NounClasses nouns;

  Idioms(NounClasses nouns) {
    this.nouns = nouns;
  }

  /** The metric that the clause tells, or null. */
  @Nullable Metric told(Line line, Draft draft) {
    boolean percent = draft.kind == UnitKind.PERCENT;
    if (percent && isMarketShare(line, draft)) {
      return Metric.MARKET_SHARE;
    }
    if (percent && draft.change != null && draft.quantity.unit().equals("%")) {
      return moved(line, draft, draft.change.direction());
    }
    if (draft.kind != UnitKind.MONEY || draft.quantity.per() != null) {
      return null;
    }
    return isBuilt(line, draft) ? Metric.INVESTMENT : bought(line, draft);
  }

  /** "41% of the server market", "13% of global shipments": a share, if it is not a change. */
  private boolean isMarketShare(Line line, Draft draft) {
    if (draft.change != null || !line.word(draft.end()).equals("of")) {
      return false;
    }
    Parse parse = line.clauses().parse();
    boolean world = false;
    String head = "";
    for (int i = draft.end() + 1; i < Math.min(line.size(), draft.end() + PHRASE); i++) {
      String word = line.word(i);
      Mention mention = line.mentionAt(i);
      boolean inside =
          parse.tag(i).matches("DT|PDT|JJ.?|NN.*|POS|CD|VBG|HYPH|PRP\\$") || word.equals("-");
      if (!inside || line.quantityAt(i) != null) {
        break;
      }
      world |= nouns.is(Sort.WORLD, word) || mention != null && mention.type() == EntityType.PLACE;
      boolean owned = mention != null && Line.isParty(mention);
      if (owned || word.matches("its|their|our|his|her")) {
        return false;
      }
      head = word.matches("'s|'") || parse.tag(i).matches("VBG") ? head : word;
    }
    return nouns.is(Sort.MARKET, head) || world && nouns.is(Sort.OUTPUT, head);
  }

  /** "AMD fell 3%" is its share; "Azure grew 39%", "the unit grew 12%" its revenue. */
  private @Nullable Metric moved(Line line, Draft draft, Direction direction) {
    Clauses clauses = line.clauses();
    int head = clauses.head(draft.first());
    int subject = clauses.ownSubject(head);
    boolean near = draft.first() > head && draft.first() - head <= 3;
    if (subject < 0 || !near) {
      return null;
    }
    Mention mention = line.mentionAt(subject);
    boolean named = mention != null && subject == mention.end() - 1;
    if (GROWING.contains(line.word(head)) && !line.word(draft.end()).matches("of|more|less")) {
      boolean sells =
          named && (Line.isParty(mention) || mention.type() == EntityType.PRODUCT)
              || nouns.is(Sort.SEGMENT, line.word(subject));
      return sells ? Metric.REVENUE : null;
    }
    boolean trades =
        named
            && mention.byName()
            && Line.isParty(mention)
            && TRADING.contains(line.word(head))
            && !line.word(draft.end()).matches("of|more|less|from");
    return trades ? Metric.SHARE_PRICE : null;
  }

  /** "A second module costing $3bn", "the $7bn campus": what it takes to build something. */
  private boolean isBuilt(Line line, Draft draft) {
    Clauses clauses = line.clauses();
    int at = draft.first() - 1;
    while (at > draft.first() - 5
        && line.word(at)
            .matches("about|around|some|nearly|roughly|more|than|at|least|over|an|estimated|to")) {
      at--;
    }
    if (!COSTING.contains(line.word(at))) {
      return false;
    }
    int thing = clauses.subject(at);
    return thing >= 0 && thing < draft.first() && nouns.is(Sort.PLANT, line.word(thing));
  }

  private @Nullable Metric bought(Line line, Draft draft) {
    boolean price = false;
    for (int i = draft.first() - 1; i >= Math.max(0, draft.first() - 30); i--) {
      String word = line.word(i);
      price |= word.equals("for") && i >= draft.first() - 6;
      if (line.quantityAt(i) != null && line.quantityAt(i).first() == i && !isStake(line, i)
          || word.equals(";")) {
        return null;
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
