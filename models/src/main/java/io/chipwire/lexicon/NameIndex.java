package io.chipwire.lexicon;

import io.chipwire.fact.EntityType;
import io.chipwire.lexicon.Alias.Need;
import io.chipwire.lexicon.Pieces.Gap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A trie of all names over their pieces; finds the longest that fits at every place of a text. */
final class NameIndex {

  /** How many pieces to either side count as near. */
  private static final int NEAR = 12;

  private static final Comparator<Candidate> ORDER =
      Comparator.comparing((Candidate c) -> !c.sure()).thenComparing(c -> c.entry().type());

  /** A name; {@code commas} tells which pieces have a comma before them. */
  private record Term(Entry entry, Alias alias, List<String> pieces, BitSet commas) {}

  private static final class Node {
    private final Map<String, Node> next = new HashMap<>(2);
    private final List<Term> terms = new ArrayList<>(1);

    /** A phrase ends here that names nothing though a part of it would. */
    private boolean blocks;
  }

  private record Found(int pieces, boolean blocked, List<Candidate> candidates) {}

  private final Node root = new Node();
  private final Map<EntityType, Set<String>> followers = new EnumMap<>(EntityType.class);

  /** Adds a name, with its spelling in two pieces ("HBM 3E") if it is letters and digits. */
  void add(Entry entry, Alias alias, Pieces whole) {
    List<String> pieces = List.copyOf(whole.surfaces());
    BitSet commas = new BitSet();
    for (int i = 1; i < whole.size(); i++) {
      commas.set(i, whole.before(i) == Gap.COMMA);
    }
    node(whole).terms.add(new Term(entry, alias, pieces, commas));
    int letters = pieces.size() == 1 ? leadingLetters(pieces.get(0)) : 0;
    if (letters > 0 && entry.type() == EntityType.PRODUCT) {
      String one = pieces.get(0);
      List<String> split = List.of(one.substring(0, letters), one.substring(letters));
      node(new Pieces(String.join(" ", split))).terms.add(new Term(entry, alias, split, commas));
    }
  }

  /** Adds a phrase in which no name is to be found, such as "U.S. dollar". */
  void block(String phrase) {
    node(new Pieces(phrase)).blocks = true;
  }

  /** Names of this type are none before this word: "Fremont" before "Avenue". */
  void follower(EntityType type, String word) {
    followers.computeIfAbsent(type, key -> new HashSet<>()).add(word);
  }

  /** How many letters, two to six, stand before digits in a piece that begins so; else 0. */
  private static int leadingLetters(String piece) {
    int letters = 0;
    while (letters < piece.length() && Character.isLetter(piece.charAt(letters))) {
      letters++;
    }
    boolean digits = letters < piece.length() && Character.isDigit(piece.charAt(letters));
    return digits && letters >= 2 && letters <= 6 ? letters : 0;
  }

  private Node node(Pieces pieces) {
    Node node = root;
    for (int i = 0; i < pieces.size(); i++) {
      node = node.next.computeIfAbsent(pieces.folded(i), key -> new Node());
    }
    return node;
  }

  /** All names in a text, in order, none overlapping another. */
  List<Match> find(String text) {
    Pieces pieces = new Pieces(text);
    List<Match> matches = new ArrayList<>();
    int at = 0;
    while (at < pieces.size()) {
      Found found = longest(pieces, at);
      if (found == null) {
        at++;
        continue;
      }
      int end = at + found.pieces;
      if (!found.blocked) {
        if (found.candidates.get(0).entry().type() == EntityType.COMPANY) {
          end = overLegalForms(pieces, end);
        }
        matches.add(new Match(pieces.start(at), pieces.end(end - 1), found.candidates));
      }
      at = end;
    }
    return matches;
  }

  private @Nullable Found longest(Pieces pieces, int at) {
    Found longest = null;
    Node node = root;
    for (int i = at; i < pieces.size(); i++) {
      if (i > at && pieces.before(i).compareTo(Gap.COMMA) > 0) {
        break;
      }
      String folded = pieces.folded(i);
      Node next = node.next.get(folded);
      Found here = next == null ? null : at(next, pieces, at, i + 1, false);
      if (here == null && isPlural(pieces.surface(i))) {
        Node singular = node.next.get(folded.substring(0, folded.length() - 1));
        here = singular == null ? null : at(singular, pieces, at, i + 1, true);
      }
      longest = here == null ? longest : here;
      if (next == null) {
        break;
      }
      node = next;
    }
    return longest;
  }

  private static boolean isPlural(String surface) {
    return surface.length() > 2 && surface.endsWith("s");
  }

