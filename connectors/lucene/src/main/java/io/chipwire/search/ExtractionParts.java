package io.chipwire.search;

import io.chipwire.article.Article;
import io.chipwire.extraction.Extraction;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.Entity;
import io.chipwire.fact.Figure;
import io.chipwire.fact.Span;
import io.chipwire.query.FactKind;
import io.chipwire.signal.Signal;
import java.util.Set;
import java.util.function.BiConsumer;

/** The parts of an article that is at hand whole. */
record ExtractionParts(Extraction extraction) implements ArticleParts {

  @Override
  public Article head() {
    return extraction.article();
  }

  @Override
  public String text() {
    return extraction.article().text();
  }

  @Override
  public int count(FactKind kind) {
    return switch (kind) {
      case FIGURE -> extraction.figures().size();
      case COMMITMENT -> extraction.commitments().size();
      case SIGNAL -> extraction.signals().size();
    };
  }

  @Override
  public int start(FactKind kind, int position) {
    return switch (kind) {
      case FIGURE -> figure(position).start();
      case COMMITMENT -> commitment(position).start();
      case SIGNAL -> signal(position).start();
    };
  }

  @Override
  public boolean inTitle(FactKind kind, int position) {
    return switch (kind) {
      case FIGURE -> figure(position).inTitle();
      case COMMITMENT -> commitment(position).inTitle();
      case SIGNAL -> signal(position).inTitle();
    };
  }

  @Override
  public Figure figure(int position) {
    return extraction.figures().get(position);
  }

  @Override
  public Commitment commitment(int position) {
    return extraction.commitments().get(position);
  }

  @Override
  public Signal signal(int position) {
    return extraction.signals().get(position);
  }

  @Override
  public void mentions(Set<String> ids, BiConsumer<String, Span> each) {
    for (Entity entity : extraction.entities()) {
      if (ids.contains(entity.id())) {
        entity.mentions().forEach(mention -> each.accept(entity.id(), mention));
      }
    }
  }
}
