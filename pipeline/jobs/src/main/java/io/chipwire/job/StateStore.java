package io.chipwire.job;

/** Where the state of a live job lies between two checkpoints. */
public enum StateStore {
  /** In memory: fast, and enough for some ten thousand links and articles. */
  HEAP("hashmap"),
  /** On disk, and only what changed goes into a checkpoint: for months and many sources. */
  ROCKSDB("rocksdb");

  private final String flinkName;

  StateStore(String flinkName) {
    this.flinkName = flinkName;
  }

  String flinkName() {
    return flinkName;
  }
}
