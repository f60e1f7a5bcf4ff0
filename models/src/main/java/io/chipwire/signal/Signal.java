package io.chipwire.signal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chipwire.fact.Direction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of news. An article has one a (kind, subject, product, direction).
 *
 * @param start offset of the sentence that says it
 * @param end offset behind it
 * @param subject entity id, or null for a whole market
 * @param product entity id, or null
 * @param direction null where it is neither up nor down
 * @param sentence the words of that sentence
 * @param figures positions of the figures it rests on in the extraction's list
 * @param commitments positions of the commitments it rests on in the extraction's list
 * @param inTitle whether the offsets are into the title
 * @param confidence from 0 to 1: about the share that is right of those alike, in articles marked
 *     by hand
 * @param novelty how its facts stand to those stated before; null where none can be told apart, and
 *     where nobody asked
 */
public record Signal(
    int start,
    int end,
    SignalKind kind,
    @Nullable String subject,
    @Nullable String product,
    @Nullable Direction direction,
    String sentence,
    List<Integer> figures,
    List<Integer> commitments,
    boolean inTitle,
    double confidence,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Novelty novelty) {

  /** Copies the lists. */
  public Signal {
    figures = List.copyOf(figures);
    commitments = List.copyOf(commitments);
  }

  /** A signal as an article gives it: nobody has asked yet whether it is news. */
  public Signal(
      int start,
      int end,
      SignalKind kind,
      @Nullable String subject,
      @Nullable String product,
      @Nullable Direction direction,
      String sentence,
      List<Integer> figures,
      List<Integer> commitments,
      boolean inTitle,
      double confidence) {
    this(
        start,
        end,
        kind,
        subject,
        product,
        direction,
        sentence,
        figures,
        commitments,
        inTitle,
        confidence,
        null);
  }

  /** The same with what is known of its facts. */
  public Signal with(@Nullable Novelty known) {
    return new Signal(
        start,
        end,
        kind,
        subject,
        product,
        direction,
        sentence,
        figures,
        commitments,
        inTitle,
        confidence,
        known);
  }
}
