package io.chipwire.figure;

import io.chipwire.article.Article;
import io.chipwire.entity.Mention;
import io.chipwire.fact.Figure;
import io.chipwire.fact.Metric;
import io.chipwire.lexicon.Lexicon;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final Speech speech = new Speech();
  private final Unnamed unnamed = new Unnamed(speech);
  private final Idioms idioms = new Idioms(new NounClasses());
  private final Sources sources;

  private FigureReader(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.sources = new Sources(lexicon);
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
    Timeline timeline = new Timeline(article.publishedOn());
    Set<String> cited = new HashSet<>(sources.in(text));
    if (title != null) {
      cited.addAll(sources.in(title));
    }
    Discourse talk = new Discourse(lexicon, sources, cited);
    List<Mention> titleMentions = title == null ? List.of() : title.mentions();
    talk.open(titleMentions, text.mentions());
    SentenceReader sentences =
        new SentenceReader(
            cues,
            times,
            timeline,
            statuses,
            changes,
            new MetricChoice(cues, idioms),
            new SubjectChoice(traits, lexicon, roles, speech, unnamed),
            new ProductChoice(traits),
            new StatusChoice(statuses, speech),
            new PeriodChoice(traits, lexicon, timeline, speech, statuses),
            traits);
    TableRows tables = new TableRows(traits, cues, times, changes, statuses, lexicon, timeline);
    ArticleReading reading =
        new ArticleReading(sentences, tables, times, timeline, statuses, talk, lexicon, confidence);
    return reading.read(title, text);
  }
}
