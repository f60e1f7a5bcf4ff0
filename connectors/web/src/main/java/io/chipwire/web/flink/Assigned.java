package io.chipwire.web.flink;

import java.util.Set;
import java.util.TreeSet;

/**
 * Which sources are in a reader's hands: the enumerator's whole state in a checkpoint. The states
 * of the sources are kept by the readers.
 */
public record Assigned(Set<String> names) {

  /** Copies the set. */
  public Assigned {
    names = new TreeSet<>(names);
  }
}
