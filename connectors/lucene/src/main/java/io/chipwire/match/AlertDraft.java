package io.chipwire.match;

import io.chipwire.alert.Alert;
import io.chipwire.alert.FactKeys;
import io.chipwire.alert.FactWords;
import io.chipwire.alert.MatchedFact;
import io.chipwire.alert.Subscription;
import io.chipwire.article.Article;
import io.chipwire.extraction.Extraction;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.Figure;
import io.chipwire.query.FactKind;
import io.chipwire.query.Query;
import io.chipwire.search.Excerpt;
import io.chipwire.search.Found;
import io.chipwire.search.Hit;
import io.chipwire.search.StoredMatch;
import io.chipwire.signal.Signal;
import io.chipwire.story.Fingerprint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the alert of one match. */
record AlertDraft(
    Extraction extraction,
    @Nullable String story,
    Subscription subscription,
    Query query,
    StoredMatch match) {

  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_URL = 2_000;

  Alert alert(Instant extractedAt, Instant alertedAt) {
    Article article = extraction.article();
    List<MatchedFact> facts = asksForFacts(query) ? facts() : List.of();
    return new Alert(
        Alert.id(subscription.id(), article.id(), facts.stream().map(MatchedFact::key).toList()),
        subscription.id(),
        subscription.name(),
        article.id(),
        cut(article.title(), LONGEST_TITLE),
        article.url() == null || article.url().length() > LONGEST_URL ? null : article.url(),
        cut(article.publisher(), LONGEST_TITLE),
        sentence(facts),
        facts,
        match.met().stream().map(Query::toString).toList(),
        facts.stream().mapToDouble(MatchedFact::confidence).max().orElse(1),
        List.of(),
        story,
        article.publishedAt(),
        article.fetchedAt(),
        extractedAt,
        alertedAt);
  }

  /** What an article's copies have in common, see {@link Alert#story}. */
  static @Nullable String story(Article article) {
    return Fingerprint.of(article.text()).map(Fingerprint::base64).orElse(null);
  }

  /** The facts that matched; the surest and most telling kinds first. */
  private List<MatchedFact> facts() {
    FactWords words = new FactWords(extraction);
    Hit hit = match.hit();
    List<MatchedFact> facts = new ArrayList<>();
    for (Found<Figure> found : hit.figures()) {
      Figure figure = found.fact();
      facts.add(
          new MatchedFact(
              FactKind.FIGURE,
              FactKeys.of(figure),
              words.of(figure),
              found.sentence(),
              figure.confidence()));
    }
    for (Found<Commitment> found : hit.commitments()) {
      Commitment commitment = found.fact();
      facts.add(
          new MatchedFact(
              FactKind.COMMITMENT,
              FactKeys.of(commitment),
              words.of(commitment),
              found.sentence(),
              commitment.confidence()));
    }
    for (Found<Signal> found : hit.signals()) {
      Signal signal = found.fact();
      facts.add(
          new MatchedFact(
              FactKind.SIGNAL,
              FactKeys.of(signal, restsOn(signal)),
              words.of(signal),
              found.sentence(),
              signal.confidence()));
    }
    return facts;
  }

  private List<String> restsOn(Signal signal) {
    return Stream.concat(
            signal.figures().stream()
                .filter(position -> position < extraction.figures().size())
                .map(position -> FactKeys.of(extraction.figures().get(position))),
            signal.commitments().stream()
                .filter(position -> position < extraction.commitments().size())
                .map(position -> FactKeys.of(extraction.commitments().get(position))))
        .toList();
  }

  private String sentence(List<MatchedFact> facts) {
    if (!facts.isEmpty()) {
      return facts.getFirst().sentence();
    }
    List<Excerpt> sentences = match.hit().sentences();
    String title = extraction.article().title();
    return sentences.isEmpty() ? (title == null ? "" : title) : sentences.getFirst().text();
  }

  /** Whether a query asks for a fact anywhere but under a negation. */
  static boolean asksForFacts(Query query) {
    return switch (query) {
      case Query.Fact fact -> true;
      case Query.And and -> and.clauses().stream().anyMatch(AlertDraft::asksForFacts);
      case Query.Or or -> or.clauses().stream().anyMatch(AlertDraft::asksForFacts);
      default -> false;
    };
  }

  private static @Nullable String cut(@Nullable String text, int length) {
    return text == null || text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}
