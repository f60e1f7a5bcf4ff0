package io.chipwire.history;

/** A fact, and where it was stated. */
public record Statement<F>(F fact, Source source) {}
