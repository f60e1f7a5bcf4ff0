package io.chipwire.alert;

import io.chipwire.query.FactKind;

/**
 * A fact that met a subscription's query.
 *
 * @param key the same for the same fact wherever it stands, see {@link FactKeys}
 * @param words the fact for people: {@code Amazon capex 2026Q1: $43.2B, up 78% YoY}
 * @param sentence what was printed
 * @param confidence from 0 to 1
 */
public record MatchedFact(
    FactKind kind, String key, String words, String sentence, double confidence) {}
