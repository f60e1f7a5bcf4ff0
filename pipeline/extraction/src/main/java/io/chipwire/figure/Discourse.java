package io.chipwire.figure;

import io.chipwire.entity.Mention;
import io.chipwire.fact.EntityType;
import io.chipwire.fact.Metric;
import io.chipwire.lexicon.Lexicon;
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

  /** A company with this share of all mentions is what the article is about. */
  private static final double DOMINANT = 0.4;

  private static final Set<String> SOURCES = Set.of("research", "bank", "broker", "media");
  private static final Set<String> PREPOSITIONS =
      Set.of(
          "of",
          "at",
          "by",
          "from",
          "to",
          "with",
          "in",
          "for",
          "on",
          "than",
          "against",
          "like",
          "unlike",
          "into",
          "versus",
          "over",
          "after",
          "as",
          "including");

  private final Lexicon lexicon;
  private final Set<String> fiscal = new HashSet<>();
  private final Map<String, String> employers = new HashMap<>();
  private @Nullable String focus;
  private boolean dominant;
  private @Nullable String topic;
  private @Nullable String label;
  private @Nullable String product;
  private @Nullable Metric metric;
  private @Nullable Period period;
  private @Nullable Period mainPeriod;
  private boolean outlook;
  private boolean reported;
  private int paragraph = -1;

  Discourse(Lexicon lexicon) {
    this.lexicon = lexicon;
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
    dominant = focus != null && counts.getOrDefault(focus, 0) >= DOMINANT * all;
  }

  /** Whether somebody is one of those who write about companies: a research house, a bank. */
  boolean isSource(Mention mention) {
    return lexicon
        .find(mention.id())
        .map(entry -> entry.kinds().stream().anyMatch(SOURCES::contains))
        .orElse(false);
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
    reported = false;
    if (heading) {
      outlook = false;
    }
    if (dominant) {
      topic = null;
    }
  }

  /** Takes note of a sentence that is read no further: whom it is about. */
  void hear(List<String> lower, List<Mention> mentions) {
    for (Mention mention : mentions) {
      boolean party = mention.type() == EntityType.COMPANY && !isSource(mention);
      String before = mention.first() == 0 ? "" : lower.get(mention.first() - 1);
      if (party && !PREPOSITIONS.contains(before)) {
        topic = mention.id();
        break;
      }
    }
    for (Mention mention : mentions) {
      if (mention.type() == EntityType.PRODUCT) {
        product = mention.id();
        break;
      }
    }
  }

  void employ(String person, String company) {
    employers.put(person, company);
  }

  @Nullable String employer(String person) {
    String known = employers.get(person);
    return known != null ? known : lexicon.owner(person).map(entry -> entry.id()).orElse(null);
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

  @Nullable Metric metric() {
    return metric;
  }

  void metric(@Nullable Metric newMetric) {
    metric = newMetric;
  }

  /** The period spoken of: the last one of a flow, else that of the article. */
  @Nullable Period period() {
    return period != null ? period : mainPeriod;
  }

  void period(@Nullable Period newPeriod) {
    period = newPeriod;
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
