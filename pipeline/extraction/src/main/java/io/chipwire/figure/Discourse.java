package io.chipwire.figure;

import io.chipwire.entity.Mention;
import io.chipwire.fact.Basis;
import io.chipwire.fact.Direction;
import io.chipwire.fact.EntityType;
import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Metric;
import io.chipwire.lexicon.Lexicon;
import io.chipwire.table.Words;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a reader keeps in mind from sentence to sentence: whom and what it is about, of which
 * period, on whose word. Belongs to one article and one thread.
 */
final class Discourse {

  private static final Words WORDS = Words.beside(Discourse.class);

  /** A company with this share of all mentions is what the article is about. */
  private static final double DOMINANT = 0.3;

  private static final double LEAD = 1.5;

  /** Stands for the paragraph of the title. */
  private static final int TITLE = -5;

  private static final Set<String> LISTING = Set.of(",", "and", "or", "&");

  /** What follows the place in "SEOUL, Oct. 21 (…) --". */
  private static final Set<String> DATELINE = Set.of(",", "(", "-", "--", "–", "—", ":");

  private static final Set<String> PREPOSITIONS = WORDS.of("discourse.prepositions");

  private final Lexicon lexicon;
  private final Sources known;
  private final Set<String> cited;
  private final Set<String> fiscal = new HashSet<>();
  private final Map<String, String> employers = new HashMap<>();
  private final Map<Metric, Period> lastPeriods = new EnumMap<>(Metric.class);
  private @Nullable String focus;
  private boolean dominant;
  private @Nullable String topic;
  private @Nullable String label;
  private @Nullable String state;
  private @Nullable String person;
  private @Nullable String product;
  private @Nullable Metric metric;
  private @Nullable Period period;
  private @Nullable Period ahead;
  private @Nullable Period section;
  private @Nullable Period mainPeriod;
  private @Nullable Period year;
  private @Nullable Period mainAhead;
  private @Nullable Period mainMonth;
  private @Nullable String periodOwner;
  private @Nullable Metric mainMetric;
  private final Map<UnitKind, Metric> metrics = new EnumMap<>(UnitKind.class);
  private @Nullable Metric carried;
  private @Nullable Metric heardMetric;
  private @Nullable Direction priceMove;
  private @Nullable Metric profit;
  private @Nullable Basis basis;
  private boolean market;
  private boolean outlook;
  private boolean reported;
  private int paragraph = -1;

  Discourse(Lexicon lexicon, Sources known, Set<String> cited) {
    this.lexicon = lexicon;
    this.known = known;
    this.cited = Set.copyOf(cited);
  }

