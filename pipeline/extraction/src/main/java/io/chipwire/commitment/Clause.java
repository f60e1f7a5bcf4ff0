package io.chipwire.commitment;

import io.chipwire.entity.Mention;
import io.chipwire.fact.EntityType;
import io.chipwire.language.AnnotatedText;
import io.chipwire.language.Parse;
import io.chipwire.language.Sentence;
import io.chipwire.quantity.Quantity;
import io.chipwire.table.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sentence with what is known of it, and how far a verb's own words reach in it. */
final class Clause {

  private static final Words WORDS = Words.beside(Clause.class);
  private static final Set<String> BREAKS = WORDS.of("break");
  private static final Set<String> SUBORDINATING = WORDS.of("subordinating");
  private static final Set<String> BE = WORDS.of("be");
  private static final Set<String> MAIN = Set.of("conj", "parataxis", "root", "ccomp", "dep");

  private static final Set<String> TIMES = WORDS.of("time");

  final Sentence sentence;
  final List<String> words;
  final List<Quantity> quantities;
  final List<Mention> mentions;
  final Parse parse;

  Clause(AnnotatedText text, Sentence sentence, List<Quantity> quantities, List<Mention> mentions) {
    this.sentence = sentence;
    this.words =
        sentence.tokens().stream().map(token -> token.text().toLowerCase(Locale.ROOT)).toList();
    this.quantities = quantities;
    this.mentions = mentions;
    this.parse = text.parse(sentence);
  }

  String word(int i) {
    return i >= 0 && i < words.size() ? words.get(i) : "";
  }

  /** Index behind the last word that belongs to what {@code verb} says. */
  int end(int verb) {
    for (int i = verb + 1; i < words.size(); i++) {
      if (BREAKS.contains(word(i)) || dash(i)) {
        return i;
      }
      boolean subordinate =
          SUBORDINATING.contains(word(i + 1))
              || (parse.tag(Math.min(i + 1, words.size() - 1)).equals("IN")
                  && word(i + 2).equals("which"));
      if (word(i).equals(",") && subordinate) {
        return i;
      }
      if ((word(i).equals("and") || word(i).equals(",")) && newSubject(i, verb)) {
        return i;
      }
    }
    return words.size();
  }

  /** Index of the first word of the stretch between hard breaks that holds {@code i}. */
  int begin(int i) {
    for (int at = i - 1; at >= 0; at--) {
      if (BREAKS.contains(word(at)) || dash(at)) {
        return at + 1;
      }
    }
    return 0;
  }

  private boolean dash(int i) {
    return (word(i).equals("–") || (word(i).equals("-") && standsAlone(i)))
        && quantities.stream().noneMatch(q -> q.first() <= i && i < q.end());
  }

  /** A hyphen with space around it is a dash, or the bullet of a list run into one line. */
  private boolean standsAlone(int i) {
    return (i == 0 || !sentence.tokens().get(i - 1).touches(sentence.tokens().get(i)))
        && (i + 1 == words.size()
            || !sentence.tokens().get(i).touches(sentence.tokens().get(i + 1)));
  }

  private boolean newSubject(int joint, int verb) {
    for (int i = joint + 1; i < Math.min(words.size(), joint + 8); i++) {
      if (parse.relation(i).startsWith("nsubj") && !parse.tag(i).startsWith("W")) {
        int head = parse.head(i);
        return head > i && head != verb && MAIN.contains(parse.relation(head));
      }
    }
    return false;
  }

  /** Index of the child of a word by one of these relations, or -1. */
  int child(int head, String... relations) {
    for (int child : parse.children(head)) {
      for (String relation : relations) {
        if (parse.relation(child).equals(relation)) {
          return child;
        }
      }
    }
    return -1;
  }

  boolean isPassive(int verb) {
    return child(verb, "aux:pass", "nsubj:pass") >= 0
        || (BE.contains(word(verb - 1)) && parse.tag(verb).equals("VBN"));
  }

  boolean isNegated(int verb) {
    return child(verb, "neg") >= 0
        || word(verb - 1).equals("not")
        || word(verb - 1).equals("n't")
        || word(verb - 1).equals("never");
  }

  /** Everybody mentioned at a token. */
  List<Mention> at(int token) {
    return mentions.stream().filter(m -> m.first() <= token && token < m.end()).toList();
  }

  /** Mentions that begin in a stretch of tokens, in order. */
  List<Mention> between(int from, int to) {
    return mentions.stream().filter(m -> m.first() >= from && m.first() < to).toList();
  }

  List<Mention> companies(int from, int to) {
    return between(from, to).stream().filter(m -> m.type() == EntityType.COMPANY).toList();
  }

  /**
   * The preposition in front of a name, over articles, adjectives and possessives of three words at
   * most; empty if there is none.
   */
  String preposition(Mention mention) {
    for (int i = mention.first() - 1; i >= Math.max(0, mention.first() - 4); i--) {
      String tag = parse.tag(i);
      if (tag.equals("IN") || tag.equals("TO")) {
        return word(i);
      }
      boolean skipped =
          !TIMES.contains(word(i))
              && (tag.equals("DT")
                  || tag.equals("PRP$")
                  || tag.startsWith("JJ")
                  || tag.startsWith("NN")
                  || tag.equals("HYPH")
                  || word(i).equals("-"));
      if (!skipped || !at(i).isEmpty()) {
        return "";
      }
    }
    return "";
  }

  /** Mentions joined to one by "and" or commas, that one included, in order. */
  List<Mention> joined(Mention mention) {
    List<Mention> group = new ArrayList<>(List.of(mention));
    List<Mention> same =
        mentions.stream().filter(m -> m.type() == mention.type() && m.byName()).toList();
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Mention other : same) {
        if (!group.contains(other) && (touches(other, group.getFirst()))) {
          group.addFirst(other);
          grown = true;
        } else if (!group.contains(other) && touches(group.getLast(), other)) {
          group.addLast(other);
          grown = true;
        }
      }
    }
    boolean listed =
        group.size() < 2
            || words.subList(group.getFirst().end(), group.getLast().first()).contains("and")
            || words.subList(group.getFirst().end(), group.getLast().first()).contains("&");
    return listed ? group : List.of(mention);
  }

  private boolean touches(Mention left, Mention right) {
    int gap = right.first() - left.end();
    if (gap < 1 || gap > 2) {
      return false;
    }
    return words.subList(left.end(), right.first()).stream()
        .allMatch(word -> word.equals(",") || word.equals("and") || word.equals("&"));
  }

  /** Whether a place's name is but the end of a longer one: "JBS USA". */
  boolean endsLongerName(Mention mention) {
    int before = mention.first() - 1;
    return before >= 0
        && mention.type() == EntityType.PLACE
        && parse.tag(before).startsWith("NNP")
        && at(before).isEmpty()
        && !TIMES.contains(word(before));
  }

  @Nullable Mention mentionAt(int token) {
    List<Mention> here = at(token);
    return here.isEmpty() ? null : here.getFirst();
  }
}
