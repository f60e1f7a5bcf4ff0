package io.chipwire.search;

/**
 * Names a small index that waits in the staging folder.
 *
 * @param writerId who built it; unique for every attempt of every writer
 * @param sequence counts the batches of that writer, from 1
 * @param articles how many articles it holds
 */
public record StagedBatch(String writerId, long sequence, int articles) {

  /** Refuses names that would leave the staging folder. */
  public StagedBatch {
    if (!writerId.matches("[A-Za-z0-9_-]{1,100}")) {
      throw new IllegalArgumentException(
          "writer id \"" + writerId + "\": expected 1 to 100 letters, digits, - or _");
    }
    if (sequence < 1) {
      throw new IllegalArgumentException("sequence " + sequence + ": expected 1 or more");
    }
  }

  @Override
  public String toString() {
    return writerId + "/" + sequence;
  }
}
