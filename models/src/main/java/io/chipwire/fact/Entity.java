package io.chipwire.fact;

import java.util.List;

/**
 * Somebody or something that the article names.
 *
 * @param id lower-case slug of the best-known short name
 * @param name that name
 * @param mentions where it is named in the text, in order; empty if only the title names it
 */
public record Entity(String id, EntityType type, String name, List<Span> mentions) {

  /** Copies the list. */
  public Entity {
    mentions = List.copyOf(mentions);
  }
}
