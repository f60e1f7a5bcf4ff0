package io.chipwire.figure;

/**
 * What a decision rests on, from firm to weak; {@code confidence.tsv} says how sure each makes us.
 */
enum Evidence {
  /** Words that touch the amount or its predicate. */
  STATED,
  /** The same clause or phrase. */
  CLAUSE,
  /** Taken over from a quantity that shares the predicate. */
  TIED,
  /** Elsewhere in the sentence. */
  SENTENCE,
  /** A heading, a label or a table's header. */
  HEADER,
  /** What went before. */
  CONTEXT,
  /** Nothing; the usual for the unit. */
  DEFAULT
}
