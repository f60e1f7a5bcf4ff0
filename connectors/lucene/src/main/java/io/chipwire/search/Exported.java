package io.chipwire.search;

import io.chipwire.extraction.Extraction;
import java.util.List;

/**
 * An article of an {@link Export}.
 *
 * @param figures positions of the figures that the query asked for; of all where it asked for no
 *     facts, of none where it asked for others
 * @param commitments likewise
 * @param signals likewise
 */
public record Exported(
    Extraction extraction,
    List<Integer> figures,
    List<Integer> commitments,
    List<Integer> signals) {

  /** Copies the lists. */
  public Exported {
    figures = List.copyOf(figures);
    commitments = List.copyOf(commitments);
    signals = List.copyOf(signals);
  }
}
