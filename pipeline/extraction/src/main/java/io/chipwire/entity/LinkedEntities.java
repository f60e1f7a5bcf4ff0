package io.chipwire.entity;

import io.chipwire.fact.Entity;
import java.util.List;

/**
 * Who is named in an article, and where. Immutable.
 *
 * @param title places in the title, by position
 * @param text places in the text, by position; descriptions ("the chipmaker", "it") included, see
 *     {@link Mention#byName()}. Several may share a span: "the two companies"
 * @param entities everybody and everything named, in order of first appearance (title first)
 */
public record LinkedEntities(List<Mention> title, List<Mention> text, List<Entity> entities) {

  /** Copies the lists. */
  public LinkedEntities {
    title = List.copyOf(title);
    text = List.copyOf(text);
    entities = List.copyOf(entities);
  }
}
