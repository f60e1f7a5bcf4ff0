package io.chipwire.detect;

import io.chipwire.detect.SignalRules.Mover;
import io.chipwire.detect.SignalRules.Whose;
import io.chipwire.entity.Mention;
import io.chipwire.fact.Direction;
import io.chipwire.figure.Moves;
import io.chipwire.language.Parse;
import io.chipwire.signal.SignalKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Signals from things that rise and fall, with or without a figure: a backlog swells, a company
 * raises its outlook, prices soar. What moves is the subject or the object of a verb of movement,
 * or stands beside an adjective or noun of it.
 */
final class MoveEvidence {

  private static final double STRENGTH = 0.65;

  private final SignalRules rules;
  private final Actors actors;
  private final Moves moves = Moves.standard();

  /** How a thing moves and the token that says so. */
  private record Move(Direction direction, int at) {}

  MoveEvidence(SignalRules rules, Actors actors) {
    this.rules = rules;
    this.actors = actors;
  }

  void collect(List<Scene> scenes, List<SignalDraft> drafts) {
    for (Scene scene : scenes) {
      if (scene.words().stream().noneMatch(word -> moves.of(word) != null)) {
        continue;
      }
      for (Mover mover : rules.movers()) {
        for (int from = 0; from < scene.words().size(); from++) {
          int end = mover.noun().endAt(scene.words(), from);
          if (end >= 0 && !mover.notBehind().contains(scene.word(from - 1))) {
            add(mover, end - 1, scene, drafts);
          }
        }
      }
    }
  }

  private void add(Mover mover, int noun, Scene scene, List<SignalDraft> drafts) {
    Parse parse = scene.parse();
    if (noun >= parse.size() || !parse.isNoun(noun)) {
      return;
    }
    Move move = move(parse, scene.words(), noun);
    if (move == null || isUndone(parse, scene.words(), move.at())) {
      return;
    }
    String subject = actors.ofNoun(mover.kind(), scene, noun);
    boolean moved =
        move.at() == parse.head(noun)
            && (parse.relation(noun).equals("obj") || mover.whose() == Whose.ACTOR);
    if (subject == null && moved && !scene.mentions().isEmpty()) {
      subject = actors.byTree(mover.kind(), scene, move.at());
    }
    if (subject == null && mover.whose() == Whose.ACTOR) {
      return;
    }
    Direction direction =
        mover.against() == (move.direction() == Direction.UP) ? Direction.DOWN : Direction.UP;
    boolean ofProduct = mover.kind() == SignalKind.PRICING || mover.kind() == SignalKind.SUPPLY;
    Mention product = ofProduct ? Actors.product(scene.mentions(), noun) : null;
    drafts.add(SignalDraft.ofWording(scene, mover.kind(), subject, product, direction, STRENGTH));
  }

  /**
   * The movement of a noun, or null: by its verb, by a noun that it belongs to, by an adjective.
   */
  private @Nullable Move move(Parse parse, List<String> words, int noun) {
    int head = parse.head(noun);
    String relation = parse.relation(noun);
    boolean governed =
        relation.equals("nsubj")
            || relation.equals("nsubj:pass")
            || relation.equals("obj")
            || (relation.equals("compound") && head > noun);
    if (head >= 0 && governed) {
      Direction direction = moves.of(words.get(head));
      if (direction != null) {
        return new Move(direction, head);
      }
    }
    boolean of = relation.equals("nmod") && noun - head <= 6;
    if (head >= 0 && of && words.subList(head, noun).contains("in")) {
      Direction direction = moves.of(words.get(head));
      if (direction != null && parse.isNoun(head)) {
        return new Move(direction, head);
      }
    }
    for (int child : parse.children(noun)) {
      Direction direction =
          parse.relation(child).equals("amod") && child < noun ? moves.of(words.get(child)) : null;
      if (direction != null && !rules.is("still", words.get(child))) {
        return new Move(direction, child);
      }
    }
    return null;
  }

  /** Whether a word denies the movement or only supposes it. */
  private boolean isUndone(Parse parse, List<String> words, int at) {
    if (rules.isDenied(words, at)) {
      return true;
    }
    for (int child : parse.children(at)) {
      if (rules.is("negation", words.get(child)) || rules.is("supposing", words.get(child))) {
        return true;
      }
    }
    return false;
  }
}
