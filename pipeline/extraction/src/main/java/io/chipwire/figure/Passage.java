package io.chipwire.figure;

import io.chipwire.entity.Mention;
import io.chipwire.language.AnnotatedText;
import io.chipwire.quantity.Quantity;
import java.util.List;

/**
 * A title or a text with what was found in it.
 *
 * @param annotated its sentences; trees are asked for only where a quantity stands
 * @param quantities by position
 * @param mentions by position; descriptions and pronouns included
 */
public record Passage(AnnotatedText annotated, List<Quantity> quantities, List<Mention> mentions) {

  /** Copies the lists. */
  public Passage {
    quantities = List.copyOf(quantities);
    mentions = List.copyOf(mentions);
  }
}
