package io.chipwire.kafka;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The topics of a job.
 *
 * @param pages those that pages come from, each with a name of its own
 * @param signals takes a record for each signal of an article; null for none
 * @param deadLetters takes what was refused, in place of a file; null for the file
 */
public record Topics(
    List<PageTopic> pages, @Nullable SinkTopic signals, @Nullable SinkTopic deadLetters) {

  /** A job without Kafka. */
  public static final Topics NONE = new Topics(List.of(), null, null);

  /** Copies the list. */
  public Topics {
    pages = List.copyOf(pages);
  }

  /** All of them. */
  public List<KafkaTopic> all() {
    return Stream.concat(
            pages.stream().map(PageTopic::topic),
            Stream.of(signals, deadLetters).filter(Objects::nonNull).map(SinkTopic::topic))
        .toList();
  }
}
