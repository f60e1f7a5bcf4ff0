package io.chipwire.entity;

import io.chipwire.fact.EntityType;

/**
 * A place in a text where an entity is named, or referred to by a definite description such as "the
 * chipmaker".
 *
 * @param id the entity
 * @param name the entity's best-known short name
 * @param sentence index of the sentence
 * @param first index of its first token
 * @param end index behind its last token
 * @param start offset in the text
 * @param stop offset behind it in the text
 * @param byName false for a description ("the company", "it"), which is no mention of the contract
 */
public record Mention(
    String id,
    EntityType type,
    String name,
    int sentence,
    int first,
    int end,
    int start,
    int stop,
    boolean byName) {}
