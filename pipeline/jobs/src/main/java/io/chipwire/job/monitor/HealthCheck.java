package io.chipwire.job.monitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the health of a job off a {@link MetricBoard}. Thread-safe.
 *
 * <p>Where it was started or started again less than the patience ago, it may still be without a
 * checkpoint. Of several jobs the worst counts.
 */
final class HealthCheck {

  private static final String JOB = "flink_jobmanager_job_";
  private static final String SOURCE = "source";

  private final MetricBoard board;
  private final Clock clock;
  private final Duration patience;
  private final boolean expectsJob;

  private HealthCheck(MetricBoard board, Clock clock, Duration patience, boolean expectsJob) {
    this.board = board;
    this.clock = clock;
    this.patience = patience;
    this.expectsJob = expectsJob;
  }

  /** Of a job that is to run in this process: none is as bad as one that does not run. */
  static HealthCheck ofJob(MetricBoard board, Clock clock, Duration patience) {
    return new HealthCheck(board, clock, patience, true);
  }

  /** Of a process of a cluster, which may be idle, or know only of its part. */
  static HealthCheck ofProcess(MetricBoard board, Clock clock, Duration patience) {
    return new HealthCheck(board, clock, patience, false);
  }

  /** How it is now. */
  Health now() {
    Boolean running = running();
    @Nullable Instant last =
        instants(board.named(JOB + "lastCheckpointCompletedTimestamp"))
            .min(Comparator.naturalOrder())
            .orElse(null);
    return new Health(
        running, Boolean.TRUE.equals(running) && isStalled(), last, sources(), waiting());
  }

  private @Nullable Boolean running() {
    List<Measure> states = board.named(JOB + "runningState");
    if (states.isEmpty() && !expectsJob) {
      return null;
    }
    return !states.isEmpty()
        && states.stream().allMatch(state -> Objects.equals(state.number(), 1.0));
  }

  private boolean isStalled() {
    Instant now = clock.instant();
    Map<String, Instant> progress = new HashMap<>();
    for (Measure time : board.named(JOB + "runningTime")) {
      Double millis = time.number();
      if (millis != null) {
        progress.put(job(time), now.minusMillis(millis.longValue()));
      }
    }
    for (Measure checkpoint : board.named(JOB + "lastCheckpointCompletedTimestamp")) {
      instants(List.of(checkpoint))
          .forEach(at -> progress.merge(job(checkpoint), at, HealthCheck::later));
    }
    return progress.values().stream().anyMatch(at -> at.plus(patience).isBefore(now));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static String job(Measure measure) {
    return measure.labels().getOrDefault("job_id", "");
  }

  /** Flink's times in milliseconds since 1970; nothing for the -1 that means never. */
  private static Stream<Instant> instants(List<Measure> measures) {
    return measures.stream()
        .map(Measure::number)
        .filter(Objects::nonNull)
        .filter(millis -> millis > 0)
        .map(millis -> Instant.ofEpochMilli(millis.longValue()));
  }

  private List<Health.Source> sources() {
    Map<String, String> messages = new HashMap<>();
    for (Measure message : board.named("chipwire_source_message")) {
      if (message.reading() instanceof String text) {
        messages.put(source(message), text);
      }
    }
    Map<String, Instant> looks = times("chipwire_source_last_look_timestamp_seconds");
    Map<String, Instant> news = times("chipwire_source_last_news_timestamp_seconds");
    return board.named("chipwire_source_state").stream()
        .map(
            state -> {
              String name = source(state);
              return new Health.Source(
                  name, state(state), looks.get(name), news.get(name), messages.get(name));
            })
        .sorted(Comparator.comparing(Health.Source::name))
        .toList();
  }

  private static Health.State state(Measure measure) {
    Double number = measure.number();
    return Health.State.values()[number == null ? 0 : number.intValue()];
  }

  private Map<String, Instant> times(String name) {
    Map<String, Instant> times = new HashMap<>();
    for (Measure measure : board.named(name)) {
      Double seconds = measure.number();
      if (seconds != null) {
        times.put(source(measure), Instant.ofEpochMilli(Math.round(seconds * 1e3)));
      }
    }
    return times;
  }

  private static String source(Measure measure) {
    return measure.labels().getOrDefault(SOURCE, "");
  }

  private long waiting() {
    return board.named("chipwire_links_waiting").stream()
        .map(Measure::number)
        .filter(Objects::nonNull)
        .mapToLong(Double::longValue)
        .sum();
  }
}
