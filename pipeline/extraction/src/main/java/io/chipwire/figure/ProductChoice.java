package io.chipwire.figure;

import io.chipwire.entity.Mention;
import io.chipwire.fact.EntityType;
import io.chipwire.fact.Metric;
import io.chipwire.figure.Draft.Tie;
import io.chipwire.figure.MetricTraits.Products;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which product a figure is about. */
final class ProductChoice {

  private static final Set<String> BEHIND = Set.of("of", "for", "on", "in");

  /** What a product has: "of HBM4" behind the amount is a part of it. */
  private static final Set<Metric> OF_A_THING =
      EnumSet.of(Metric.MEMORY, Metric.POWER, Metric.PERFORMANCE);

  private final Map<Metric, MetricTraits> traits;

  ProductChoice(Map<Metric, MetricTraits> traits) {
    this.traits = traits;
  }

  void choose(Line line, Draft draft, Discourse talk) {
    Products from = traits.get(draft.metric()).product();
    if (from == Products.NONE) {
      return;
    }
    if (draft.base != null && draft.sharesAll()) {
      draft.product = draft.base.product;
      return;
    }
    Mention found = OF_A_THING.contains(draft.metric()) ? subject(line, draft) : null;
    if (found == null) {
      found = near(line, draft);
    }
    if (found == null) {
      found = inCue(line, draft);
    }
    if (found == null && draft.base != null && draft.tie != Tie.NONE) {
      found = between(line, draft);
      if (found == null) {
        draft.product = draft.base.product;
        return;
      }
    }
    if (found == null) {
      found = subject(line, draft);
    }
    if (found == null && from != Products.PHRASE) {
      found = inClause(line, draft);
    }
    if (found != null) {
      draft.product = found.id();
    } else if (from == Products.CONTEXT) {
      draft.product = talk.product();
    }
  }

  private static boolean isProduct(@Nullable Mention mention) {
    return mention != null && mention.type() == EntityType.PRODUCT;
  }

  /** Inside the amount ("4,096 B200 GPUs") or right behind it ("24k of the older MI355X"). */
  private static @Nullable Mention near(Line line, Draft draft) {
    for (int i = draft.first(); i < draft.end(); i++) {
      Mention mention = line.mentionAt(i);
      if (isProduct(mention)) {
        return mention;
      }
    }
    int at = draft.end();
    boolean binds = BEHIND.contains(line.word(at));
    for (int i = at; i < Math.min(line.size(), at + 5); i++) {
      Mention mention = line.mentionAt(i);
      if (isProduct(mention)) {
        return binds || i == at ? mention : null;
      }
      String tag = line.clauses().parse().tag(i);
      if (i > at && !tag.matches("DT|JJ.?|PRP\\$|NN.*|POS|CD|VBN") || line.quantityAt(i) != null) {
        return null;
      }
    }
    return null;
  }

  /** In the words that name the metric: "HBM4 prices", "the price of its DRAM". */
  private static @Nullable Mention inCue(Line line, Draft draft) {
    Cue.Hit cue = draft.cue;
    if (cue == null || cue.cue().part() != Cue.Part.NOUN) {
      return null;
    }
    for (int i = cue.first() - 1; i >= Math.max(0, cue.first() - 4); i--) {
      Mention mention = line.mentionAt(i);
      if (isProduct(mention)) {
        return mention;
      }
      String tag = line.clauses().parse().tag(i);
      if (!tag.matches("JJ.?|NN.*|POS|HYPH|VBG|VBN") && !line.word(i).equals("-")) {
        break;
      }
    }
    if (BEHIND.contains(line.word(cue.end()))) {
      for (int i = cue.end() + 1; i < Math.min(line.size(), cue.end() + 8); i++) {
        Mention mention = line.mentionAt(i);
        if (isProduct(mention)) {
          return mention;
        }
        if (line.clauses().parse().isVerb(i)
            || line.quantityAt(i) != null
            || line.breaks(i, i + 1) > 0) {
          break;
        }
      }
    }
    return null;
  }

  /** Between the amount and the one it is tied to: "29% of revenue, N5 33%". */
  private static @Nullable Mention between(Line line, Draft draft) {
    Mention found = null;
    for (Mention mention : line.mentions()) {
      if (draft.base != null
          && isProduct(mention)
          && mention.first() >= draft.base.end()
          && mention.end() <= draft.first()) {
        found = mention;
      }
    }
    if (found == null && BEHIND.contains(line.word(draft.end()))) {
      Mention after = line.mentionAt(draft.end() + 1);
      found = isProduct(after) ? after : null;
    }
    return found;
  }

  private static @Nullable Mention subject(Line line, Draft draft) {
    if (line.mentions().stream().noneMatch(ProductChoice::isProduct)) {
      return null;
    }
    Clauses clauses = line.clauses();
    int subject = clauses.subject(clauses.head(draft.first()));
    if (subject < 0) {
      return null;
    }
    Mention head = line.mentionAt(subject);
    if (isProduct(head)) {
      return head;
    }
    for (int token : clauses.phrase(subject)) {
      if (isProduct(line.mentionAt(token))) {
        return line.mentionAt(token);
      }
    }
    int verb = clauses.head(draft.first());
    for (int i = subject; i < verb && verb < draft.first(); i++) {
      if (isProduct(line.mentionAt(i)) && line.breaks(subject, i) == 0) {
        return line.mentionAt(i);
      }
    }
    return null;
  }

  /** The nearest product of the clause, before the amount first. */
  private static @Nullable Mention inClause(Line line, Draft draft) {
    Clauses clauses = line.clauses();
    Mention best = null;
    int distance = Integer.MAX_VALUE;
    for (Mention mention : line.mentions()) {
      if (!isProduct(mention)) {
        continue;
      }
      boolean before = mention.end() <= draft.first();
      int gap = before ? draft.first() - mention.end() : mention.first() - draft.end() + 4;
      int from = before ? mention.end() : draft.end();
      int to = before ? draft.first() : mention.first();
      boolean near = clauses.together(mention.first(), draft.first()) || line.breaks(from, to) == 0;
      if (near && line.breaks(from, to) < 3 && gap < distance) {
        best = mention;
        distance = gap;
      }
    }
    return best;
  }
}
