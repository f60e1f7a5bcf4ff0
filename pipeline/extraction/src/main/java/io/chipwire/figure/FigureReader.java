package io.chipwire.figure;

import io.chipwire.article.Article;
import io.chipwire.entity.Mention;
import io.chipwire.fact.Figure;
import io.chipwire.fact.Metric;
import io.chipwire.lexicon.Lexicon;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says of every quantity of an article what it measures, whose it is, of which product and period,
 * whether it is a change, and how certain.
 *
 * <p>Only sentences with a quantity are parsed. Thread-safe; the passages it reads are not.
 */
public final class FigureReader {

  private static final class Standard {
    private static final FigureReader INSTANCE = new FigureReader(Lexicon.standard());
  }

  private final Lexicon lexicon;
  private final Map<Metric, MetricTraits> traits = MetricTraits.load();
  private final CueLexicon cues = new CueLexicon();
  private final TimeGrammar times = new TimeGrammar();
  private final ChangeChoice changes = new ChangeChoice();
  private final StatusCues statuses = new StatusCues();
  private final RoleCues roles = new RoleCues();
  private final Confidence confidence = new Confidence();

  private FigureReader(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The reader over the standard lexicon; loaded once. */
  public static FigureReader standard() {
    return Standard.INSTANCE;
  }

  /**
   * The figures of an article: those of the title first, then those of the text, by position.
   *
   * @param article for its date of publication; without one, "last quarter" stays unresolved
   * @param title null if it has none
   */
  public List<Figure> read(Article article, @Nullable Passage title, Passage text) {
    Timeline timeline = new Timeline(article.publishedAt());
    Discourse talk = new Discourse(lexicon);
    List<Mention> titleMentions = title == null ? List.of() : title.mentions();
    talk.open(titleMentions, text.mentions());
    SentenceReader sentences =
        new SentenceReader(
            cues,
            times,
            timeline,
            statuses,
            changes,
            new MetricChoice(cues),
            new SubjectChoice(traits, lexicon, roles),
            new ProductChoice(traits),
            new StatusChoice(statuses),
            new PeriodChoice(traits, lexicon, timeline),
            traits);
    TableRows tables = new TableRows(traits, cues, times, changes, statuses, lexicon, timeline);
    ArticleReading reading =
        new ArticleReading(sentences, tables, times, timeline, statuses, talk, lexicon, confidence);
    return reading.read(title, text);
  }
}