  private @Nullable Found at(Node node, Pieces pieces, int from, int to, boolean plural) {
    if (node.blocks && !plural) {
      return new Found(to - from, true, List.of());
    }
    if (node.terms.isEmpty() || pieces.isCurrency(to - 1)) {
      return null;
    }
    List<Candidate> candidates = new ArrayList<>(node.terms.size());
    for (Term term : node.terms) {
      if ((plural && term.entry.type() != EntityType.PRODUCT)
          || !spelled(term, pieces, from)
          || followed(term, pieces, to)) {
        continue;
      }
      Verdict verdict = judge(term.alias, pieces, from, to);
      if (verdict != Verdict.REFUTED) {
        add(candidates, new Candidate(term.entry, term.alias, verdict == Verdict.SURE));
      }
    }
    candidates.sort(ORDER);
    return candidates.isEmpty() ? null : new Found(to - from, false, candidates);
  }

  /** Adds a reading; of two of the same entry the surer one stays. */
  private static void add(List<Candidate> candidates, Candidate candidate) {
    for (int i = 0; i < candidates.size(); i++) {
      if (candidates.get(i).entry() == candidate.entry()) {
        candidates.set(i, candidates.get(i).sure() ? candidates.get(i) : candidate);
        return;
      }
    }
    candidates.add(candidate);
  }

  private boolean followed(Term term, Pieces pieces, int to) {
    Set<String> words = followers.get(term.entry.type());
    return words != null
        && to < pieces.size()
        && pieces.before(to) == Gap.JOINS
        && words.contains(pieces.surface(to));
  }

  /**
   * Whether the text has a capital wherever the name has one, no more of them if case is to be
   * exact, and commas only where the name has them.
   */
  private static boolean spelled(Term term, Pieces pieces, int from) {
    boolean exact = term.alias.needs().contains(Need.EXACT);
    for (int p = 0; p < term.pieces.size(); p++) {
      if (p > 0 && pieces.before(from + p) == Gap.COMMA && !term.commas.get(p)) {
        return false;
      }
      String name = term.pieces.get(p);
      String surface = pieces.surface(from + p);
      int length = Math.min(name.length(), surface.length());
      for (int i = 0; i < length; i++) {
        boolean wanted = Character.isUpperCase(name.charAt(i));
        boolean there = Character.isUpperCase(surface.charAt(i));
        if (wanted ? !there : exact && there) {
          return false;
        }
      }
    }
    return true;
  }

  private enum Verdict {
    SURE,
    UNSURE,
    REFUTED
  }

  private static Verdict judge(Alias alias, Pieces pieces, int from, int to) {
    if (!alias.ambiguous()) {
      return Verdict.SURE;
    }
    if (near(alias.without(), pieces, from, to)) {
      return Verdict.REFUTED;
    }
    boolean asks =
        alias.needs().contains(Need.CUE)
            || (alias.needs().contains(Need.INNER)
                && pieces.before(from).compareTo(Gap.SENTENCE) >= 0);
    return !asks || near(alias.with(), pieces, from, to) ? Verdict.SURE : Verdict.UNSURE;
  }

  private static boolean near(List<String> words, Pieces pieces, int from, int to) {
    if (words.isEmpty()) {
      return false;
    }
    for (int i = to; i < Math.min(pieces.size(), to + NEAR); i++) {
      if (pieces.before(i) == Gap.PARAGRAPH) {
        break;
      }
      if (is(words, pieces.folded(i))) {
        return true;
      }
    }
    for (int i = from - 1; i >= Math.max(0, from - NEAR); i--) {
      if (pieces.before(i + 1) == Gap.PARAGRAPH) {
        break;
      }
      if (is(words, pieces.folded(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(List<String> words, String piece) {
    for (String word : words) {
      boolean open = word.endsWith("*");
      if (open ? piece.startsWith(word.substring(0, word.length() - 1)) : piece.equals(word)) {
        return true;
      }
    }
    return false;
  }

  private static int overLegalForms(Pieces pieces, int end) {
    int at = end;
    while (at < pieces.size()
        && pieces.before(at).compareTo(Gap.COMMA) <= 0
        && Character.isUpperCase(pieces.surface(at).charAt(0))) {
      if (LegalForms.contains(pieces.surface(at))) {
        at++;
      } else if (at + 1 < pieces.size()
          && pieces.before(at + 1) == Gap.JOINS
          && LegalForms.contains(pieces.surface(at) + pieces.surface(at + 1))) {
        at += 2; // N.V., S.A.
      } else {
        break;
      }
    }
    return at;
  }
}
