package io.chipwire.figure;

import io.chipwire.entity.Mention;
import io.chipwire.fact.Direction;
import io.chipwire.fact.EntityType;
import io.chipwire.fact.Metric;
import io.chipwire.figure.NounClasses.Sort;
import io.chipwire.language.Parse;
import io.chipwire.quantity.Quantity;
import io.chipwire.table.Words;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the shape of a clause says of an amount, whatever words for a metric stand around it: a
 * share's move on the market, the purchase of a company, a share of a market, a growing business,
 * the cost of a plant.
 */
final class Idioms {

  private static final Words WORDS = Words.beside(Idioms.class);
  private static final Set<String> TRADING = WORDS.of("idioms.trading");
  private static final Set<String> GROWING = WORDS.of("idioms.growing");

  /** Verbs that tell of aid only beside a word for it. */
  private static final Set<String> BARE = WORDS.of("idioms.bare");

  private static final Set<String> GRANTING = WORDS.of("idioms.granting");
  private static final Set<String> AIDING = WORDS.of("idioms.aiding");
  private static final Set<String> HOLDING = WORDS.of("idioms.holding");
  private static final Set<String> FILLING = WORDS.of("idioms.filling");
  private static final Set<String> COSTING = Set.of("cost", "costs", "costing", "worth");
  private static final int PHRASE = 9;

  private final NounClasses nouns;
  private final Purchases purchases;

  Idioms(NounClasses nouns) {
    this.nouns = nouns;
    this.purchases = new Purchases(nouns);
  }

  /** The metric that the clause tells, or null. */
  @Nullable Metric told(Line line, Draft draft) {
    boolean percent = draft.kind == UnitKind.PERCENT;
    if (draft.kind == UnitKind.TIME) {
      return isStock(line, draft) ? Metric.INVENTORY : null;
    }
    if (draft.kind == UnitKind.COUNT && draft.change == null && isBuiltIn(line, draft)) {
      return Metric.OTHER;
    }
    if (percent && draft.change == null && isStakeIn(line, draft)) {
      return Metric.OTHER;
    }
    if (percent && draft.change == null && isDealtOut(line, draft)) {
      return Metric.OTHER;
    }
    if (percent && draft.change != null && isPaid(line, draft)) {
      return Metric.PRICE;
    }
    if (percent && isInterest(line, draft)) {
      return Metric.COST;
    }
    if (percent && isMarketShare(line, draft)) {
      return Metric.MARKET_SHARE;
    }
    if (percent && draft.change != null && draft.quantity.unit().equals("%")) {
      return moved(line, draft, draft.change.direction());
    }
    if (percent && draft.change == null && isGranted(line, draft)) {
      return Metric.SUBSIDY;
    }
    if (draft.kind != UnitKind.MONEY || draft.quantity.per() != null) {
      return null;
    }
    if (isMarketValue(line, draft)) {
      return Metric.MARKET_SIZE;
    }
    if (isGranted(line, draft)) {
      return Metric.SUBSIDY;
    }
    Metric bought = purchases.told(line, draft);
    if (bought != null) {
      return bought;
    }
    return isBuilt(line, draft) ? Metric.INVESTMENT : purchases.price(line, draft);
  }

  /** "A server with eight of its chips", "a rack built around 72 GPUs", "its 72-GPU rack". */
  private boolean isBuiltIn(Line line, Draft draft) {
    int at = draft.first() - 1;
    while (at > 1 && FILLING.contains(line.word(at))) {
      at--;
    }
    boolean linked = HOLDING.contains(line.word(at));
    while (at > 1 && HOLDING.contains(line.word(at))) {
      at--;
    }
    boolean hyphened = draft.quantity.text().matches(".*\\d-\\p{L}.*");
    return linked && nouns.is(Sort.SYSTEM, line.word(at))
        || hyphened && nouns.is(Sort.SYSTEM, line.word(draft.end()));
  }

  /** "Three weeks of finished chips": how long what lies in store would last. */
  private boolean isStock(Line line, Draft draft) {
    if (!line.word(draft.end()).equals("of")) {
      return false;
    }
    for (int i = draft.end() + 1; i < draft.end() + 4; i++) {
      if (line.word(i)
          .matches("inventory|inventories|stock|stocks|supply|chips|goods|wafers|cover")) {
        return true;
      }
    }
    return false;
  }

