package io.chipwire.entity;

import io.chipwire.fact.EntityType;
import io.chipwire.language.AnnotatedText;
import io.chipwire.language.Sentence;
import io.chipwire.lexicon.Descriptor;
import io.chipwire.lexicon.Entry;
import io.chipwire.lexicon.Lexicon;
import io.chipwire.table.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Resolves what refers to a company without naming it: "the chipmaker", "it", "the two companies".
 *
 * <p>A light rule in reading order: the last fitting company wins, one that is the subject of its
 * sentence before one that is not. Full coreference would cost a hundred times as much.
 */
final class Descriptions {

  private static final Words WORDS = Words.beside(Descriptions.class);
  private static final int LONGEST = 9;

  /** How many sentences back a company is still meant. */
  private static final int REACH = 6;

  private static final Set<String> PRONOUNS = WORDS.of("pronoun");
  private static final Set<String> PLURALS = WORDS.of("plural");
  private static final Set<String> FIRST_PERSON = WORDS.of("first-person");
  private static final Set<String> PLURAL_NOUNS = WORDS.of("plural-noun");
  private static final Set<String> PREPOSITIONS = WORDS.of("preposition");
  private static final Set<String> JOINTS = WORDS.of("joint");
  private static final Set<String> EMPTY_VERBS = WORDS.of("empty-verb");
  private static final Set<String> EMPTY_AFTER = WORDS.of("empty-after");

  private static final Set<String> CLAUSE_JOINTS = WORDS.of("clause-joint");
  private static final Set<String> POSSESSIVES = WORDS.of("no-subject");
  private static final Set<String> SUPERLATIVES = WORDS.of("superlative");
  private static final Set<String> BULLETS = WORDS.of("bullet");

  private final Lexicon lexicon;

