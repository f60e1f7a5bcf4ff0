package io.chipwire.query;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What articles are wanted. Made by {@link QueryLanguage}; {@code toString} is the normal form.
 *
 * <p>Conditions on the article and conditions on a fact use the same types; those on a fact stand
 * inside a {@link Fact} only, and only there. Immutable.
 */
public sealed interface Query {

  /** Every article. */
  record All() implements Query {
    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /**
   * Words of title or text.
   *
   * @param words as typed
   * @param phrase whether they must stand one after the other
   * @param ids entities of that very name; an article that names one of them has the words, too
   */
  record Text(String words, boolean phrase, List<String> ids) implements Query {

    /** Copies the list. */
    public Text {
      ids = List.copyOf(ids);
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /**
   * An entity: named in the article ({@code company:}), or in a role in a fact ({@code obligor:}).
   *
   * @param id the entity
   * @param rollUp whether what belongs to it counts for it ({@code company:amazon+})
   * @param ids all that count, {@code id} first
   */
  record Named(Field field, String id, boolean rollUp, List<String> ids) implements Query {

    /** Copies the list. */
    public Named {
      ids = List.copyOf(ids);
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /** A property with that value, in its normal spelling. */
  record Is(Field field, String value) implements Query {
    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /** Published from that day on ({@link Field#AFTER}) or before it ({@link Field#BEFORE}). */
  record Dated(Field field, LocalDate day) implements Query {
    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /** A quantity within limits. */
  record Within(Field field, AmountRange range) implements Query {
    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /**
   * The article states one fact of any of these kinds that meets the condition.
   *
   * @param condition leaves are {@link Named}, {@link Is} and {@link Within}
   */
  record Fact(Set<FactKind> kinds, Query condition) implements Query {

    /** Copies the set. */
    public Fact {
      kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /** All of them; two or more, none of them an {@code And}. */
  record And(List<Query> clauses) implements Query {

    /** Copies the list. */
    public And {
      clauses = List.copyOf(clauses);
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /** At least one of them; two or more, none of them an {@code Or}. */
  record Or(List<Query> clauses) implements Query {

    /** Copies the list. */
    public Or {
      clauses = List.copyOf(clauses);
    }

    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }

  /** Not that; never a {@code Not} of a {@code Not}. */
  record Not(Query query) implements Query {
    @Override
    public String toString() {
      return QueryPrinter.print(this);
    }
  }
}
