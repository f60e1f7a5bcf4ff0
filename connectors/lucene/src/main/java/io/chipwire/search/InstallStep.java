package io.chipwire.search;

import java.io.Serializable;

/** The points between which a crash can fall while a batch gets into the live index. */
public enum InstallStep {
  /** The writer has copied the batch into the staging folder. */
  STAGED,
  /** The batch is in the index writer, not committed. */
  ADDED,
  /** The commit is durable, nobody has been told. */
  COMMITTED;

  /** Is told at each step, in tests to fail there. */
  public interface Observer extends Serializable {

    /** Watches nothing. */
    Observer NONE = step -> {};

    /** The step has been reached. */
    void reached(InstallStep step);
  }
}
