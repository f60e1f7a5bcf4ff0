package io.chipwire.figure;

import io.chipwire.article.Article;
import io.chipwire.entity.Mention;
import io.chipwire.fact.Change;
import io.chipwire.fact.EntityType;
import io.chipwire.fact.Figure;
import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Metric;
import io.chipwire.language.AnnotatedText;
import io.chipwire.language.Sentence;
import io.chipwire.lexicon.Entry;
import io.chipwire.lexicon.Lexicon;
import io.chipwire.quantity.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says of each quantity what it measures, whose it is, when it holds, and how certain it is.
 *
 * <p>Works on a sentence at a time, with the subject of the sentence before as a fallback.
 * Thread-safe.
 */
public final class FigureReader {

  private static final FigureReader STANDARD = new FigureReader();
  private static final Set<Metric> OF_A_PERIOD =
      EnumSet.of(
          Metric.REVENUE,
          Metric.GROSS_MARGIN,
          Metric.OPERATING_MARGIN,
          Metric.OPERATING_INCOME,
          Metric.NET_INCOME,
          Metric.EPS,
          Metric.CAPEX);
  private static final Set<String> LOSS = Set.of("loss", "losses", "lost");

  private final MetricCues metrics = new MetricCues();
  private final Changes changes = new Changes();
  private final Statuses statuses = new Statuses();
  private final Lexicon lexicon = Lexicon.standard();

  private FigureReader() {}

  /** The reader over the built-in vocabulary. */
  public static FigureReader standard() {
    return STANDARD;
  }

  /**
   * The figures of a text.
   *
   * @param article whose date resolves "last quarter"
   * @param text the article's text or its title
   * @param quantities of that text
   * @param mentions in that text, descriptions included
   * @param inTitle whether the text is the title
   */
  public List<Figure> read(
      Article article,
      AnnotatedText text,
      List<Quantity> quantities,
      List<Mention> mentions,
      boolean inTitle) {
    Periods periods = new Periods(article.publishedAt());
    List<Figure> figures = new ArrayList<>();
    String reported = null;
    Mention subjectBefore = null;
    for (Sentence sentence : text.sentences()) {
      List<Mention> here = mentions.stream().filter(m -> m.sentence() == sentence.index()).toList();
      List<Quantity> said =
          quantities.stream().filter(q -> q.sentence() == sentence.index()).toList();
      if (!said.isEmpty()) {
        List<String> words =
            sentence.tokens().stream().map(t -> t.text().toLowerCase(Locale.ROOT)).toList();
        List<Periods.Named> named = periods.in(words);
        List<Metric> measured = metrics.of(words, said);
        for (int i = 0; i < said.size(); i++) {
          Figure figure =
              figure(
                  said.get(i), measured.get(i), words, said, named, here, subjectBefore, inTitle);
          if (figure.period() == null && reported != null && isOfThePeriod(figure)) {
            figure = withPeriod(figure, reported);
          } else if (reported == null && isOfThePeriod(figure)) {
            reported = figure.period();
          }
          figures.add(figure);
        }
      }
      subjectBefore = subject(here, subjectBefore);
    }
    return figures;
  }

  private Figure figure(
      Quantity quantity,
      Metric metric,
      List<String> words,
      List<Quantity> said,
      List<Periods.Named> named,
      List<Mention> here,
      @Nullable Mention subjectBefore,
      boolean inTitle) {
    Mention product = nearest(here, quantity, EntityType.PRODUCT);
    Mention company = company(here, quantity, metric);
    boolean inherited = company == null;
    if (inherited) {
      company = subjectBefore;
    }
    String subject = company == null ? null : company.id();
    if (subject == null && product != null) {
      subject = lexicon.owner(product.id()).map(Entry::id).orElse(null);
    }
    if (metric == Metric.MARKET_SIZE || metric == Metric.TARIFF) {
      subject = null;
    }
    Change change = changes.of(quantity, words);
    boolean loss = isLoss(quantity, metric, words);
    FigureStatus status = statuses.of(quantity, words, subject);
    return new Figure(
        quantity.start(),
        quantity.stop(),
        quantity.text(),
        quantity.unit(),
        loss ? negated(quantity.high()) : quantity.low(),
        loss ? negated(quantity.low()) : quantity.high(),
        quantity.bound(),
        quantity.per(),
        metric,
        subject,
        product == null ? null : product.id(),
        Periods.nearest(quantity, named, said),
        change,
        status,
        inTitle,
        confidence(metric, subject, inherited));
  }

  private static boolean isLoss(Quantity quantity, Metric metric, List<String> words) {
    return (metric == Metric.NET_INCOME || metric == Metric.OPERATING_INCOME)
        && UnitClass.of(quantity.unit()) == UnitClass.MONEY
        && quantity.low() != null
        && quantity.low().signum() > 0
        && words.subList(Math.max(0, quantity.first() - 4), quantity.first()).stream()
            .anyMatch(LOSS::contains);
  }

  private static @Nullable BigDecimal negated(@Nullable BigDecimal number) {
    return number == null ? null : number.negate();
  }

  private static double confidence(Metric metric, @Nullable String subject, boolean inherited) {
    double sure = metric == Metric.OTHER ? 0.5 : 0.8;
    if (subject == null || inherited) {
      sure -= 0.15;
    }
    return sure;
  }

  private static boolean isOfThePeriod(Figure figure) {
    return OF_A_PERIOD.contains(figure.metric()) && figure.status() == FigureStatus.ACTUAL;
  }

  private static Figure withPeriod(Figure f, String period) {
    return new Figure(
        f.start(),
        f.end(),
        f.text(),
        f.unit(),
        f.low(),
        f.high(),
        f.bound(),
        f.per(),
        f.metric(),
        f.subject(),
        f.product(),
        period,
        f.change(),
        f.status(),
        f.inTitle(),
        f.confidence());
  }

  /** The company in front of the quantity, else the first one behind it. */
  private static @Nullable Mention company(List<Mention> here, Quantity quantity, Metric metric) {
    Mention before = null;
    Mention behind = null;
    for (Mention mention : here) {
      if (mention.type() != EntityType.COMPANY) {
        continue;
      }
      if (mention.end() <= quantity.first()) {
        before =
            before == null || metric == Metric.MARKET_SHARE ? mention : nearer(before, mention);
      } else if (behind == null) {
        behind = mention;
      }
    }
    return before == null ? behind : before;
  }

  /** Of two companies in front of a quantity the later one, unless it only is a description. */
  private static Mention nearer(Mention first, Mention later) {
    return later.byName() || !first.byName() ? later : first;
  }

  private static @Nullable Mention nearest(List<Mention> here, Quantity quantity, EntityType type) {
    Mention nearest = null;
    int distance = 12;
    for (Mention mention : here) {
      if (mention.type() == type) {
        int gap =
            mention.end() <= quantity.first()
                ? quantity.first() - mention.end()
                : mention.first() - quantity.end();
        if (gap < distance) {
          nearest = mention;
          distance = gap;
        }
      }
    }
    return nearest;
  }

  private static @Nullable Mention subject(List<Mention> here, @Nullable Mention before) {
    return here.stream()
        .filter(mention -> mention.type() == EntityType.COMPANY)
        .findFirst()
        .orElse(before);
  }
}
