package io.chipwire.fact;

/** Marks a figure that is itself a change: which way, and against what. */
public record Change(Direction direction, Basis basis) {}
