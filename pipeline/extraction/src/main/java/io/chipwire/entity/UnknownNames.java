package io.chipwire.entity;

import io.chipwire.fact.EntityType;
import io.chipwire.language.AnnotatedText;
import io.chipwire.language.Name;
import io.chipwire.language.Sentence;
import io.chipwire.lexicon.Lexicon;
import io.chipwire.table.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names that the lexicon does not know: those of the statistical model, cut to size and typed by
 * the words around them, and those that a heading noun gives away ("Ahrensburg Institute").
 */
final class UnknownNames {

  private static final Words WORDS = Words.beside(UnknownNames.class);
  private static final Set<String> JOINING = WORDS.of("unknown-names.joining");
  private static final Set<String> POSSESSIVE = Set.of("'s", "’s", "'", "’");
  private static final Set<String> DETERMINERS = WORDS.of("unknown-names.determiners");
  private static final Set<String> PLACE_BEFORE = WORDS.of("unknown-names.place-before");
  private static final Set<String> COMPANY_BEFORE = WORDS.of("unknown-names.company-before");
  private static final int MAX_WORDS = 8;

  private final NameCues cues;
  private final Lexicon lexicon;
  private final AppositeNames apposite;

  UnknownNames(NameCues cues, Lexicon lexicon) {
    this.cues = cues;
    this.lexicon = lexicon;
    this.apposite = new AppositeNames(cues);
  }

  /**
   * The names of a sentence.
   *
   * @param known names of the lexicon there; a longer name around one may be returned
   */
  List<Sighting> find(AnnotatedText text, Sentence sentence, List<Sighting> known) {
    boolean[] covered = new boolean[sentence.size()];
    for (Sighting sighting : known) {
      for (int i = sighting.first(); i < sighting.end(); i++) {
        covered[i] = true;
      }
    }
    List<Sighting> found = new ArrayList<>();
    if (!mayHoldName(sentence, covered)) {
      return found;
    }
    if (sentence.paragraph() < 3 && (sentence.index() < 4)) {
      dateline(sentence, covered, found);
    }
    if (Letters.headline(sentence)) {
      return found;
    }
    headed(sentence, known, covered, found);
    for (Sighting sighting : apposite.find(sentence, covered)) {
      if (found.stream().noneMatch(s -> s.overlaps(sighting))) {
        found.add(sighting);
      }
    }
    for (Name name : text.names(sentence)) {
      Sighting sighting = refine(sentence, name, known, covered);
      if (sighting != null && found.stream().noneMatch(s -> s.overlaps(sighting))) {
        found.add(sighting);
      }
    }
    people(sentence, covered, found);
    return found;
  }

  private boolean mayHoldName(Sentence sentence, boolean[] covered) {
    for (int i = 0; i < sentence.size(); i++) {
      if (!covered[i] && nameWord(sentence, i) && (i > 0 || sentence.size() > 1)) {
        return true;
      }
    }
    return false;
  }

  /** Capitalised, and no word that has a capital for another reason. */
  private boolean nameWord(Sentence sentence, int i) {
    String word = sentence.word(i);
    return Letters.capitalised(word)
        && !cues.isNoName(word)
        && !cues.is("post", word)
        && !cues.is("person-title", word);
  }

  /** "MESA CITY — Somebody": capitals at the beginning of an article name a place. */
  private void dateline(Sentence sentence, boolean[] covered, List<Sighting> found) {
    int end = 0;
    while (end < sentence.size()
        && end < 4
        && Letters.allCapitals(sentence.word(end))
        && sentence.word(end).length() > 2) {
      end++;
    }
    if (end > 0
        && !allCovered(covered, end)
        && end < sentence.size()
        && Set.of("—", "–", "--", "-").contains(sentence.word(end))
        && !cues.isNoName(sentence.word(0))
        && sentence.size() > end + 4) {
      found.add(Sighting.guessed(sentence, 0, end, EntityType.PLACE, true));
    }
  }

  private static boolean allCovered(boolean[] covered, int end) {
    for (int i = 0; i < end; i++) {
      if (!covered[i]) {
        return false;
      }
    }
    return true;
  }

