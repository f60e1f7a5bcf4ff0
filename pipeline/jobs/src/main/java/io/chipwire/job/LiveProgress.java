package io.chipwire.job;

/** Is told of how a live job stands, about once a second, in a thread of the job. */
@FunctionalInterface
public interface LiveProgress {

  /** Listens to nothing. */
  LiveProgress NONE = (counts, running) -> {};

  /**
   * How the job stands now; must not block for long.
   *
   * @param running false while it starts, also again after a failure
   */
  void progress(LiveCounts counts, boolean running);
}
