package io.chipwire.query;

import io.chipwire.query.Query.Fact;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a tree so that it parses back to an equal one. */
final class QueryPrinter {

  private QueryPrinter() {}

  static String print(Query query) {
    return switch (query) {
      case Query.All all -> "*";
      case Query.Text text -> word(text.words(), text.phrase());
      case Query.Named named ->
          named.field().label() + ":" + value(named.id()) + (named.rollUp() ? "+" : "");
      case Query.Is is -> is.field().label() + ":" + value(is.value());
      case Query.Dated dated -> dated.field().label() + ":" + dated.day();
      case Query.Within within -> within.field().label() + ":" + value(within.range().toString());
      case Fact fact -> fact(fact);
      case Query.And and -> and(and.clauses());
      case Query.Or or -> join(or.clauses(), " OR ");
      case Query.Not not -> "-" + item(not.query(), true);
    };
  }

  /** An {@code OR} in a fact keeps its brackets: without them it would be one of articles. */
  private static String fact(Fact fact) {
    return fact.condition() instanceof Query.Or
        ? "(" + print(fact.condition()) + ")"
        : print(fact.condition());
  }

  private static String and(List<Query> clauses) {
    boolean apart = needApart(clauses);
    return clauses.stream().map(clause -> item(clause, apart)).collect(Collectors.joining(" "));
  }

  private static String join(List<Query> clauses, String separator) {
    return clauses.stream().map(QueryPrinter::print).collect(Collectors.joining(separator));
  }

  /**
   * Something beside others.
   *
   * @param apart whether a fact must be kept from binding with its neighbours
   */
  private static String item(Query query, boolean apart) {
    return switch (query) {
      case Fact fact -> apart ? "(" + print(fact) + ")" : print(fact);
      case Query.Or or -> "(" + print(or) + ")";
      case Query.And and -> "(" + print(and) + ")";
      default -> print(query);
    };
  }

  /** Whether facts side by side would bind otherwise than they are. */
  private static boolean needApart(List<Query> clauses) {
    Set<FactKind> seen = EnumSet.noneOf(FactKind.class);
    int facts = 0;
    boolean shared = false;
    for (Query clause : clauses) {
      if (clause instanceof Fact fact) {
        facts++;
        shared |= fact.kinds().size() > 1 || hasShared(fact.condition());
        for (FactKind kind : fact.kinds()) {
          shared |= !seen.add(kind);
        }
      }
    }
    return facts > 1 && shared;
  }

  private static boolean hasShared(Query condition) {
    return switch (condition) {
      case Query.And and -> and.clauses().stream().anyMatch(QueryPrinter::hasShared);
      case Query.Or or -> or.clauses().stream().anyMatch(QueryPrinter::hasShared);
      case Query.Not not -> hasShared(not.query());
      case Query.Named named -> named.field().kinds().size() > 1;
      case Query.Is is -> Conditions.kinds(is).size() > 1;
      default -> false;
    };
  }

  private static String word(String text, boolean phrase) {
    boolean special =
        text.startsWith("-") || Set.of("OR", "AND", "NOT", "|", "||", "&&").contains(text);
    return phrase || special ? "\"" + text + "\"" : value(text);
  }

  private static String value(String text) {
    boolean plain =
        text.chars().noneMatch(c -> Character.isWhitespace(c) || "()\":*+".indexOf(c) >= 0);
    return plain ? text : "\"" + text + "\"";
  }
}
