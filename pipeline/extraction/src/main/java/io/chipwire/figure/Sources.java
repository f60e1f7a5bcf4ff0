package io.chipwire.figure;

import io.chipwire.entity.Mention;
import io.chipwire.fact.EntityType;
import io.chipwire.language.Sentence;
import io.chipwire.lexicon.Lexicon;
import io.chipwire.table.Rows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells who only writes about companies: research houses and banks of the lexicon, and names that
 * an article treats as such ("an analyst at Corvane"), by {@code source-cues.tsv}.
 */
final class Sources {

  private static final Set<String> KINDS = Set.of("research", "bank", "broker", "media");
  private static final Pattern NAMES =
      Pattern.compile(
          "\\b(Research|Securities|Capital|Analytics|Partners|Insights|Advisors|Asset|Advisory"
              + "|Consulting|Intelligence|Institute|Investments|Bank|Wealth|Equity|Brokerage)\\b");

  private final Lexicon lexicon;
  private final List<List<String>> before = new ArrayList<>();
  private final List<List<String>> after = new ArrayList<>();

  Sources(Lexicon lexicon) {
    this.lexicon = lexicon;
    for (Rows.Row row : Rows.of(Sources.class, "source-cues.tsv")) {
      List<List<String>> side = row.cell(0).equals("before") ? before : after;
      row.list(1).forEach(phrase -> side.add(List.of(phrase.split(" "))));
    }
  }

  /** Whether somebody is known, or named, as one who writes about companies. */
  boolean isKnown(Mention mention) {
    return lexicon
        .find(mention.id())
        .map(entry -> entry.kinds().stream().anyMatch(KINDS::contains))
        .orElseGet(() -> NAMES.matcher(mention.name()).find());
  }

  /** The ids of those whom a text treats as sources and the lexicon does not know. */
  Set<String> in(Passage passage) {
    Set<String> found = new HashSet<>();
    List<Sentence> sentences = passage.annotated().sentences();
    for (Mention mention : passage.mentions()) {
      boolean candidate =
          mention.byName()
              && mention.type() == EntityType.COMPANY
              && lexicon.find(mention.id()).isEmpty();
      if (candidate && cited(Line.lower(sentences.get(mention.sentence())), mention)) {
        found.add(mention.id());
      }
    }
    return found;
  }

  private boolean cited(List<String> lower, Mention mention) {
    return before.stream().anyMatch(words -> stands(lower, words, mention.first() - words.size()))
        || after.stream().anyMatch(words -> stands(lower, words, mention.end()));
  }

  private static boolean stands(List<String> lower, List<String> words, int at) {
    return at >= 0
        && at + words.size() <= lower.size()
        && lower.subList(at, at + words.size()).equals(words);
  }
}
