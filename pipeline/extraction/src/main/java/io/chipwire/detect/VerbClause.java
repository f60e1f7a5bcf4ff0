package io.chipwire.detect;

import io.chipwire.detect.SignalRules.Tense;
import io.chipwire.language.Parse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A verb of a sentence with what hangs on it in the dependency tree. */
record VerbClause(Scene scene, int verb, SignalRules rules) {

  /** Words behind a verb among which its particle stands when the tree has hung it elsewhere. */
  private static final int PARTICLE_WITHIN = 4;

  /** Whether the verb is one here, and neither denied nor supposed. */
  boolean isSaid() {
    return verb < parse().size() && parse().isVerb(verb) && !isUndone();
  }

  boolean isIn(Tense tense) {
    return switch (tense) {
      case ANY -> true;
      case CHANGE -> !isHabit();
      case DID -> isPast();
    };
  }

  boolean isPassive() {
    if (isReducedPassive()) {
      return true;
    }
    for (int child : parse().children(verb)) {
      String relation = parse().relation(child);
      if (relation.equals("nsubj:pass") || relation.equals("aux:pass")) {
        return true;
      }
    }
    return false;
  }

  /** What the verb acts on: its object, its passive subject, or what its preposition leads to. */
  List<Integer> things(@Nullable String particle) {
    List<Integer> things = new ArrayList<>();
    boolean complete = particle == null || isNear(particle);
    for (int child : parse().children(verb)) {
      String relation = parse().relation(child);
      boolean led = particle != null && isLedBy(particle, child);
      complete |= led;
      if (led
          || relation.equals("obj")
          || relation.equals("nsubj:pass")
          || (relation.equals("obl") && particle == null && scene.word(child).equals("%"))) {
        add(child, things);
      }
      if (particle != null && relation.equals("obj")) {
        complete |= addLed(particle, child, things);
      }
    }
    if (isReducedPassive()) {
      add(parse().head(verb), things);
    }
    return complete ? things : List.of();
  }

  /** Whether a preposition leads to a noun. */
  boolean isLedBy(String preposition, int noun) {
    for (int child : parse().children(noun)) {
      if (parse().relation(child).equals("case") && scene.word(child).equals(preposition)) {
        return true;
      }
    }
    return false;
  }

  /** "Base its units on Arc processors": what the parser has hung on the object. */
  private boolean addLed(String particle, int object, List<Integer> things) {
    boolean found = false;
    for (int child : parse().children(object)) {
      if (isLedBy(particle, child)) {
        add(child, things);
        found = true;
      }
    }
    return found;
  }

  private void add(int thing, List<Integer> things) {
    things.add(thing);
    boolean portion = rules.is("portion", scene.word(thing));
    for (int child : parse().children(thing)) {
      String relation = parse().relation(child);
      if (relation.equals("conj") || (portion && relation.equals("nmod"))) {
        things.add(child);
      }
    }
  }

  private boolean isNear(String particle) {
    int end = Math.min(verb + PARTICLE_WITHIN, scene.words().size());
    return scene.words().subList(verb, end).contains(particle);
  }

  /** "The licence granted to Nvidia". */
  private boolean isReducedPassive() {
    return parse().relation(verb).equals("acl") && parse().tag(verb).equals("VBN");
  }

  private boolean isPast() {
    return parse().tag(verb).equals("VBD") || parse().tag(verb).equals("VBN");
  }

  /** "Uses", "use": what somebody does every day. */
  private boolean isHabit() {
    if (isPast()) {
      return false;
    }
    if (parse().tag(verb).equals("VBZ")) {
      return true;
    }
    for (int child : parse().children(verb)) {
      String relation = parse().relation(child);
      if (relation.startsWith("aux") || relation.equals("mark")) {
        return false;
      }
    }
    return !parse().relation(verb).equals("xcomp");
  }

  private boolean isUndone() {
    if (rules.isDenied(scene.words(), verb)) {
      return true;
    }
    for (int child : parse().children(verb)) {
      String word = scene.word(child);
      if (rules.is("negation", word) || rules.is("supposing", word)) {
        return true;
      }
    }
    return false;
  }

  private Parse parse() {
    return scene.parse();
  }
}
