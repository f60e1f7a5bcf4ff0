package io.chipwire.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Binds the conditions on facts that stand in one conjunction to one fact of each kind.
 *
 * <p>A condition that fits several kinds ({@code subject:}, {@code direction:}, {@code unit:}…)
 * joins every kind that another condition of the conjunction names; where none does, all such
 * conditions are about one fact of any kind that fits them all. Brackets around an {@code OR} of
 * conditions on one kind join what stands beside them; brackets around a conjunction stand for a
 * fact of their own. A negation joins the fact of its kind if there is one, else no such fact may
 * be in the article.
 */
final class FactBinder {

  private FactBinder() {}

  static Query bind(Raw item) {
    return switch (item) {
      case Raw.Leaf leaf ->
          leaf.kinds().isEmpty() ? leaf.query() : new Query.Fact(leaf.kinds(), leaf.query());
      case Raw.Conjunction inner -> bindTogether(inner);
      case Raw.Not not -> not(bind(not.item()));
      case Raw.Either either -> or(either.alternatives().stream().map(FactBinder::bind).toList());
    };
  }

  private static Query bindTogether(Raw.Conjunction conjunction) {
    List<Query> clauses = new ArrayList<>();
    List<Raw> onFacts = new ArrayList<>();
    for (Raw item : conjunction.items()) {
      if (kinds(item).isEmpty()) {
        clauses.add(bind(item));
      } else {
        onFacts.add(item);
      }
    }
    clauses.addAll(bindFacts(onFacts));
    return and(clauses);
  }

  private static List<Query> bindFacts(List<Raw> items) {
    Set<FactKind> named = EnumSet.noneOf(FactKind.class);
    for (Raw item : items) {
      if (!(item instanceof Raw.Not) && kinds(item).size() == 1) {
        named.addAll(kinds(item));
      }
    }
    Map<FactKind, List<Query>> byKind = new EnumMap<>(FactKind.class);
    Set<FactKind> open = EnumSet.allOf(FactKind.class);
    List<Query> ofOpen = new ArrayList<>();
    for (Raw item : items) {
      if (!(item instanceof Raw.Not) && !join(item, named, byKind)) {
        open.retainAll(kinds(item));
        ofOpen.add(condition(item));
      }
    }
    List<Query> without = new ArrayList<>();
    for (Raw item : items) {
      if (!(item instanceof Raw.Not) || join(item, named, byKind)) {
        continue;
      }
      Set<FactKind> shared = EnumSet.copyOf(open);
      shared.retainAll(kinds(item));
      if (ofOpen.isEmpty() || shared.isEmpty()) {
        without.add(not(new Query.Fact(kinds(item), not(condition(item)))));
      } else {
        open = shared;
        ofOpen.add(condition(item));
      }
    }
    List<Query> clauses = new ArrayList<>();
    if (!ofOpen.isEmpty()) {
      clauses.add(new Query.Fact(open, and(ofOpen)));
    }
    byKind.forEach((kind, all) -> clauses.add(new Query.Fact(EnumSet.of(kind), and(all))));
    clauses.addAll(without);
    return clauses;
  }

  /** Adds an item to every named kind that it fits; false if it fits none. */
  private static boolean join(Raw item, Set<FactKind> named, Map<FactKind, List<Query>> byKind) {
    boolean joined = false;
    for (FactKind kind : kinds(item)) {
      if (named.contains(kind)) {
        byKind.computeIfAbsent(kind, key -> new ArrayList<>()).add(condition(item));
        joined = true;
      }
    }
    return joined;
  }

  /** The kinds of facts that an item can be bound to; empty if it cannot be bound. */
  private static Set<FactKind> kinds(Raw item) {
    return switch (item) {
      case Raw.Leaf leaf -> leaf.kinds();
      case Raw.Conjunction bracket -> Set.of();
      case Raw.Not not -> kinds(not.item());
      case Raw.Either either -> {
        Set<FactKind> shared = EnumSet.allOf(FactKind.class);
        for (Raw.Conjunction alternative : either.alternatives()) {
          for (Raw part : alternative.items()) {
            shared.retainAll(kinds(part));
          }
        }
        yield shared;
      }
    };
  }

  /** An item that can be bound, as a condition on the fact. */
  private static Query condition(Raw item) {
    return switch (item) {
      case Raw.Leaf leaf -> leaf.query();
      case Raw.Conjunction inner -> and(inner.items().stream().map(FactBinder::condition).toList());
      case Raw.Not not -> not(condition(not.item()));
      case Raw.Either either ->
          or(either.alternatives().stream().map(FactBinder::condition).toList());
    };
  }

  private static Query not(Query query) {
    return query instanceof Query.Not not ? not.query() : new Query.Not(query);
  }

  private static Query and(List<Query> parts) {
    Set<Query> clauses = new LinkedHashSet<>();
    for (Query part : parts) {
      if (part instanceof Query.And and) {
        clauses.addAll(and.clauses());
      } else {
        clauses.add(part);
      }
    }
    if (clauses.size() > 1) {
      clauses.remove(new Query.All());
    }
    return clauses.size() == 1
        ? clauses.iterator().next()
        : new Query.And(
            clauses.stream().sorted(Comparator.comparingInt(FactBinder::rank)).toList());
  }

  /** The article's conditions first, then the facts by kind, then the facts that must not be. */
  private static int rank(Query clause) {
    return switch (clause) {
      case Query.Fact fact ->
          fact.kinds().size() > 1 ? 1 : 2 + fact.kinds().iterator().next().ordinal();
      case Query.Not not -> not.query() instanceof Query.Fact ? Integer.MAX_VALUE : 0;
      default -> 0;
    };
  }

  private static Query or(List<Query> parts) {
    Set<Query> clauses = new LinkedHashSet<>();
    for (Query part : parts) {
      if (part instanceof Query.Or or) {
        clauses.addAll(or.clauses());
      } else {
        clauses.add(part);
      }
    }
    if (clauses.size() == 1) {
      return clauses.iterator().next();
    }
    return sameFact(clauses) ? oneFact(clauses) : new Query.Or(List.copyOf(clauses));
  }

  private static boolean sameFact(Set<Query> clauses) {
    Set<Set<FactKind>> kinds = new LinkedHashSet<>();
    for (Query clause : clauses) {
      if (!(clause instanceof Query.Fact fact)) {
        return false;
      }
      kinds.add(fact.kinds());
    }
    return kinds.size() == 1;
  }

  /** "A figure so, or a figure so" is "a figure so or so". */
  private static Query oneFact(Set<Query> facts) {
    List<Query> conditions = new ArrayList<>();
    Set<FactKind> kinds = Set.of();
    for (Query clause : facts) {
      if (clause instanceof Query.Fact fact) {
        kinds = fact.kinds();
        conditions.add(fact.condition());
      }
    }
    return new Query.Fact(kinds, or(conditions));
  }
}
