package io.chipwire.job.monitor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a job is, as far as this process knows.
 *
 * @param running whether the job runs; null in a process that does not know, such as a TaskManager
 * @param stalled whether it has been without a completed checkpoint for too long
 * @param lastCheckpoint when the last one was completed; null if none was, or nobody knows here
 * @param sources those that this process looks at, by name
 * @param linksWaiting links that wait to be fetched by this process
 */
public record Health(
    @Nullable Boolean running,
    boolean stalled,
    @Nullable Instant lastCheckpoint,
    List<Source> sources,
    long linksWaiting) {

  /** In a word. */
  public enum Status {
    /** All is well. */
    UP,
    /** It runs, but a source is failing or silent. */
    DEGRADED,
    /** It does not run, or gets nowhere. */
    DOWN
  }

  /** See {@link Source#state()}. */
  public enum State {
    /** It could be read. */
    FINE,
    /** The last look failed. */
    FAILING,
    /** It used to have news and has had none for long. */
    SILENT
  }

  /**
   * A watched source.
   *
   * @param lastLook when it was looked at last; null if not yet since the job started
   * @param lastNews when it had news last; null if never
   * @param message what is wrong; null if nothing is
   */
  public record Source(
      String name,
      State state,
      @Nullable Instant lastLook,
      @Nullable Instant lastNews,
      @Nullable String message) {}

  /** Copies the list. */
  public Health {
    sources = List.copyOf(sources);
  }

  /** All of it in a word. */
  public Status status() {
    if (stalled || Boolean.FALSE.equals(running)) {
      return Status.DOWN;
    }
    boolean fine = sources.stream().allMatch(source -> source.state() == State.FINE);
    return fine ? Status.UP : Status.DEGRADED;
  }

  /** How many sources are in a state. */
  public int sources(State state) {
    return (int) sources.stream().filter(source -> source.state() == state).count();
  }
}
