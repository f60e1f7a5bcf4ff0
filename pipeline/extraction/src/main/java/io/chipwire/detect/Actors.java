package io.chipwire.detect;

import io.chipwire.entity.Mention;
import io.chipwire.fact.EntityType;
import io.chipwire.language.Parse;
import io.chipwire.lexicon.Entry;
import io.chipwire.lexicon.Lexicon;
import io.chipwire.signal.SignalKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whose news a wording is: who acts in its verb, over passives, relative clauses and joined verbs;
 * whom it acts on; or whose product it speaks of. Immutable.
 */
final class Actors {

  private static final int CHAIN = 5;
  private static final int REACH = 10;
  private static final Set<SignalKind> PUBLIC_KINDS =
      EnumSet.of(SignalKind.DEAL, SignalKind.POLICY, SignalKind.COMMITMENT);

  private final SignalRules rules;
  private final Lexicon lexicon;

  Actors(SignalRules rules, Lexicon lexicon) {
    this.rules = rules;
    this.lexicon = lexicon;
  }

  /** Id of who acts in the wording at tokens {@code from} to {@code end}, or null if not named. */
  @Nullable String actor(SignalKind kind, Scene scene, int from, int end) {
    List<Mention> here = scene.mentions();
    if (rules.is("possessive", scene.word(from))) {
      return here.stream()
          .filter(mention -> mention.end() == from && canAct(kind, mention))
          .map(Mention::id)
          .findFirst()
          .orElse(null);
    }
    String byTree = byTree(kind, scene, verb(scene.parse(), from, end));
    if (byTree != null) {
      return byTree;
    }
    for (int i = here.size() - 1; i >= 0; i--) {
      Mention mention = here.get(i);
      if (mention.end() <= from && canAct(kind, mention) && !isLed(scene, mention)) {
        return mention.id();
      }
    }
    for (Mention mention : here) {
      boolean place =
          mention.first() >= end
              && mention.first() - end <= REACH
              && rules.is("place", scene.word(mention.first() - 1));
      if (place && canAct(kind, mention)) {
        return mention.id();
      }
    }
    return null;
  }

  /** Id of the first who can be meant in the sentence before, of the same paragraph; or null. */
  @Nullable String spokenOf(SignalKind kind, Scene scene) {
    Scene before = scene.previous();
    return before == null
        ? null
        : before.mentions().stream()
            .filter(mention -> canAct(kind, mention) && !isLed(before, mention))
            .map(Mention::id)
            .findFirst()
            .orElse(null);
  }

  /** Id of the first behind the wording who can be meant, or the owner of the first product. */
  @Nullable String object(SignalKind kind, Scene scene, int end) {
    List<Mention> here = scene.mentions();
    for (int i = 0; i < here.size(); i++) {
      Mention mention = here.get(i);
      boolean near = mention.first() >= end - 1 && mention.first() - end <= REACH;
      if (!near || brokenOff(scene, end, mention.first())) {
        continue;
      }
      boolean pronoun = !mention.byName() && mention.end() - mention.first() == 1;
      boolean owns =
          i + 1 < here.size()
              && here.get(i + 1).type() == EntityType.PRODUCT
              && here.get(i + 1).first() - mention.end() <= 2;
      if (pronoun && owns) {
        continue;
      }
      if (mention.type() == EntityType.PRODUCT) {
        String owner = owner(mention.id());
        if (owner != null) {
          return owner;
        }
      } else if (canAct(kind, mention)) {
        return mention.id();
      }
    }
    return null;
  }

  /** Id of the company that makes a product, or null if it is nobody's or not known. */
  @Nullable String owner(String product) {
    return lexicon
        .owner(product)
        .filter(entry -> entry.type() == EntityType.COMPANY)
        .map(Entry::id)
        .orElse(null);
  }

  /** The nearest product behind the start of a wording, else the nearest before it, or null. */
  static @Nullable Mention product(List<Mention> here, int from) {
    Mention before = null;
    for (Mention mention : here) {
      if (mention.type() == EntityType.PRODUCT) {
        if (mention.first() >= from) {
          return mention;
        }
        before = mention;
      }
    }
    return before;
  }