  /** "Took 9.9% of Intel", "49 per cent of a Beijing subsidiary": a part of a company. */
  private static boolean isStakeIn(Line line, Draft draft) {
    if (!line.word(draft.end()).equals("of")) {
      return false;
    }
    int at = draft.end() + 1;
    Mention mention = line.mentionAt(at);
    if (mention != null && mention.type() == EntityType.COMPANY && mention.byName()) {
      return !line.word(mention.end()).matches("'s|'")
          && !(mention.end() < line.size() && line.clauses().parse().isNoun(mention.end()));
    }
    for (int i = at; line.word(at).matches("an?") && i < at + 6; i++) {
      if (line.word(i).matches("subsidiary|venture|affiliate|start-up|startup|unit|company|firm")) {
        return true;
      }
      if (line.word(i).matches(",|\\.|of|in")) {
        return false;
      }
    }
    return false;
  }

  /** "15% of operating profit set aside for bonuses": what is done with a part of it. */
  private static boolean isDealtOut(Line line, Draft draft) {
    if (line.word(draft.end()).equals("cut") && line.word(draft.end() + 1).equals("of")) {
      return true;
    }
    for (int i = draft.end() + 2; i < draft.end() + 7 && line.word(draft.end()).equals("of"); i++) {
      if (line.word(i).matches("paid|set|reserved|earmarked|distributed|shared|handed")) {
        return true;
      }
      if (i >= line.size() || line.clauses().parse().isVerb(i)) {
        return false;
      }
    }
    return false;
  }

  /** "Lent it $1 billion at 6%": what money costs. */
  private static boolean isInterest(Line line, Draft draft) {
    Quantity sum = line.quantityAt(draft.first() - 2);
    return draft.change == null
        && line.word(draft.first() - 1).equals("at")
        && sum != null
        && UnitKind.of(sum) == UnitKind.MONEY
        && sum.per() == null;
  }

  /** "Agreed to pay 15% more": a price that moves. */
  private static boolean isPaid(Line line, Draft draft) {
    int at = draft.first() - 1;
    while (at > draft.first() - 5
        && !line.word(at)
            .matches("pay|pays|paid|paying|charge|charges|charged|charging|ask|asking")) {
      at--;
    }
    return at > draft.first() - 5
        && line.word(draft.end()).matches("more|less|extra|higher|lower")
        && line.quantityAt(at) == null;
  }

  /** "An accelerator market valued at $30 billion". */
  private boolean isMarketValue(Line line, Draft draft) {
    int at = draft.first() - 1;
    while (at > draft.first() - 4
        && line.word(at).matches("about|around|some|nearly|roughly|over|up|to")) {
      at--;
    }
    boolean valued =
        line.word(at).equals("worth")
            || line.word(at).equals("at") && line.word(at - 1).matches("valued|estimated|put");
    int noun = line.word(at).equals("at") ? at - 2 : at - 1;
    return valued && nouns.is(Sort.MARKET, line.word(noun));
  }

  /** Money that a state or its agency spends or gives for others' plants. */
  private boolean isGranted(Line line, Draft draft) {
    if (!line.has(GRANTING)) {
      return false;
    }
    Clauses clauses = line.clauses();
    int head = clauses.head(draft.first());
    if (!GRANTING.contains(line.word(head))) {
      return false;
    }
    int subject = clauses.subject(head);
    Mention mention = subject < 0 ? null : line.mentionAt(subject);
    boolean state =
        mention != null
                && (mention.type() == EntityType.PLACE || mention.type() == EntityType.ORGANIZATION)
            || subject >= 0
                && line.word(subject)
                    .matches(
                        "government|ministry|state|mission|cabinet|centre|agency|programme|program");
    return state && (!BARE.contains(line.word(head)) || line.has(AIDING));
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
      world |= line.word(i + 1).matches("shipped|sold|made|produced|delivered");
    }
    return nouns.is(Sort.MARKET, head) || world && nouns.is(Sort.OUTPUT, head);
  }

  /** "AMD fell 3%" is its share; "Azure grew 39%", "the unit grew 12%" its revenue. */
  private @Nullable Metric moved(Line line, Draft draft, Direction direction) {
    int from = draft.first() - 3;
    if (!line.has(GROWING, from, draft.first()) && !line.has(TRADING, from, draft.first())) {
      return null;
    }
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

  /** "The $7 billion campus", "cleared NT$42bn for a computing center". */
  boolean isPlant(Line line, Draft draft) {
    Parse parse = line.clauses().parse();
    boolean behind = line.word(draft.end()).matches("for|in|into|on|toward|towards");
    int from = draft.end() + (behind ? 1 : 0);
    String head = "";
    for (int i = from; i < Math.min(line.size(), from + 6); i++) {
      boolean inside =
          parse.tag(i).matches("DT|JJ.?|NN.*|VBG|HYPH|PRP\\$") || line.word(i).equals("-");
      if (!inside) {
        break;
      }
      head = line.word(i);
    }
    return nouns.is(Sort.PLANT, head);
  }
}
