package io.chipwire.figure;

import io.chipwire.table.Rows;
import io.chipwire.table.Words;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells whether a figure belongs to somebody who is not named ("hyperscaler budgets", "the top ten
 * foundries"), so that no company spoken of before may take it. Nouns are in {@code others.tsv}.
 */
final class Unnamed {

  private static final Words WORDS = Words.beside(Unnamed.class);
  private static final Set<String> INDEFINITE = WORDS.of("unnamed.indefinite");
  private static final Set<String> PRONOUNS = Set.of("it", "they", "he", "she");
  private static final int REACH = 5;

  private final Set<String> plural = new HashSet<>();
  private final Set<String> singular = new HashSet<>();
  private final Speech speech;

  Unnamed(Speech speech) {
    this.speech = speech;
    for (Rows.Row row : Rows.of(Unnamed.class, "others.tsv")) {
      for (String noun : row.list(0)) {
        plural.add(noun);
        singular.add(
            noun.endsWith("ies") ? noun.replaceFirst("ies$", "y") : noun.replaceFirst("s$", ""));
      }
    }
  }

  /** Whether the possessor of the metric, or the subject of its clause, is nobody known. */
  boolean owns(Line line, Draft draft) {
    if (possesses(line, draft)) {
      return true;
    }
    return acts(line, draft);
  }

  /** Whether somebody unnamed is the subject of the amount's clause, and does not just speak. */
  boolean acts(Line line, Draft draft) {
    Clauses clauses = line.clauses();
    int head = clauses.head(draft.first());
    int subject = clauses.subject(head);
    if (subject >= 0 && PRONOUNS.contains(line.word(subject)) && speaker(line, head)) {
      return true;
    }
    return subject >= 0
        && subject < draft.first()
        && !speech.isSpeech(line.word(head))
        && !line.word(head).matches("look|looks|looking|told|pencilled|penciled")
        && names(line, subject);
  }

  /** "A start-up told us that it": whether the one who speaks around a clause has no name. */
  private boolean speaker(Line line, int head) {
    int outer = line.clauses().outer(head);
    int subject = outer < 0 ? -1 : line.clauses().ownSubject(outer);
    return subject >= 0 && speech.isSpeech(line.word(outer)) && names(line, subject);
  }

  /** Whether a noun stands for others: in the plural, or in the singular with "a". */
  boolean names(Line line, int noun) {
    String word = line.word(noun);
    if (line.mentionAt(noun) != null) {
      return false;
    }
    if (plural.contains(word)) {
      return true;
    }
    if (!singular.contains(word) || line.quantityAt(noun) != null) {
      return false;
    }
    for (int i = noun - 1; i >= Math.max(0, noun - REACH); i--) {
      if (INDEFINITE.contains(line.word(i))) {
        return true;
      }
      if (line.clauses().parse().isVerb(i)) {
        return false;
      }
    }
    return false;
  }

  /** Whether the words for the metric say whose it is, and that is nobody named. */
  boolean possesses(Line line, Draft draft) {
    Cue.Hit cue = draft.cue;
    return cue != null && cue.cue().part() == Cue.Part.NOUN && possesses(line, cue);
  }

  private boolean possesses(Line line, Cue.Hit cue) {
    for (int i = cue.first() - 1; i >= Math.max(0, cue.first() - REACH); i--) {
      String word = line.word(i);
      if (line.mentionAt(i) != null || line.word(i).equals(",")) {
        break;
      }
      boolean modifies = singular.contains(word) && i == cue.first() - 1;
      if (plural.contains(word) && !line.clauses().parse().isVerb(i) || modifies) {
        return true;
      }
      if (line.clauses().parse().isVerb(i)) {
        break;
      }
    }
    if (!Set.of("of", "by", "at", "from").contains(line.word(cue.end()))) {
      return false;
    }
    for (int i = cue.end() + 1; i < Math.min(line.size(), cue.end() + 1 + REACH); i++) {
      if (line.mentionAt(i) != null
          || line.breaks(i, i + 1) > 0
          || line.quantityAt(i) != null && line.quantityAt(i).unit().equals("%")
          || line.clauses().parse().isVerb(i)) {
        return false;
      }
      if (plural.contains(line.word(i))) {
        return true;
      }
    }
    return false;
  }
}
