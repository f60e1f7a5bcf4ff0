package io.chipwire.figure;

import io.chipwire.language.Parse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The clauses of a sentence and their subjects, read off a dependency tree. Tokens by index. */
final class Clauses {

  private static final Set<String> HEADS =
      Set.of(
          "root",
          "ccomp",
          "advcl",
          "acl",
          "acl:relcl",
          "parataxis",
          "csubj",
          "csubj:pass",
          "xcomp",
          "dep");
  private static final Set<String> SUBJECTS = Set.of("nsubj", "nsubj:pass", "nsubjpass");
  private static final Set<String> RELATIVES = Set.of("which", "that", "who", "whom", "whose");
  private static final int DEEPEST = 60;

  private final Parse parse;
  private final List<String> lower;

  Clauses(Parse parse, List<String> lower) {
    this.parse = parse;
    this.lower = lower;
  }

  Parse parse() {
    return parse;
  }

  /** The predicate of the clause that a token belongs to. */
  int head(int token) {
    int at = token;
    for (int steps = 0; steps < DEEPEST && parse.head(at) >= 0 && !isHead(at); steps++) {
      at = parse.head(at);
    }
    return at;
  }

  private boolean isHead(int token) {
    String relation = parse.relation(token);
    if (relation.equals("conj") || relation.equals("dep")) {
      return isPredicate(token);
    }
    return HEADS.contains(relation);
  }

  private boolean isPredicate(int token) {
    if (parse.isVerb(token)) {
      return true;
    }
    for (int child : parse.children(token)) {
      if (SUBJECTS.contains(parse.relation(child)) || parse.relation(child).equals("cop")) {
        return true;
      }
    }
    return false;
  }

  /** The predicate of the next clause outwards, or -1. */
  int outer(int head) {
    return parse.head(head) < 0 ? -1 : head(parse.head(head));
  }

  /** The head word of a clause's subject: its own, or the one it shares with another; or -1. */
  int subject(int head) {
    int at = head;
    for (int steps = 0; steps < 6 && at >= 0; steps++) {
      int own = ownSubject(at);
      if (own >= 0) {
        boolean relative = RELATIVES.contains(lower.get(own)) && !pointsAhead(own);
        return relative && parse.head(at) >= 0 ? parse.head(at) : own;
      }
      int controller = parse.relation(at).equals("xcomp") ? object(parse.head(at), at) : -1;
      if (controller >= 0) {
        return controller;
      }
      if (parse.relation(at).startsWith("acl") && parse.head(at) >= 0) {
        return parse.tag(at).equals("VBN") ? subject(outer(at)) : parse.head(at);
      }
      at = outer(at);
    }
    return -1;
  }

  /** "That of SK hynix fell": a "that" that stands for a noun. */
  private boolean pointsAhead(int token) {
    return lower.get(token).equals("that")
        && token + 1 < lower.size()
        && Set.of("of", "for", "at", "in").contains(lower.get(token + 1));
  }

  /** The object of "expects Celestial to reach": who is to do what follows; or -1. */
  private int object(int verb, int below) {
    for (int child : verb < 0 ? new int[0] : parse.children(verb)) {
      if (parse.relation(child).matches("d?obj") && child < below && child > verb) {
        return child;
      }
    }
    return -1;
  }

  /** The head word of a clause's own subject, or -1. */
  int ownSubject(int head) {
    for (int child : parse.children(head)) {
      if (SUBJECTS.contains(parse.relation(child))) {
        return child;
      }
    }
    return -1;
  }

  /** Whether the verb of a clause stands in the passive. */
  boolean passive(int head) {
    for (int child : parse.children(head)) {
      String relation = parse.relation(child);
      if (relation.endsWith("pass")) {
        return true;
      }
    }
    return false;
  }

  /** The first and last token below a noun within its phrase: no clauses, no appositions. */
  List<Integer> phrase(int noun) {
    List<Integer> tokens = new ArrayList<>();
    collect(noun, tokens, 0);
    tokens.sort(Integer::compare);
    return tokens;
  }

  private void collect(int token, List<Integer> tokens, int depth) {
    tokens.add(token);
    if (depth > DEEPEST) {
      return;
    }
    for (int child : parse.children(token)) {
      String relation = parse.relation(child);
      boolean clause = HEADS.contains(relation) || relation.equals("appos");
      if (!clause && !relation.equals("conj") && !relation.equals("punct")) {
        collect(child, tokens, depth + 1);
      }
    }
  }

  /** Whether two tokens stand in one clause. */
  boolean together(int one, int other) {
    return head(one) == head(other);
  }

  /** The clauses from a token outwards, innermost first. */
  List<Integer> outwards(int token) {
    List<Integer> heads = new ArrayList<>();
    for (int at = head(token); at >= 0 && heads.size() < 8; at = outer(at)) {
      heads.add(at);
    }
    return heads;
  }
}