  Descriptions(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * All references of a text.
   *
   * @param named its named places, by position
   * @param issuer the company whose release it is, for "we" and "our"; null if it is no release
   * @param topic the company that the title is about, or null
   */
  List<Mention> find(
      AnnotatedText text, List<Mention> named, @Nullable Mention issuer, @Nullable Mention topic) {
    List<Mention> found = new ArrayList<>();
    List<List<Mention>> seen = new ArrayList<>();
    int next = 0;
    for (Sentence sentence : text.sentences()) {
      List<Mention> here = new ArrayList<>();
      while (next < named.size() && named.get(next).sentence() == sentence.index()) {
        here.add(named.get(next++));
      }
      seen.add(here);
      for (int i = 0; i < sentence.size(); i++) {
        int at = i;
        Mention name =
            here.stream().filter(m -> m.first() <= at && at < m.end()).findFirst().orElse(null);
        if (name != null && !isOwner(sentence, name, i)) {
          continue;
        }
        List<Mention> made =
            name == null
                ? at(text, sentence, i, seen, issuer, topic)
                : described(text, sentence, i, name.end() + 1, seen, topic);
        if (!made.isEmpty()) {
          found.addAll(made);
          here.addAll(made);
          here.sort(Comparator.comparingInt(Mention::start));
          i = made.get(0).end() - 1;
        }
      }
    }
    return found;
  }

  private List<Mention> at(
      AnnotatedText text,
      Sentence sentence,
      int i,
      List<List<Mention>> seen,
      @Nullable Mention issuer,
      @Nullable Mention topic) {
    String word = sentence.word(i).toLowerCase(Locale.ROOT);
    if (FIRST_PERSON.contains(word) && !sentence.word(i).equals("US")) {
      return issuer == null ? List.of() : List.of(refer(issuer, sentence, i, i + 1));
    }
    if (PRONOUNS.contains(word)) {
      Mention company = empty(sentence, i) ? null : last(text, seen, sentence, i, null, topic);
      return company == null ? List.of() : List.of(refer(company, sentence, i, i + 1));
    }
    if (PLURALS.contains(word)) {
      return group(seen, sentence, i, i + 1);
    }
    if (word.equals("the") || word.equals("this")) {
      return described(text, sentence, i, i + 1, seen, topic);
    }
    return List.of();
  }

  /** "China's largest foundry": a country that is said to have a company. */
  private static boolean isOwner(Sentence sentence, Mention name, int i) {
    return name.type() == EntityType.PLACE
        && name.byName()
        && name.first() == i
        && name.end() + 1 < sentence.size()
        && POSSESSIVES.contains(sentence.word(name.end()))
        && SUPERLATIVES.contains(sentence.word(name.end() + 1).toLowerCase(Locale.ROOT));
  }

  /**
   * Whom a description means.
   *
   * @param i its first token
   * @param from its first token behind "the" or "China's"
   */
  private List<Mention> described(
      AnnotatedText text,
      Sentence sentence,
      int i,
      int from,
      List<List<Mention>> seen,
      @Nullable Mention topic) {
    for (int end = Math.min(sentence.size(), from + LONGEST); end > from; end--) {
      String last = sentence.word(end - 1).toLowerCase(Locale.ROOT);
      if (PLURAL_NOUNS.contains(last) && end - i <= 3) {
        List<Mention> group = group(seen, sentence, i, end);
        if (!group.isEmpty()) {
          return group;
        }
      }
      if (!phrase(sentence, from, end)) {
        continue;
      }
      int first = from == i + 1 ? from : i;
      Optional<Descriptor> descriptor = lexicon.descriptor(text.between(sentence, first, end));
      if (descriptor.isPresent() && descriptor.get().type() == EntityType.COMPANY) {
        Mention apposed = apposed(seen.getLast(), sentence, end);
        if (apposed != null) {
          return List.of(refer(apposed, sentence, i, end));
        }
        Mention company = last(text, seen, sentence, i, descriptor.get(), topic);
        return company == null ? List.of() : List.of(refer(company, sentence, i, end));
      }
    }
    return List.of();
  }

  /** "The company, Wolfspeed, said": the name that follows between commas. */
  private static @Nullable Mention apposed(List<Mention> here, Sentence sentence, int end) {
    for (Mention mention : here) {
      boolean follows =
          mention.type() == EntityType.COMPANY
              && mention.byName()
              && mention.first() == end + 1
              && sentence.word(end).equals(",")
              && mention.end() < sentence.size()
              && sentence.word(mention.end()).equals(",");
      if (follows) {
        return mention;
      }
    }
    return null;
  }

  /** Words, hyphens and abbreviations only, and no further noun glued to the end. */
  private static boolean phrase(Sentence sentence, int from, int to) {
    for (int i = from; i < to; i++) {
      String word = sentence.word(i);
      if (!Letters.hasLetter(word) && !word.equals("-") && !word.equals(",")) {
        return false;
      }
      if (word.equals("'s") || word.equals("’s")) {
        return false;
      }
    }
    return Letters.hasLetter(sentence.word(to - 1));
  }

  /** "It is not clear that": a subject that stands for nothing. */
  private static boolean empty(Sentence sentence, int i) {
    return i + 2 < sentence.size()
        && EMPTY_VERBS.contains(sentence.word(i + 1).toLowerCase(Locale.ROOT))
        && EMPTY_AFTER.contains(sentence.word(i + 2).toLowerCase(Locale.ROOT));
  }

  private @Nullable Mention last(
      AnnotatedText text,
      List<List<Mention>> seen,
      Sentence sentence,
      int before,
      @Nullable Descriptor descriptor,
      @Nullable Mention topic) {
    Mention opening = opening(seen.getLast(), sentence, before);
    if (opening != null && fits(opening, descriptor)) {
      return opening;
    }
    Mention loose = null;
    Mention object = null;
    int here = sentence.index();
    int reach = BULLETS.contains(sentence.word(0)) ? 0 : REACH;
    for (int s = here; s >= Math.max(0, here - reach); s--) {
      int limit = s == here ? before : Integer.MAX_VALUE;
      boolean subject = true;
      int previousEnd = -1;
      for (Mention mention : seen.get(s)) {
        subject = isSubject(text.sentences().get(s), mention, previousEnd, subject);
        previousEnd = mention.end();
        if (mention.type() != EntityType.COMPANY || mention.first() >= limit) {
          continue;
        }
        if (!fits(mention, descriptor)) {
          loose = loose == null && couldFit(mention, descriptor) ? mention : loose;
        } else if (subject) {
          return mention;
        } else if (object == null && s >= here - 1) {
          object = mention;
        }
      }
      if (object != null && s == here) {
        return object;
      }
    }
    if (object != null || loose != null) {
      return object != null ? object : loose;
    }
    return topic != null && reach > 0 && fits(topic, descriptor) ? topic : null;
  }

  /** The company that opens a later main clause or bullet: "…, and Lenovo put up its own". */
  private static @Nullable Mention opening(List<Mention> here, Sentence sentence, int before) {
    Mention found = null;
    for (Mention mention : here) {
      int joint = mention.first() - 1;
      if (mention.type() != EntityType.COMPANY || joint < 1 || mention.end() > before) {
        continue;
      }
      String word = sentence.word(joint).toLowerCase(Locale.ROOT);
      boolean opens =
          word.equals(";")
              || BULLETS.contains(word)
              || (CLAUSE_JOINTS.contains(word) && sentence.word(joint - 1).equals(","));
      boolean acts =
          mention.end() < sentence.size() && Letters.hasLetter(sentence.word(mention.end()));
      if (opens && acts && !POSSESSIVES.contains(sentence.word(mention.end()))) {
        found = mention;
      }
    }
    return found;
  }

  /** Not behind a preposition; a name joined to another by "and" stands as that one does. */
  private static boolean isSubject(
      Sentence sentence, Mention mention, int previousEnd, boolean previousSubject) {
    if (mention.first() == 0) {
      return true;
    }
    String before = sentence.word(mention.first() - 1).toLowerCase(Locale.ROOT);
    if (previousEnd >= mention.first() - 2 && previousEnd > 0 && JOINTS.contains(before)) {
      return previousSubject;
    }
    return !PREPOSITIONS.contains(before);
  }

  private boolean fits(Mention mention, @Nullable Descriptor descriptor) {
    if (descriptor == null) {
      return true;
    }
    Optional<Entry> entry = lexicon.find(mention.id());
    return entry.isPresent()
        ? descriptor.fits(entry.get())
        : descriptor.kinds().isEmpty()
            && descriptor.country() == null
            && descriptor.city() == null
            && descriptor.id() == null;
  }

  /** A company that the lexicon does not know may be anything. */
  private boolean couldFit(Mention mention, @Nullable Descriptor descriptor) {
    return descriptor != null && descriptor.id() == null && lexicon.find(mention.id()).isEmpty();
  }

  /** The companies joined by the last sentence that names more than one. */
  private static List<Mention> group(
      List<List<Mention>> seen, Sentence sentence, int first, int end) {
    for (int s = sentence.index(); s >= Math.max(0, sentence.index() - 2); s--) {
      Map<String, Mention> companies = new LinkedHashMap<>();
      for (Mention mention : seen.get(s)) {
        if (mention.type() == EntityType.COMPANY
            && (s < sentence.index() || mention.first() < first)) {
          companies.putIfAbsent(mention.id(), mention);
        }
      }
      if (companies.size() == 2) {
        return companies.values().stream().map(m -> refer(m, sentence, first, end)).toList();
      }
      if (!companies.isEmpty()) {
        return List.of();
      }
    }
    return List.of();
  }

  private static Mention refer(Mention company, Sentence sentence, int first, int end) {
    return new Mention(
        company.id(),
        company.type(),
        company.name(),
        sentence.index(),
        first,
        end,
        sentence.tokens().get(first).start(),
        sentence.tokens().get(end - 1).end(),
        false);
  }
}