  /** Names around a heading noun: "Ministry of Economic Affairs", "Corvane Research". */
  private void headed(
      Sentence sentence, List<Sighting> known, boolean[] covered, List<Sighting> found) {
    for (int head = 0; head < sentence.size(); head++) {
      String word = sentence.word(head);
      if (!Letters.capitalised(word)
          || coveredByOther(known, head)
          || !(cues.is("organization", word)
              || cues.is("company", word)
              || (head > 0 && cues.is("organization", sentence.word(head - 1) + " " + word)))) {
        continue;
      }
      int end = head + 1;
      boolean of = end + 1 < sentence.size() && sentence.word(end).equals("of");
      boolean forOf = of || (end + 1 < sentence.size() && sentence.word(end).equals("for"));
      if (cues.is("organization", word) && forOf) {
        end = overTail(sentence, end);
      } else if (end < sentence.size()
          && Letters.capitalised(sentence.word(end))
          && !covered[end]
          && !sentence.word(end).equals("Inc")) {
        continue;
      }
      int first = overHead(sentence, head, covered, known);
      if (end - first < 2 || end - first > MAX_WORDS) {
        continue;
      }
      List<String> words = Letters.of(sentence, first, end);
      EntityType type = cues.type(words);
      int from = first;
      int to = end;
      if (type != null
          && type != EntityType.PLACE
          && !cues.isEvent(words)
          && words.stream().anyMatch(w -> Letters.capitalised(w) && !cues.isNoName(w))
          && !known.stream().anyMatch(s -> s.first() <= from && s.end() >= to)
          && !startsWithCompany(known, first, type)
          && found.stream().noneMatch(s -> s.overlaps(from, to))
          && distinctive(sentence, first, end)) {
        found.add(Sighting.guessed(sentence, first, end, type, true));
      }
    }
  }

