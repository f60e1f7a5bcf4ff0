package io.chipwire.quantity;

import io.chipwire.fact.Bound;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A quantity as it stands in a sentence, before anybody asks what it measures.
 *
 * @param sentence index of the sentence
 * @param first index of its first token
 * @param end index behind its last token
 * @param start offset in the text
 * @param stop offset behind it in the text
 * @param text the words as printed, from {@code start} to {@code stop}
 * @param unit see {@link io.chipwire.fact.Amount#unit()}
 * @param low lower end, magnitude applied; null where open
 * @param high upper end; null where open
 * @param per denominator of a rate, or null
 */
public record Quantity(
    int sentence,
    int first,
    int end,
    int start,
    int stop,
    String text,
    String unit,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    Bound bound,
    @Nullable String per) {}
