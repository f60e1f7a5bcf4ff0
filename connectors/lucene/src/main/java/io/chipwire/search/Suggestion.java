package io.chipwire.search;

/**
 * A way to go on with a query that is being typed.
 *
 * @param query the whole query, gone on with
 * @param label what to show
 * @param articles how many articles have it; -1 where that is not counted
 */
public record Suggestion(String query, String label, long articles) {}