  /** A name needs a word beyond the generic ones and its head. */
  private boolean distinctive(Sentence sentence, int first, int end) {
    for (int i = first; i < end; i++) {
      String word = sentence.word(i);
      boolean plain = !Letters.capitalised(word) || cues.isNoName(word) || isHead(word);
      if (!plain) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWithCompany(List<Sighting> known, int first, EntityType type) {
    return type == EntityType.COMPANY
        && known.stream()
            .anyMatch(
                s ->
                    s.first() == first
                        && s.readings().get(0).entry().type() == EntityType.COMPANY
                        && s.readings().get(0).sure());
  }

  private static boolean coveredByOther(List<Sighting> known, int token) {
    return known.stream()
        .anyMatch(
            s ->
                s.first() <= token
                    && token < s.end()
                    && s.readings().get(0).entry().type() != EntityType.PLACE);
  }

  /** First token of the words before a heading noun: "Food and Drug" before "Administration". */
  private int overHead(Sentence sentence, int head, boolean[] covered, List<Sighting> known) {
    int first = capitalsBefore(sentence, head, covered, known);
    if (first > 2
        && sentence.word(first - 1).equals("and")
        && cues.is("organization", sentence.word(head))
        && !isHead(sentence.word(first - 2))) {
      int further = capitalsBefore(sentence, first - 1, covered, known);
      if (further < first - 1
          && further > 0
          && sentence.word(further - 1).equalsIgnoreCase("the")) {
        return further;
      }
    }
    return first;
  }

  private int capitalsBefore(Sentence sentence, int head, boolean[] covered, List<Sighting> known) {
    int first = head;
    while (first > 0) {
      String before = sentence.word(first - 1);
      boolean amp =
          before.equals("&") && first > 1 && Letters.capitalised(sentence.word(first - 2));
      boolean hyphen = Letters.joiningHyphen(sentence, first - 1);
      boolean word =
          Letters.capitalised(before)
              && !cues.is("person-title", before)
              && !(cues.isNoName(before) && (first - 1 == 0 || !covered[first - 1]))
              && !coveredByOther(known, first - 1);
      if (!(amp || hyphen || word)) {
        break;
      }
      first--;
    }
    return first;
  }

  /** Index behind the words that "of" or "for" adds to a name: "of Industry and Security". */
  private static int overTail(Sentence sentence, int from) {
    int end = from;
    int last = from;
    while (end < sentence.size()
        && (Letters.capitalised(sentence.word(end)) || JOINING.contains(sentence.word(end)))) {
      if (sentence.word(end).equals("and")
          && (end + 1 >= sentence.size() || !Letters.capitalised(sentence.word(end + 1)))) {
        break;
      }
      end++;
      if (Letters.capitalised(sentence.word(end - 1))) {
        last = end;
      }
    }
    return last;
  }

  private @Nullable Sighting refine(
      Sentence sentence, Name name, List<Sighting> known, boolean[] covered) {
    int first = name.first();
    int end = name.end();
    while (first < end && trimmed(sentence, first, name.kind())) {
      first++;
    }
    while (end > first
        && (POSSESSIVE.contains(sentence.word(end - 1))
            || JOINING.contains(sentence.word(end - 1))
            || (!Letters.hasLetter(sentence.word(end - 1))
                && !Letters.hasDigit(sentence.word(end - 1)))
            || (end - first > 1 && cues.isNoName(sentence.word(end - 1))))) {
      end--;
    }
    if (first >= end || end - first > MAX_WORDS) {
      return null;
    }
    if (name.kind() == Name.Kind.ORGANIZATION || end - first == 1) {
      first = overLeft(sentence, first, covered);
    }
    end = overRight(sentence, first, end, name.kind(), covered);
    int from = first;
    int to = end;
    List<Sighting> inside = known.stream().filter(s -> s.overlaps(from, to)).toList();
    List<String> words = Letters.of(sentence, first, end);
    EntityType type = type(words, name.kind());
    if (type == EntityType.PLACE && employer(sentence, from)) {
      type = EntityType.COMPANY;
    }
    // What the lexicon knows and did not find here, it ruled out: "U.S. dollar", "Apple pie".
    boolean ruledOut = inside.isEmpty() && lexicon.resolve(NameRegister.join(words)).isPresent();
    if (ruledOut
        || type == null
        || !nameLike(words, type)
        || !mayReplace(inside, words, from, to, type)) {
      return null;
    }
    return Sighting.guessed(sentence, from, to, type, firm(sentence, from, to, type));
  }

  private boolean trimmed(Sentence sentence, int i, Name.Kind kind) {
    String word = sentence.word(i);
    if (!Letters.capitalised(word) && !Letters.hasDigit(word)) {
      return true;
    }
    return cues.is("person-title", word)
        || (kind == Name.Kind.PERSON && cues.is("post", word))
        || (cues.isNoName(word) && (i + 1 >= sentence.size() || !isHead(sentence.word(i + 1))));
  }

  private boolean isHead(String word) {
    return cues.is("organization", word)
        || cues.is("company", word)
        || cues.is("company-weak", word);
  }

  private int overLeft(Sentence sentence, int first, boolean[] covered) {
    int at = first;
    while (at > 0
        && !covered[at - 1]
        && nameWord(sentence, at - 1)
        && !(at - 1 == 0 && cues.is("generic", sentence.word(0)))) {
      at--;
    }
    return at;
  }

  private int overRight(Sentence sentence, int first, int end, Name.Kind kind, boolean[] covered) {
    int at = end;
    while (at < sentence.size()) {
      String word = sentence.word(at);
      if (kind == Name.Kind.PERSON && Letters.joiningHyphen(sentence, at)) {
        at += 2;
      } else if (!covered[at]
          && Letters.capitalised(word)
          && (kind == Name.Kind.PERSON || kind == Name.Kind.ORGANIZATION)
          && nameWord(sentence, at)) {
        at++;
      } else if (kind != Name.Kind.PERSON && !covered[at] && cues.is("place", word)) {
        at++;
      } else {
        break;
      }
    }
    return at;
  }

  private @Nullable EntityType type(List<String> words, Name.Kind kind) {
    if (cues.isEvent(words)) {
      return null;
    }
    EntityType headed = cues.type(words);
    return switch (kind) {
      case PERSON -> headed == null ? EntityType.PERSON : headed;
      case LOCATION -> headed == null || headed == EntityType.COMPANY ? EntityType.PLACE : headed;
      case ORGANIZATION -> headed == null ? EntityType.COMPANY : headed;
    };
  }

  /** "an analyst at Fenwick Lane": where somebody works is no road. */
  private boolean employer(Sentence sentence, int first) {
    if (first < 2 || !Set.of("at", "of").contains(sentence.word(first - 1))) {
      return false;
    }
    boolean named = first > 2 && nameWord(sentence, first - 2) && nameWord(sentence, first - 3);
    return named || cues.is("speaker", sentence.word(first - 2).toLowerCase(Locale.ROOT));
  }

  /** Sorts out headings, single letters, and what is made of words that name nobody. */
  private boolean nameLike(List<String> words, EntityType type) {
    if (words.stream().noneMatch(w -> w.length() > 1 && Letters.hasLetter(w) && !initials(w))
        || words.stream().anyMatch(UnknownNames::glued)
        || words.stream().allMatch(w -> cues.isNoName(w) || cues.is("post", w))) {
      return false;
    }
    if (type == EntityType.PERSON) {
      return words.stream().noneMatch(w -> Letters.hasDigit(w) || cues.is("never", w))
          && words.stream().noneMatch(w -> Letters.allCapitals(w) && w.length() > 2);
    }
    if (words.size() == 1) {
      String word = words.get(0);
      return !cues.is("post", word)
          && !cues.is("generic", word)
          && !isHead(word)
          && !cues.is("event", word)
          && (type != EntityType.PLACE || !Letters.hasDigit(word));
    }
    return true;
  }

  /** {@code Colleges.These}: the end of one sentence and the beginning of the next. */
  private static boolean glued(String word) {
    int stop = word.indexOf('.');
    return stop > 2
        && stop + 2 < word.length()
        && Character.isUpperCase(word.charAt(stop + 1))
        && Character.isLowerCase(word.charAt(stop + 2));
  }

  /** {@code F.F.} */
  private static boolean initials(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != '.' && (i % 2 == 1 || !Character.isUpperCase(word.charAt(i)))) {
        return false;
      }
    }
    return word.endsWith(".");
  }

