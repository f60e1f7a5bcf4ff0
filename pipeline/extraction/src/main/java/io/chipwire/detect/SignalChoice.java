package io.chipwire.detect;

import io.chipwire.fact.Direction;
import io.chipwire.signal.Signal;
import io.chipwire.signal.SignalKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes one signal of all the evidence for one thing.
 *
 * <p>Results, outlooks and spending are news about a company: the article's figures for its
 * segments support that one signal. Prices and supply are news about a product. Where evidence
 * disagrees on the direction the stronger side wins for a company; for prices and supply both may
 * be true.
 */
final class SignalChoice {

  private static final Set<SignalKind> ABOUT_THE_COMPANY =
      EnumSet.of(
          SignalKind.EARNINGS,
          SignalKind.GUIDANCE,
          SignalKind.CAPEX,
          SignalKind.DEAL,
          SignalKind.COMMITMENT);

  private record Topic(SignalKind kind, @Nullable String subject, @Nullable String product) {}

  private SignalChoice() {}

  static List<Signal> choose(List<SignalDraft> drafts) {
    Map<Topic, List<SignalDraft>> topics = new LinkedHashMap<>();
    for (SignalDraft draft : drafts) {
      if (isToldOtherwise(draft, drafts)) {
        continue;
      }
      String product = ABOUT_THE_COMPANY.contains(draft.kind()) ? null : draft.product();
      topics
          .computeIfAbsent(
              new Topic(draft.kind(), draft.subject(), product), t -> new ArrayList<>())
          .add(draft);
    }
    List<Signal> signals = new ArrayList<>();
    topics.forEach((topic, evidence) -> signals.addAll(signals(topic, evidence)));
    List<Signal> moved = signals.stream().filter(signal -> signal.direction() != null).toList();
    signals.removeIf(signal -> saysLess(signal, moved));
    signals.sort(
        Comparator.comparing((Signal signal) -> !signal.inTitle()).thenComparing(Signal::start));
    return signals;
  }

  /**
   * The price of a takeover is no pledge beside the deal, and what a company expects to sell is no
   * market's size.
   */
  private static boolean isToldOtherwise(SignalDraft draft, List<SignalDraft> drafts) {
    boolean price = draft.kind() == SignalKind.COMMITMENT && draft.figure() >= 0;
    boolean size =
        draft.kind() == SignalKind.MARKET && draft.figure() >= 0 && draft.subject() == null;
    if (!price && !size) {
      return false;
    }
    SignalKind told = price ? SignalKind.DEAL : SignalKind.GUIDANCE;
    return drafts.stream()
        .anyMatch(
            other ->
                other.kind() == told
                    && other.figure() < 0
                    && other.inTitle() == draft.inTitle()
                    && other.span().equals(draft.span())
                    && (size || Objects.equals(other.subject(), draft.subject())));
  }

  /**
   * A plain price beside one that moved, of the same seller or of nobody, is no news; nor are
   * prices in general where those of somebody went the same way.
   */
  private static boolean saysLess(Signal signal, List<Signal> moved) {
    if (signal.kind() != SignalKind.PRICING) {
      return false;
    }
    return moved.stream()
        .filter(other -> other.kind() == SignalKind.PRICING && other != signal)
        .anyMatch(
            other ->
                signal.direction() == null
                    ? signal.subject() == null
                        || (signal.subject().equals(other.subject()) && signal.product() == null)
                    : signal.subject() == null
                        && signal.figures().isEmpty()
                        && other.direction() == signal.direction());
  }

  private static List<Signal> signals(Topic topic, List<SignalDraft> evidence) {
    List<SignalDraft> up = with(evidence, Direction.UP);
    List<SignalDraft> down = with(evidence, Direction.DOWN);
    List<SignalDraft> still = with(evidence, null);
    if (up.isEmpty() && down.isEmpty()) {
      return List.of(SignalDraft.merge(still));
    }
    boolean onlyOne =
        ABOUT_THE_COMPANY.contains(topic.kind()) && topic.kind() != SignalKind.COMMITMENT;
    List<Signal> signals = new ArrayList<>();
    if (!up.isEmpty() && (!onlyOne || weight(up) >= weight(down))) {
      signals.add(SignalDraft.merge(up));
    }
    if (!down.isEmpty() && (!onlyOne || weight(down) > weight(up))) {
      signals.add(SignalDraft.merge(down));
    }
    if (!still.isEmpty() && topic.kind() == SignalKind.PRODUCT) {
      signals.add(SignalDraft.merge(still));
    }
    return signals;
  }

  private static List<SignalDraft> with(List<SignalDraft> evidence, @Nullable Direction direction) {
    return evidence.stream().filter(draft -> draft.direction() == direction).toList();
  }

  private static double weight(List<SignalDraft> drafts) {
    return drafts.stream().mapToDouble(SignalDraft::strength).sum();
  }
}
