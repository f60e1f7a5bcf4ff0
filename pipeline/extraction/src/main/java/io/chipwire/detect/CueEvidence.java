package io.chipwire.detect;

import io.chipwire.detect.SignalRules.Behind;
import io.chipwire.detect.SignalRules.Cue;
import io.chipwire.detect.SignalRules.Whose;
import io.chipwire.entity.Mention;
import io.chipwire.fact.EntityType;
import io.chipwire.signal.SignalKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Signals that rest on wordings alone: a shortage, a launch, a ban, a takeover. */
final class CueEvidence {

  private static final double STRENGTH = 0.7;
  private static final int COMPANY_WITHIN = 5;
  private static final int PRODUCT_WITHIN = 8;
  private static final int NEGATED_WITHIN = 3;
  private static final Set<SignalKind> OF_A_PRODUCT =
      EnumSet.of(SignalKind.PRODUCT, SignalKind.ADOPTION, SignalKind.PRICING, SignalKind.SUPPLY);

  private final SignalRules rules;
  private final Actors actors;

  CueEvidence(SignalRules rules, Actors actors) {
    this.rules = rules;
    this.actors = actors;
  }

  void collect(List<Scene> scenes, List<SignalDraft> drafts) {
    for (Scene scene : scenes) {
      for (Cue cue : rules.cues()) {
        for (int from = 0; from < scene.words().size(); from++) {
          int end = cue.phrase().endAt(scene.words(), from);
          boolean fires =
              end >= 0
                  && !isNegated(scene.words(), from)
                  && !isPartOfAName(scene, from)
                  && !isPartOfAName(scene, end - 1)
                  && stands(cue.behind(), scene, end);
          if (fires) {
            add(cue, from, end, scene, drafts);
          }
        }
      }
    }
  }

  /** "is not sold out", "denied that it would launch", "the end of the price war". */
  private boolean isNegated(List<String> words, int from) {
    for (int i = Math.max(0, from - NEGATED_WITHIN); i < from; i++) {
      if (rules.is("negation", words.get(i))) {
        return true;
      }
    }
    return rules.isDenied(words, from);
  }

  /** "Capacity Blocks" block nothing. */
  private static boolean isPartOfAName(Scene scene, int token) {
    return scene.mentions().stream()
        .anyMatch(
            m ->
                m.byName()
                    && m.end() - m.first() > 1
                    && m.first() <= token
                    && token < m.end()
                    && token > m.first());
  }

  private void add(Cue cue, int from, int end, Scene scene, List<SignalDraft> drafts) {
    Mention product =
        OF_A_PRODUCT.contains(cue.kind()) ? Actors.product(scene.mentions(), from) : null;
    String subject = subject(cue, from, end, scene, product);
    boolean markets =
        cue.whose() == Whose.MARKET || (cue.whose() == Whose.ANY && scene.tellsOfChips(rules));
    if (subject != null || markets) {
      drafts.add(
          SignalDraft.ofWording(scene, cue.kind(), subject, product, cue.direction(), STRENGTH));
    }
  }

  private @Nullable String subject(
      Cue cue, int from, int end, Scene scene, @Nullable Mention product) {
    return switch (cue.whose()) {
      case MARKET -> null;
      case OBJECT -> actors.object(cue.kind(), scene, end);
      case OTHER -> {
        String object = actors.object(cue.kind(), scene, end);
        yield object != null && object.equals(actor(cue, from, end, scene)) ? null : object;
      }
      case OWNER -> {
        String owner = product == null ? null : actors.owner(product.id());
        yield owner != null ? owner : actor(cue, from, end, scene);
      }
      case ACTOR, ANY -> actor(cue, from, end, scene);
    };
  }

  private @Nullable String actor(Cue cue, int from, int end, Scene scene) {
    String actor = scene.mentions().isEmpty() ? null : actors.actor(cue.kind(), scene, from, end);
    boolean nobody =
        scene.mentions().stream().noneMatch(mention -> actors.canAct(cue.kind(), mention));
    return actor == null && nobody && cue.whose() != Whose.ANY
        ? actors.spokenOf(cue.kind(), scene)
        : actor;
  }

  private boolean stands(Behind behind, Scene scene, int end) {
    List<Mention> here = scene.mentions();
    return switch (behind) {
      case NOTHING -> true;
      case COMPANY ->
          here.stream()
              .anyMatch(
                  m ->
                      m.type() == EntityType.COMPANY
                          && m.byName()
                          && m.first() >= end
                          && m.first() - end <= COMPANY_WITHIN
                          && !rules.is("possessive", scene.word(m.end())));
      case PRODUCT ->
          here.stream()
              .anyMatch(
                  m ->
                      m.type() == EntityType.PRODUCT
                          && m.end() > end - 1
                          && m.first() - end <= PRODUCT_WITHIN);
    };
  }
}
