package io.chipwire.job;

import io.chipwire.article.Rejection;
import io.chipwire.extraction.Extraction;
import io.chipwire.kafka.SignalRecord;
import org.apache.flink.api.connector.sink2.Sink;
import org.jspecify.annotations.Nullable;

/**
 * Where an {@link ArticlePipeline} leads.
 *
 * @param index takes what articles say; revisions of one article reach it through one subtask, the
 *     latest last
 * @param deadLetters takes what was refused, through one subtask
 * @param deadLettersUid one for each kind of sink, as one kind cannot read another's state
 * @param signals takes a record for each signal; null for none
 */
public record ArticleSinks(
    Sink<Extraction> index,
    Sink<Rejection> deadLetters,
    String deadLettersUid,
    @Nullable Sink<SignalRecord> signals) {

  /** An index and a file of what was refused. */
  public ArticleSinks(Sink<Extraction> index, DeadLetterSink deadLetters) {
    this(index, deadLetters, "dead-letters", null);
  }
}
