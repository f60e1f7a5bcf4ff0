package io.chipwire.extraction;

import io.chipwire.article.Article;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.Entity;
import io.chipwire.fact.Figure;
import io.chipwire.signal.Signal;
import java.util.List;

/** An article and everything it says: the object that {@code chipwire extract} prints. */
public record Extraction(
    Article article,
    List<Entity> entities,
    List<Figure> figures,
    List<Commitment> commitments,
    List<Signal> signals) {

  /** Copies the lists. */
  public Extraction {
    entities = List.copyOf(entities);
    figures = List.copyOf(figures);
    commitments = List.copyOf(commitments);
    signals = List.copyOf(signals);
  }
}
