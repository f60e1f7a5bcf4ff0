package io.chipwire.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.chipwire.article.Article;
import io.chipwire.extraction.Extraction;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.Figure;
import io.chipwire.signal.Signal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A signal as a record of a topic: the article in short, the signal, and the figures and
 * commitments that it rests on, as one JSON object. Immutable.
 *
 * <p>The numbers in the signal's {@code figures} and {@code commitments} are positions in the lists
 * beside it. Signals of a revision come as further records of the same article with a later {@code
 * fetchedAt}.
 *
 * @param key the article's id, so that all its signals are in one partition, in order
 * @param value the object, UTF-8
 * @param timestamp the time of publication, in milliseconds since 1970; see {@link #of}
 */
public record SignalRecord(String key, byte[] value, long timestamp) {

  /** What a broker takes in its usual setting, 1 MiB, less what is around the value. */
  public static final int MAX_BYTES = 1_000_000;

  /**
   * A record for each signal of an article.
   *
   * @param now in milliseconds since 1970. Brokers refuse records from the future and clients those
   *     from before 1970, and an article may claim either; such a time gives way to that of
   *     fetching, and that to this one
   */
  public static List<SignalRecord> of(Extraction extraction, long now) {
    Article article = extraction.article();
    long timestamp =
        Stream.of(article.publishedAt(), article.fetchedAt())
            .filter(time -> time != null && isAcceptable(time, now))
            .mapToLong(Instant::toEpochMilli)
            .findFirst()
            .orElse(now);
    return extraction.signals().stream()
        .map(signal -> new SignalRecord(article.id(), json(extraction, signal), timestamp))
        .toList();
  }

  private static boolean isAcceptable(Instant time, long now) {
    return !time.isBefore(Instant.EPOCH) && !time.isAfter(Instant.ofEpochMilli(now));
  }

  private static byte[] json(Extraction extraction, Signal signal) {
    Told told =
        new Told(
            Source.of(extraction.article()),
            renumbered(signal),
            signal.figures().stream().map(extraction.figures()::get).toList(),
            signal.commitments().stream().map(extraction.commitments()::get).toList());
    try {
      return ExtractionJson.mapper().writeValueAsBytes(told);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("signal of " + extraction.article().source(), e);
    }
  }

  private static Signal renumbered(Signal signal) {
    return new Signal(
        signal.start(),
        signal.end(),
        signal.kind(),
        signal.subject(),
        signal.product(),
        signal.direction(),
        signal.sentence(),
        positions(signal.figures()),
        positions(signal.commitments()),
        signal.inTitle(),
        signal.confidence(),
        signal.novelty());
  }

  private static List<Integer> positions(List<?> list) {
    return IntStream.range(0, list.size()).boxed().toList();
  }

  private record Told(
      Source article, Signal signal, List<Figure> figures, List<Commitment> commitments) {}

  private record Source(
      String id,
      @Nullable String url,
      @Nullable String title,
      @Nullable String publisher,
      @Nullable OffsetDateTime publishedAt,
      @Nullable Instant fetchedAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String copyOf) {

    static Source of(Article article) {
      return new Source(
          article.id(),
          article.url(),
          article.title(),
          article.publisher(),
          article.published(),
          article.fetchedAt(),
          article.copyOf());
    }
  }
}
