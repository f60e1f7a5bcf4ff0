package io.chipwire.detect;

import io.chipwire.detect.SignalRules.Frame;
import io.chipwire.detect.SignalRules.FrameVerb;
import io.chipwire.detect.SignalRules.Role;
import io.chipwire.entity.Mention;
import io.chipwire.fact.EntityType;
import io.chipwire.language.Parse;
import io.chipwire.signal.SignalKind;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Signals from a verb and the thing that it acts on, read from the tree and not from the order of
 * words: active and passive, with whatever stands between.
 */
final class FrameEvidence {

  private static final double STRENGTH = 0.7;
  private static final Set<SignalKind> WITHOUT_PRODUCT =
      EnumSet.of(SignalKind.DEAL, SignalKind.POLICY);

  private final SignalRules rules;
  private final Actors actors;

  FrameEvidence(SignalRules rules, Actors actors) {
    this.rules = rules;
    this.actors = actors;
  }

  void collect(List<Scene> scenes, List<SignalDraft> drafts) {
    for (Scene scene : scenes) {
      for (int verb = 0; verb < scene.words().size(); verb++) {
        for (FrameVerb told : rules.frames(scene.word(verb))) {
          read(told, verb, scene, drafts);
        }
      }
    }
  }

  private void read(FrameVerb told, int verb, Scene scene, List<SignalDraft> drafts) {
    VerbClause clause = new VerbClause(scene, verb, rules);
    Frame frame = told.frame();
    if (!mayBeMeant(frame, scene) || !clause.isSaid() || !clause.isIn(frame.tense())) {
      return;
    }
    Set<String> who = agents(frame.kind(), clause);
    for (int thing : clause.things(told.particle())) {
      if (!isMeant(frame, thing, who, scene)) {
        continue;
      }
      Mention product =
          WITHOUT_PRODUCT.contains(frame.kind()) ? null : Actors.product(scene.mentions(), verb);
      for (String subject : subjects(frame, thing, who, clause)) {
        drafts.add(
            SignalDraft.ofWording(
                scene, frame.kind(), subject, product, frame.direction(), STRENGTH));
      }
      if (frame.whose() == Role.MARKET && scene.tellsOfChips(rules)) {
        drafts.add(
            SignalDraft.ofWording(scene, frame.kind(), null, null, frame.direction(), STRENGTH));
      }
    }
  }

  /** Whether the sentence has any of the things at all: looked up before it is parsed. */
  private static boolean mayBeMeant(Frame frame, Scene scene) {
    return scene.words().stream().anyMatch(frame.nouns()::matches)
        || scene.mentions().stream()
            .anyMatch(
                mention ->
                    mention.byName()
                        && (frame.company() && mention.type() == EntityType.COMPANY
                            || frame.product() && mention.type() == EntityType.PRODUCT));
  }

  private static boolean isMeant(Frame frame, int thing, Set<String> who, Scene scene) {
    for (Mention mention : scene.mentions()) {
      boolean itself = mention.byName() && mention.first() <= thing && thing < mention.end();
      if (itself && mention.type() == EntityType.PRODUCT && frame.product()) {
        return true;
      }
      if (itself
          && mention.type() == EntityType.COMPANY
          && frame.company()
          && !who.contains(mention.id())) {
        return true;
      }
    }
    String word = scene.word(thing);
    return (scene.parse().isNoun(thing) || word.equals("%")) && frame.nouns().matches(word);
  }

  private List<String> subjects(Frame frame, int thing, Set<String> who, VerbClause clause) {
    Scene scene = clause.scene();
    String maker = maker(thing, scene);
    String owner = maker == null ? actors.ofNoun(frame.kind(), scene, thing) : maker;
    return switch (frame.whose()) {
      case ACTOR_ONLY -> List.copyOf(who);
      case ACTOR -> who.isEmpty() && owner != null ? List.of(owner) : List.copyOf(who);
      case THING -> owner == null ? List.of() : List.of(owner);
      case OWNER -> {
        String from = owner == null ? actors.object(frame.kind(), scene, thing) : owner;
        yield from == null || who.contains(from) ? List.of() : List.of(from);
      }
      case RECIPIENT -> recipient(frame.kind(), thing, clause);
      case MARKET -> List.of();
    };
  }

  /** Who makes the product that a noun names: "Meta deploys its Vera processors", Nvidia's. */
  private @Nullable String maker(int thing, Scene scene) {
    return scene.mentions().stream()
        .filter(m -> m.type() == EntityType.PRODUCT && m.first() <= thing && thing - m.end() <= 1)
        .filter(m -> thing - m.end() < 1 || scene.parse().head(m.end() - 1) == thing)
        .map(m -> actors.owner(m.id()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private List<String> recipient(SignalKind kind, int thing, VerbClause clause) {
    Scene scene = clause.scene();
    Parse parse = scene.parse();
    for (Mention mention : scene.mentions()) {
      int last = mention.end() - 1;
      if (last >= parse.size()
          || mention.type() != EntityType.COMPANY
          || !actors.canAct(kind, mention)) {
        continue;
      }
      boolean given =
          parse.head(last) == clause.verb()
              ? !parse.relation(last).equals("nsubj") && !clause.isLedBy("by", last)
              : parse.head(last) == thing
                  && (parse.relation(last).equals("compound")
                      || clause.isLedBy("to", last)
                      || clause.isLedBy("for", last));
      if (given) {
        return List.of(mention.id());
      }
    }
    return List.of();
  }

  /** Who acts, all of them where several do: "Renesas and Rohm stopped production". */
  private Set<String> agents(SignalKind kind, VerbClause clause) {
    Scene scene = clause.scene();
    Parse parse = scene.parse();
    Set<String> who = new LinkedHashSet<>();
    int noun = -1;
    for (int child : parse.children(clause.verb())) {
      if (parse.relation(child).equals("nsubj")) {
        noun = child;
      } else if (parse.relation(child).startsWith("obl") && clause.isLedBy("by", child)) {
        addOwner(kind, child, scene, who);
      }
    }
    boolean others = noun >= 0 && parse.isNoun(noun) && actors.ofNoun(kind, scene, noun) == null;
    if (clause.isPassive() || others || scene.mentions().isEmpty()) {
      return who;
    }
    String first = actors.byTree(kind, scene, clause.verb());
    if (first == null) {
      return who;
    }
    who.add(first);
    if (noun >= 0) {
      for (int child : parse.children(noun)) {
        if (parse.relation(child).equals("conj")) {
          addOwner(kind, child, scene, who);
        }
      }
    }
    return who;
  }

  private void addOwner(SignalKind kind, int noun, Scene scene, Set<String> who) {
    String owner = actors.ofNoun(kind, scene, noun);
    if (owner != null) {
      who.add(owner);
    }
  }
}
