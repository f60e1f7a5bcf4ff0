package io.chipwire.search;

/**
 * Facts of many articles, put together from one state of an index.
 *
 * @param <T> what they were put together to
 */
public record HistoryAnswer<T>(Snapshot snapshot, T facts) {}
