package io.chipwire.detect;

import io.chipwire.entity.Mention;
import io.chipwire.fact.Direction;
import io.chipwire.fact.Span;
import io.chipwire.signal.Signal;
import io.chipwire.signal.SignalKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence for a signal: one figure, one commitment or one wording.
 *
 * @param strength how sure the evidence makes us, from 0 to 1
 * @param figure position of the figure, or -1
 * @param commitment position of the commitment, or -1
 */
record SignalDraft(
    SignalKind kind,
    @Nullable String subject,
    @Nullable String product,
    @Nullable Direction direction,
    Span span,
    boolean inTitle,
    String sentence,
    int figure,
    int commitment,
    double strength) {

  /** Evidence that rests on a wording alone. */
  static SignalDraft ofWording(
      Scene scene,
      SignalKind kind,
      @Nullable String subject,
      @Nullable Mention product,
      @Nullable Direction direction,
      double strength) {
    return new SignalDraft(
        kind,
        subject,
        product == null ? null : product.id(),
        direction,
        scene.span(),
        scene.inTitle(),
        scene.printed(),
        -1,
        -1,
        strength);
  }

  /** One signal out of all the evidence for it, told in the sentence that stands first. */
  static Signal merge(List<SignalDraft> evidence) {
    SignalDraft told =
        evidence.stream().filter(draft -> !draft.inTitle).findFirst().orElse(evidence.getFirst());
    List<Integer> figures = new ArrayList<>();
    List<Integer> commitments = new ArrayList<>();
    double doubt = 1;
    for (SignalDraft draft : evidence) {
      if (draft.figure >= 0 && !figures.contains(draft.figure)) {
        figures.add(draft.figure);
      }
      if (draft.commitment >= 0 && !commitments.contains(draft.commitment)) {
        commitments.add(draft.commitment);
      }
      doubt *= 1 - draft.strength;
    }
    double confidence = Math.round(Math.min(0.95, 1 - doubt) * 100) / 100.0;
    return new Signal(
        told.span.start(),
        told.span.end(),
        told.kind,
        told.subject,
        told.product,
        told.direction,
        told.sentence,
        figures,
        commitments,
        told.inTitle,
        confidence);
  }
}