  /** Id of who acts in a verb by the tree alone, or null. */
  @Nullable String byTree(SignalKind kind, Scene scene, int verb) {
    Parse parse = scene.parse();
    int at = verb;
    for (int step = 0; step < CHAIN && at >= 0; step++) {
      for (int child : parse.children(at)) {
        String relation = parse.relation(child);
        if (relation.equals("nsubj") || relation.equals("nsubj:pass")) {
          int noun = rules.is("relative", scene.word(child)) ? parse.head(at) : child;
          String named = noun < 0 ? null : ofNoun(kind, scene, noun);
          if (named != null) {
            return named;
          }
        }
      }
      String relation = parse.relation(at);
      int head = parse.head(at);
      if (head < 0 || relation.equals("parataxis")) {
        return null;
      }
      if (relation.startsWith("acl")) {
        String named = ofNoun(kind, scene, head);
        if (named != null) {
          return named;
        }
      }
      at = head;
    }
    return null;
  }

  /**
   * Id of the one that a noun names, of its owner, of the one it is of, or of the owner of the
   * product it is: "Google's backlog", "the price of Nvidia's chips"; or null.
   */
  @Nullable String ofNoun(SignalKind kind, Scene scene, int noun) {
    Parse parse = scene.parse();
    Mention product = null;
    Mention possessor = null;
    for (Mention mention : scene.mentions()) {
      int last = mention.end() - 1;
      boolean itself = mention.first() <= noun && noun < mention.end();
      boolean below =
          last < parse.size()
              && parse.head(last) >= 0
              && parse.isBelow(last, noun)
              && (parse.relation(last).equals("nmod:poss")
                  || parse.relation(last).equals("compound")
                  || (parse.relation(last).equals("nmod") && parse.head(last) == noun));
      if (!itself && !below) {
        continue;
      }
      if (mention.type() == EntityType.PRODUCT) {
        product = product == null ? mention : product;
      } else if (canAct(kind, mention)) {
        if (itself) {
          return mention.id();
        }
        possessor = possessor == null ? mention : possessor;
      } else if (mention.type() == EntityType.PERSON && possessor == null) {
        possessor = employer(mention) == null ? possessor : mention;
      }
    }
    if (possessor != null) {
      return possessor.type() == EntityType.PERSON ? employer(possessor) : possessor.id();
    }
    return product == null ? null : owner(product.id());
  }

  private @Nullable String employer(Mention person) {
    return lexicon
        .find(person.id())
        .map(Entry::parent)
        .filter(id -> id != null && !isObserver(id))
        .orElse(null);
  }

  private static int verb(Parse parse, int from, int end) {
    for (int i = from; i < Math.min(end, parse.size()); i++) {
      if (parse.isVerb(i) && !parse.relation(i).startsWith("aux")) {
        return i;
      }
    }
    return Math.min(from, parse.size() - 1);
  }

  /** Whether news of this kind can be about somebody: no researcher, bank or outlet. */
  boolean canAct(SignalKind kind, Mention mention) {
    return switch (mention.type()) {
      case COMPANY -> !isObserver(mention.id());
      case ORGANIZATION, PLACE ->
          PUBLIC_KINDS.contains(kind)
              && lexicon
                  .find(mention.id())
                  .filter(entry -> entry.kinds().stream().anyMatch(k -> rules.is("public", k)))
                  .isPresent();
      case PERSON, PRODUCT -> false;
    };
  }

  /** Whether somebody only looks on: a market researcher, an outlet, an analyst's house. */
  boolean isObserver(String id) {
    return lexicon
        .find(id)
        .filter(entry -> entry.kinds().stream().allMatch(kind -> rules.is("observer", kind)))
        .isPresent();
  }

  private boolean isLed(Scene scene, Mention mention) {
    return rules.is("leading", scene.word(mention.first() - 1));
  }

  private boolean brokenOff(Scene scene, int from, int to) {
    return IntStream.range(from, to).anyMatch(i -> rules.is("break", scene.word(i)));
  }
}