  /** Finds out what the article is about. */
  void open(List<Mention> title, List<Mention> text) {
    Map<String, Integer> counts = new HashMap<>();
    int all = 0;
    for (Mention mention : text) {
      if (mention.type() == EntityType.COMPANY && !isSource(mention)) {
        counts.merge(mention.id(), 1, Integer::sum);
        all++;
      }
    }
    for (Mention mention : title) {
      if (mention.type() == EntityType.COMPANY && !isSource(mention)) {
        counts.merge(mention.id(), 2, Integer::sum);
        all += 2;
      }
    }
    for (Mention mention : title) {
      if (focus == null && mention.type() == EntityType.COMPANY && !isSource(mention)) {
        focus = mention.id();
      }
    }
    String most = null;
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      if (most == null || count.getValue() > counts.getOrDefault(most, 0)) {
        most = count.getKey();
      }
    }
    if (most != null
        && (focus == null || counts.getOrDefault(most, 0) > 2 * counts.getOrDefault(focus, 0))) {
      focus = most;
    }
    dominant = focus != null && entitled(title) || focus != null && isAhead(counts, all);
  }

  /** Whether the focus has a good part of all mentions, and clearly more than any other. */
  private boolean isAhead(Map<String, Integer> counts, int all) {
    int own = counts.getOrDefault(focus, 0);
    int next =
        counts.entrySet().stream()
            .filter(count -> !count.getKey().equals(focus))
            .mapToInt(Map.Entry::getValue)
            .max()
            .orElse(0);
    return own >= DOMINANT * all && own >= LEAD * next;
  }

  /** Whether the title names the focus and no other company. */
  private boolean entitled(List<Mention> title) {
    Set<String> named = new HashSet<>();
    for (Mention mention : title) {
      if (mention.type() == EntityType.COMPANY && !isSource(mention)) {
        named.add(mention.id());
      }
    }
    return focus != null && named.equals(Set.of(focus));
  }

  /** Whether somebody is one of those who write about companies: a research house, a bank. */
  boolean isSource(Mention mention) {
    return cited.contains(mention.id()) || known.isKnown(mention);
  }

  /** Takes note that a paragraph begins. */
  void enter(int newParagraph, boolean heading) {
    if (newParagraph == paragraph) {
      return;
    }
    paragraph = newParagraph;
    label = null;
    product = null;
    metric = null;
    heardMetric = null;
    priceMove = null;
    metrics.clear();
    lastPeriods.clear();
    period = null;
    reported = false;
    if (heading) {
      outlook = false;
      section = null;
      ahead = null;
    }
    if (dominant) {
      topic = null;
    }
  }

  /** Takes note that the title is read, which is about what it names itself. */
  void enterTitle() {
    enter(TITLE, true);
    topic = null;
  }

  /** Takes note of a sentence that is read no further: whom it is about. */
  void hear(List<String> lower, List<Mention> mentions) {
    for (Mention mention : mentions) {
      if (mention.type() == EntityType.PERSON && mention.byName()) {
        person = mention.id();
      }
    }
    boolean aside = false;
    for (Mention mention : mentions) {
      String before = mention.first() == 0 ? "" : lower.get(mention.first() - 1);
      aside = PREPOSITIONS.contains(before) || aside && LISTING.contains(before);
      if (mention.type() == EntityType.COMPANY && !isSource(mention) && !aside) {
        topic = mention.id();
        break;
      }
    }
    if (!mentions.isEmpty()
        && mentions.getFirst().first() == 0
        && mentions.getFirst().type() == EntityType.PLACE
        && mentions.getFirst().end() < lower.size()
        && !DATELINE.contains(lower.get(mentions.getFirst().end()))) {
      state = mentions.getFirst().id();
    }
    for (Mention mention : mentions) {
      if (mention.type() == EntityType.PRODUCT) {
        product = mention.id();
        break;
      }
    }
  }

  /** Whom "he" or "she" means, or null. */
  @Nullable String person() {
    return person;
  }

  void employ(String person, String company) {
    employers.put(person, company);
  }

  /** For whom somebody works, by the lexicon or by what the article said of it; or null. */
  @Nullable String employer(String person) {
    String known = employers.get(person);
    return known != null ? known : lexicon.owner(person).map(entry -> entry.id()).orElse(null);
  }

  /** Whether the article is mostly about one company. */
  boolean dominant() {
    return dominant;
  }

  /** Company meant where none is named: the label's, the last subject, or what it is all about. */
  @Nullable String subject() {
    return label != null ? label : topic != null ? topic : focus;
  }

  @Nullable String label() {
    return label;
  }

  void label(@Nullable String newLabel) {
    label = newLabel;
  }

  @Nullable String focus() {
    return focus;
  }

  void topic(@Nullable String newTopic) {
    if (newTopic != null) {
      topic = newTopic;
    }
  }

  @Nullable String product() {
    return product;
  }

  void product(@Nullable String newProduct) {
    if (newProduct != null) {
      product = newProduct;
    }
  }

  /** The last period of a metric in this paragraph, or null. */
  @Nullable Period lastOf(Metric ofMetric) {
    return lastPeriods.get(ofMetric);
  }

  void lastOf(Metric ofMetric, @Nullable Period newPeriod) {
    if (newPeriod != null) {
      lastPeriods.put(ofMetric, newPeriod);
    }
  }

  /** The last metric of this paragraph that was told in such a unit, or null. */
  @Nullable Metric metric(UnitKind kind) {
    return metrics.get(kind);
  }

  void metric(UnitKind kind, Metric newMetric) {
    metrics.put(kind, newMetric);
    metric = newMetric;
  }

  @Nullable Metric metric() {
    return metric;
  }

  /** Which way prices last moved in this paragraph, or null. */
  @Nullable Direction priceMove() {
    return priceMove;
  }

  void priceMove(Direction newMove) {
    priceMove = newMove;
  }

  /** The period spoken of: the last one of a flow, else that of the article. */
  @Nullable Period period() {
    return period(FigureStatus.ACTUAL);
  }

  /** The same for a company's figure: the fiscal period of another one is not its own. */
  @Nullable Period period(FigureStatus status, @Nullable String subject) {
    Period spokenOf = period(status);
    boolean foreign =
        spokenOf != null
            && spokenOf.fiscal()
            && subject != null
            && periodOwner != null
            && !subject.equals(periodOwner);
    return foreign ? null : spokenOf;
  }

  /** The same for what has happened or for what is to come. */
  @Nullable Period period(FigureStatus status) {
    if (status != FigureStatus.ACTUAL && ahead != null) {
      return ahead;
    }
    if (status != FigureStatus.ACTUAL && section == null && mainAhead != null) {
      return mainAhead;
    }
    if (period != null) {
      return period;
    }
    return section != null ? section : mainPeriod;
  }

  /** What the title, else the first figure of a period, measures; null if nothing yet does. */
  @Nullable Metric mainMetric() {
    return mainMetric;
  }

  void mainMetric(@Nullable Metric newMetric) {
    if (mainMetric == null) {
      mainMetric = newMetric;
    }
  }

  /** The country whose trade is spoken of, or null. */
  @Nullable String state() {
    return state;
  }

  void state(@Nullable String newState) {
    state = newState;
  }

  /** What a sentence without figures in this paragraph named, or null. */
  @Nullable Metric heardMetric() {
    return heardMetric;
  }

  void heardMetric(@Nullable Metric newMetric) {
    heardMetric = newMetric;
  }

  /** What the last amount of money of the article measured, in whatever paragraph. */
  @Nullable Metric carried() {
    return carried;
  }

  void carried(Metric newMetric) {
    carried = newMetric;
  }

  /** Which profit, of operations or after tax, the article calls so; null if it did not say. */
  @Nullable Metric profit() {
    return profit;
  }

  void profit(Metric newProfit) {
    profit = newProfit;
  }

  /** What the article last compared a period with, or null. */
  @Nullable Basis basis() {
    return basis;
  }

  void basis(@Nullable Basis newBasis) {
    if (newBasis == Basis.YOY || newBasis == Basis.QOQ) {
      basis = newBasis;
    }
  }

  /** Takes note of the period of a figure, and of whose it is. */
  void period(@Nullable Period newPeriod, FigureStatus status, @Nullable String owner) {
    periodOwner = owner == null ? periodOwner : owner;
    period(newPeriod, status);
  }

  /** Takes note of a period. */
  void period(@Nullable Period newPeriod, FigureStatus status) {
    if (status == FigureStatus.ACTUAL) {
      period = newPeriod;
    } else {
      ahead = newPeriod;
    }
  }

  /** Takes note of the period that a heading or an introduction names; null ends a section. */
  void section(@Nullable Period newPeriod) {
    section = newPeriod;
    period = null;
    ahead = newPeriod;
  }

  /** The first month that the article names, or null. */
  @Nullable Period mainMonth() {
    return mainMonth;
  }

  void mainMonth(@Nullable Period newMonth) {
    mainMonth = newMonth;
  }

  /** Whether it is about a market rather than a company. */
  boolean market() {
    return market;
  }

  void market(boolean aboutMarket) {
    market = aboutMarket;
  }

  /** The last year that was told by the month in which it ends, or null. */
  @Nullable Period year() {
    return year;
  }

  void year(@Nullable Period newYear) {
    year = newYear;
  }

  /** The coming quarter that the title or the opening speaks of, or null. */
  @Nullable Period mainAhead() {
    return mainAhead;
  }

  void mainAhead(@Nullable Period newPeriod) {
    if (mainAhead == null) {
      mainAhead = newPeriod;
    }
  }

  @Nullable Period mainPeriod() {
    return mainPeriod;
  }

  void mainPeriod(@Nullable Period newPeriod) {
    mainPeriod = newPeriod;
  }

  /** Whether a heading or an introduction has announced an outlook. */
  boolean outlook() {
    return outlook;
  }

  void outlook(boolean announced) {
    outlook = announced;
  }

  /** Whether the paragraph rests on unnamed sources. */
  boolean reported() {
    return reported;
  }

  void reported(boolean bySources) {
    reported = bySources;
  }

  boolean isFiscal(@Nullable String company) {
    return company != null && fiscal.contains(company);
  }

  void fiscal(@Nullable String company) {
    if (company != null) {
      fiscal.add(company);
    }
  }
}
