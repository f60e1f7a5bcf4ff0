package io.chipwire.entity;

import io.chipwire.entity.NameRegister.Target;
import io.chipwire.fact.Entity;
import io.chipwire.fact.EntityType;
import io.chipwire.fact.Span;
import io.chipwire.language.AnnotatedText;
import io.chipwire.language.Sentence;
import io.chipwire.language.Token;
import io.chipwire.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds who and what an article names, and gives each an id.
 *
 * <p>Names come from the lexicon, from the statistical model (asked only about sentences with
 * capitals that the lexicon leaves unexplained) and from wording; whom they mean is decided over
 * the whole article. Pure and thread-safe.
 */
public final class EntityLinker {

  private static final Set<String> ARTICLES = Set.of("the", "a", "an");
  private static final int RELEASE_HEAD = 4;

  private final NameCues cues = new NameCues();
  private final Lexicon lexicon;
  private final NameFinder finder;
  private final Descriptions descriptions;

  private EntityLinker(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.finder = new NameFinder(lexicon, cues);
    this.descriptions = new Descriptions(lexicon);
  }

  /** A linker over the standard lexicon. */
  public static EntityLinker standard() {
    return new EntityLinker(Lexicon.standard());
  }

  /**
   * Links an article.
   *
   * @param title null if it has none
   * @param publisher name of who published it, which its text may use; null if unknown
   */
  public LinkedEntities link(
      @Nullable AnnotatedText title, AnnotatedText text, @Nullable String publisher) {
    List<Sighting> inTitle = title == null ? List.of() : finder.find(title);
    List<Sighting> inText = finder.find(text);
    List<Sighting> all = new ArrayList<>(inText);
    all.addAll(inTitle);
    NameRegister register = new NameRegister(cues, all, lowerCaseWords(text));
    enterPublisher(register, publisher);
    List<Mention> titleMentions = title == null ? List.of() : mentions(title, inTitle, register);
    List<Mention> textMentions = mentions(text, inText, register);
    List<Entity> entities = entities(titleMentions, textMentions);
    List<Mention> everything = new ArrayList<>(textMentions);
    everything.addAll(
        descriptions.find(
            text, textMentions, issuer(text, inText, register), topic(titleMentions)));
    everything.sort(Comparator.comparingInt(Mention::start).thenComparingInt(Mention::stop));
    return new LinkedEntities(titleMentions, everything, entities);
  }

  private void enterPublisher(NameRegister register, @Nullable String publisher) {
    if (publisher == null
        || publisher.isBlank()
        || publisher.indexOf('.') > 0
        || lexicon.resolve(publisher).isPresent()) {
      return;
    }
    List<String> words = List.of(publisher.strip().split("\\s+"));
    Target target = new Target(Slug.of(publisher), EntityType.COMPANY, publisher.strip());
    if (!target.id().isEmpty()) {
      register.enterPublisher(words, target);
    }
  }

  /** Words that the text uses without a capital: they are no names where a sentence begins. */
  private static Set<String> lowerCaseWords(AnnotatedText text) {
    Set<String> words = new HashSet<>();
    for (Sentence sentence : text.sentences()) {
      for (Token token : sentence.tokens()) {
        if (Character.isLowerCase(token.text().charAt(0))) {
          words.add(token.text());
        }
      }
    }
    return words;
  }

  private List<Mention> mentions(
      AnnotatedText text, List<Sighting> sightings, NameRegister register) {
    List<Mention> mentions = new ArrayList<>();
    int next = 0;
    for (Sentence sentence : text.sentences()) {
      List<Sighting> here = new ArrayList<>();
      while (next < sightings.size() && sightings.get(next).sentence() == sentence.index()) {
        here.add(sightings.get(next++));
      }
      Set<Integer> taken = new HashSet<>();
      for (Sighting sighting : here) {
        Target target = register.resolve(sighting);
        if (target != null) {
          mentions.add(mention(target, sighting));
          for (int i = sighting.first(); i < sighting.end(); i++) {
            taken.add(i);
          }
        }
      }
      addShortForms(sentence, taken, register, mentions);
    }
    mentions.sort(Comparator.comparingInt(Mention::start));
    return mentions;
  }

  private static void addShortForms(
      Sentence sentence, Set<Integer> taken, NameRegister register, List<Mention> mentions) {
    for (int i = 0; i < sentence.size(); i++) {
      if (taken.contains(i)) {
        continue;
      }
      int limit = i + 1;
      while (limit < sentence.size() && !taken.contains(limit)) {
        limit++;
      }
      NameRegister.Found found = register.at(sentence, i, limit);
      if (found != null) {
        Target target = found.target();
        mentions.add(
            new Mention(
                target.id(),
                target.type(),
                target.name(),
                sentence.index(),
                i,
                found.end(),
                sentence.tokens().get(i).start(),
                sentence.tokens().get(found.end() - 1).end(),
                true));
        i = found.end() - 1;
      }
    }
  }

  private static Mention mention(Target target, Sighting sighting) {
    return new Mention(
        target.id(),
        target.type(),
        target.name(),
        sighting.sentence(),
        sighting.first(),
        sighting.end(),
        sighting.start(),
        sighting.stop(),
        true);
  }

  private static List<Entity> entities(List<Mention> title, List<Mention> text) {
    Map<String, Mention> first = new LinkedHashMap<>();
    title.forEach(mention -> first.putIfAbsent(mention.id(), mention));
    text.forEach(mention -> first.putIfAbsent(mention.id(), mention));
    List<Entity> entities = new ArrayList<>();
    for (Mention mention : first.values()) {
      List<Span> spans =
          text.stream()
              .filter(m -> m.id().equals(mention.id()))
              .map(m -> new Span(m.start(), m.stop()))
              .toList();
      entities.add(new Entity(mention.id(), mention.type(), mention.name(), spans));
    }
    return entities;
  }

  /** Whose release this is: the company with a ticker in its first sentences. */
  private static @Nullable Mention issuer(
      AnnotatedText text, List<Sighting> sightings, NameRegister register) {
    for (Sighting sighting : sightings) {
      if (sighting.sentence() < RELEASE_HEAD && sighting.listed() != null) {
        Sentence sentence = text.sentences().get(sighting.sentence());
        Target target = register.resolve(sighting);
        boolean subject =
            sighting.first() == 0 || !ARTICLES.contains(sentence.word(sighting.first() - 1));
        if (target != null && subject) {
          return mention(target, sighting);
        }
      }
    }
    return null;
  }

  private static @Nullable Mention topic(List<Mention> title) {
    return title.stream()
        .filter(mention -> mention.type() == EntityType.COMPANY)
        .findFirst()
        .orElse(null);
  }
}
