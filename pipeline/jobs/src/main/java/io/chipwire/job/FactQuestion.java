package io.chipwire.job;

import io.chipwire.article.Article;
import io.chipwire.extraction.Extraction;
import io.chipwire.history.KnownValue;
import io.chipwire.history.StatedFact;
import io.chipwire.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What is asked about a fact that a signal rests on, and left in memory.
 *
 * @param key what the fact is about; questions with the same key meet
 * @param articleId who asks
 * @param ordinal which revision of it
 * @param topic a figure or a commitment
 * @param position of it in the extraction
 * @param comparable see {@link KnownValue#among}
 * @param value what is stated
 */
public record FactQuestion(
    String key,
    String articleId,
    long ordinal,
    MemoryAnswer.Topic topic,
    int position,
    boolean comparable,
    KnownValue value) {

  /** All questions about an article's signals; the same ones whenever they are made. */
  static List<FactQuestion> about(Extraction extraction) {
    Article article = extraction.article();
    TreeSet<Integer> figures = new TreeSet<>();
    TreeSet<Integer> commitments = new TreeSet<>();
    for (Signal signal : extraction.signals()) {
      figures.addAll(signal.figures());
      commitments.addAll(signal.commitments());
    }
    List<FactQuestion> questions = new ArrayList<>();
    for (int position : figures) {
      StatedFact.of(extraction.figures().get(position), article)
          .ifPresent(fact -> questions.add(of(article, MemoryAnswer.Topic.FIGURE, position, fact)));
    }
    for (int position : commitments) {
      StatedFact fact = StatedFact.of(extraction.commitments().get(position), article);
      questions.add(of(article, MemoryAnswer.Topic.COMMITMENT, position, fact));
    }
    return questions;
  }

  private static FactQuestion of(
      Article article, MemoryAnswer.Topic topic, int position, StatedFact fact) {
    return new FactQuestion(
        fact.key(),
        article.id(),
        article.ordinal(),
        topic,
        position,
        fact.comparable(),
        fact.value());
  }
}
