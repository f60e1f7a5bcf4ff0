package io.chipwire.search;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A fact with the sentence that states it.
 *
 * @param index its position in the extraction's list
 */
public record Found<F>(@JsonUnwrapped F fact, int index, String sentence) {}