  /** Whether a longer name may stand in the place of the lexicon's names inside it. */
  private boolean mayReplace(
      List<Sighting> inside, List<String> words, int from, int to, EntityType type) {
    for (Sighting known : inside) {
      boolean within = known.first() >= from && known.end() <= to;
      boolean whole = known.first() <= from && known.end() >= to;
      if (!within || whole) {
        return false;
      }
      EntityType knownType = known.readings().get(0).entry().type();
      boolean last = known.end() == to;
      boolean allowed =
          switch (type) {
            case PERSON -> last && knownType != EntityType.PERSON && to - from < 4;
            case ORGANIZATION -> cues.type(words) == EntityType.ORGANIZATION;
            case COMPANY -> knownType == EntityType.PLACE && cues.type(words) != null;
            case PLACE -> knownType == EntityType.PLACE && cues.type(words) == EntityType.PLACE;
            case PRODUCT -> false;
          };
      if (!allowed) {
        return false;
      }
    }
    return true;
  }

  /** Whether the words around a name, or its own, leave no doubt that it is one. */
  private boolean firm(Sentence sentence, int first, int end, EntityType type) {
    String before = first > 0 ? sentence.word(first - 1).toLowerCase(Locale.ROOT) : "";
    String after = end < sentence.size() ? sentence.word(end) : "";
    return switch (type) {
      case PERSON, ORGANIZATION, PRODUCT -> end - first > 1;
      case PLACE ->
          end - first > 1
              || (PLACE_BEFORE.contains(before) && sentence.word(first).length() > 2)
              || (first > 0 && POSSESSIVE.contains(after));
      case COMPANY ->
          cues.type(Letters.of(sentence, first, end)) == EntityType.COMPANY
              || (!DETERMINERS.contains(before)
                  && first > 0
                  && (end - first > 1 || companyContext(before, after)))
              || (first == 0 && companyContext(before, after));
    };
  }

  private boolean companyContext(String before, String after) {
    return POSSESSIVE.contains(after)
        || COMPANY_BEFORE.contains(before)
        || cues.is("company-noun", before)
        || cues.is("announcing", after);
  }

  /** "said Gerd Halloran," and "Beth Pellegrino, who": people whom the model did not see. */
  private void people(Sentence sentence, boolean[] covered, List<Sighting> found) {
    for (int i = 0; i < sentence.size(); i++) {
      if (covered[i] || !nameWord(sentence, i) || Letters.allCapitals(sentence.word(i))) {
        continue;
      }
      int end = i + 1;
      while (end < sentence.size() && !covered[end]) {
        if (Letters.joiningHyphen(sentence, end)) {
          end += 2;
        } else if (nameWord(sentence, end) || Letters.initial(sentence.word(end))) {
          end++;
        } else {
          break;
        }
      }
      end = Math.min(end, sentence.size());
      int first = i;
      int to = end;
      i = end - 1;
      if (to - first < 2
          || to - first > 4
          || found.stream().anyMatch(s -> s.overlaps(first, to))
          || !speaks(sentence, first, to)) {
        continue;
      }
      List<String> words = Letters.of(sentence, first, to);
      if (cues.type(words) == null && !cues.isEvent(words) && nameLike(words, EntityType.PERSON)) {
        found.add(Sighting.guessed(sentence, first, to, EntityType.PERSON, true));
      }
    }
  }

  private boolean speaks(Sentence sentence, int first, int end) {
    if (end >= sentence.size()) {
      return false;
    }
    boolean comma = sentence.word(end).equals(",");
    if (first > 0 && cues.is("saying", sentence.word(first - 1)) && (comma || end > first + 1)) {
      return comma;
    }
    if (comma) {
      for (int i = end + 1; i < Math.min(sentence.size(), end + 6); i++) {
        if (cues.is("speaker", sentence.word(i))) {
          return true;
        }
      }
    }
    return first == 0 && cues.is("saying", sentence.word(end));
  }
}
