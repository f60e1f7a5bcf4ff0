package io.chipwire.detect;

import io.chipwire.lexicon.Lexicon;
import io.chipwire.signal.Signal;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides what an article means to a chip-market subscriber.
 *
 * <p>Evidence comes from figures, commitments and wordings; evidence for the same kind, subject,
 * product and direction makes one signal. An article that is not about the chip world says nothing,
 * and neither does the boilerplate of a release. Immutable, thread-safe.
 */
public final class SignalDetector {

  private static final SignalDetector STANDARD =
      new SignalDetector(new SignalRules(), Lexicon.standard());

  private final Relevance relevance;
  private final FigureEvidence figures;
  private final CommitmentEvidence commitments;
  private final CueEvidence cues;
  private final MoveEvidence moves;
  private final FrameEvidence frames;

  private SignalDetector(SignalRules rules, Lexicon lexicon) {
    this.relevance = new Relevance(rules, lexicon);
    Actors actors = new Actors(rules, lexicon);
    this.figures = new FigureEvidence(rules, actors);
    this.commitments = new CommitmentEvidence(rules, lexicon);
    this.cues = new CueEvidence(rules, actors);
    this.moves = new MoveEvidence(rules, actors);
    this.frames = new FrameEvidence(rules, actors);
  }

  /** The detector over the built-in vocabulary. */
  public static SignalDetector standard() {
    return STANDARD;
  }

  /** The article's signals, in the order of their sentences; empty for a quiet article. */
  public List<Signal> detect(ArticleFacts facts) {
    Relevance.Scope scope = relevance.scope(facts);
    if (scope == Relevance.Scope.FOREIGN) {
      return List.of();
    }
    Passages passages = relevance.passages(facts);
    List<SignalDraft> drafts = new ArrayList<>();
    figures.collect(facts, passages, drafts);
    commitments.collect(facts, passages, drafts);
    List<Scene> scenes = Scene.of(facts, passages);
    cues.collect(scenes, drafts);
    moves.collect(scenes, drafts);
    frames.collect(scenes, drafts);
    drafts.removeIf(draft -> !relevance.admits(scope, draft));
    return SignalChoice.choose(drafts);
  }
}
