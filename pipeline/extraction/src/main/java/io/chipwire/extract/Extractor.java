package io.chipwire.extract;

import io.chipwire.article.Article;
import io.chipwire.commitment.CommitmentReader;
import io.chipwire.detect.ArticleFacts;
import io.chipwire.detect.SignalDetector;
import io.chipwire.entity.EntityLinker;
import io.chipwire.entity.LinkedEntities;
import io.chipwire.entity.Mention;
import io.chipwire.extraction.Extraction;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.Figure;
import io.chipwire.figure.FigureReader;
import io.chipwire.figure.Passage;
import io.chipwire.language.AnnotatedText;
import io.chipwire.language.Language;
import io.chipwire.quantity.Quantity;
import io.chipwire.quantity.QuantityGrammar;
import java.util.List;

/**
 * Reads everything an article says. Pure: the same article gives the same extraction.
 *
 * <p>Thread-safe; all instances share one model set, of at most 520 MB.
 */
public final class Extractor {

  private final Language language;
  private final QuantityGrammar quantities = QuantityGrammar.standard();
  private final EntityLinker entities = EntityLinker.standard();
  private final FigureReader figures = FigureReader.standard();
  private final CommitmentReader commitments = CommitmentReader.standard();
  private final SignalDetector signals = SignalDetector.standard();

  private Extractor(Language language) {
    this.language = language;
  }

  /** An extractor over the shared models; loads them if nobody has. */
  public static Extractor load() {
    Language language = Language.shared();
    language.warmUp();
    return new Extractor(language);
  }

  /** What the article says. */
  public Extraction extract(Article article) {
    String headline = article.title() == null ? "" : article.title();
    AnnotatedText title = language.annotate(headline);
    AnnotatedText text = language.annotate(article.text());
    List<Quantity> titleQuantities = quantities.read(title);
    List<Quantity> textQuantities = quantities.read(text, article.tables());
    LinkedEntities linked = entities.link(title, text, article.publisher());
    List<Mention> inTitle = linked.title();
    List<Mention> inText = linked.text();

    List<Figure> read =
        figures.read(
            article,
            new Passage(title, titleQuantities, inTitle),
            new Passage(text, textQuantities, inText));
    List<Commitment> owed =
        commitments.read(
            new CommitmentReader.Passage(title, titleQuantities, inTitle, true),
            new CommitmentReader.Passage(text, textQuantities, inText, false));
    List<Figure> found = OwedSums.assign(read, owed);
    return new Extraction(
        article,
        linked.entities(),
        found,
        owed,
        signals.detect(
            new ArticleFacts(article.publishedOn(), title, text, inTitle, inText, found, owed)));
  }
}
