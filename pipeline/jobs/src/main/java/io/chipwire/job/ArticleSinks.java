package io.chipwire.job;

import io.chipwire.article.Rejection;
import io.chipwire.extraction.Extraction;
import org.apache.flink.api.connector.sink2.Sink;

/**
 * Where an {@link ArticlePipeline} leads.
 *
 * @param index takes what articles say; revisions of one article reach it through one subtask, the
 *     latest last
 * @param deadLetters takes what was refused, through one subtask
 */
public record ArticleSinks(Sink<Extraction> index, Sink<Rejection> deadLetters) {}
