package io.chipwire.search;

/**
 * A state of an index.
 *
 * @param generation counts its commits
 * @param ageSeconds how long ago that commit was made
 */
public record Snapshot(long generation, double ageSeconds) {}
