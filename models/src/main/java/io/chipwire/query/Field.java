package io.chipwire.query;

import static io.chipwire.query.FactKind.COMMITMENT;
import static io.chipwire.query.FactKind.FIGURE;
import static io.chipwire.query.FactKind.SIGNAL;

import io.chipwire.fact.EntityType;
import io.chipwire.fact.Labelled;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may stand before the colon. */
public enum Field implements Labelled {
  /** The article names this company. */
  COMPANY(EntityType.COMPANY),
  /** The article names this public body, regulator, exchange or index. */
  ORGANIZATION(EntityType.ORGANIZATION),
  /** The article names this product. */
  PRODUCT(EntityType.PRODUCT),
  /** The article names this person. */
  PERSON(EntityType.PERSON),
  /** The article names this place. */
  PLACE(EntityType.PLACE),
  /** The outlet's name, whatever its letter case. */
  PUBLISHER,
  /** ISO 639-1 code. */
  LANG,
  /** Published on this day or later (UTC). */
  AFTER,
  /** Published before this day (UTC). */
  BEFORE,
  /** A signal's kind, or a commitment's. */
  KIND(SIGNAL, COMMITMENT),
  /** Which way a figure changed or a signal points. */
  DIRECTION(FIGURE, SIGNAL),
  /** Whose figure or signal it is: an entity or product. */
  SUBJECT(FIGURE, SIGNAL),
  /** What a figure measures. */
  METRIC(FIGURE),
  /** How much a figure says. */
  VALUE(FIGURE),
  /** How much a figure that is a change says. */
  CHANGE(FIGURE),
  /** What a figure covers, or a longer period around that. */
  PERIOD(FIGURE),
  /** The denominator of a rate. */
  PER(FIGURE),
  /** The unit of a figure or of a commitment's amount. */
  UNIT(FIGURE, COMMITMENT),
  /** How a quantity is limited. */
  BOUND(FIGURE, COMMITMENT),
  /** How certain a figure is, or how firm a commitment. */
  STATUS(FIGURE, COMMITMENT),
  /** Who owes a commitment. */
  OBLIGOR(COMMITMENT),
  /** To whom it is owed. */
  COUNTERPARTY(COMMITMENT),
  /** How much is owed. */
  AMOUNT(COMMITMENT),
  /** Over what time. */
  TERM(COMMITMENT),
  /** What is owed. */
  OBJECT(COMMITMENT),
  /** How likely it is that a fact was read rightly, from 0 to 1. */
  CONFIDENCE(FIGURE, COMMITMENT, SIGNAL);

  private final @Nullable EntityType entityType;
  private final Set<FactKind> kinds;

  Field(FactKind... kinds) {
    this.entityType = null;
    EnumSet<FactKind> set = EnumSet.noneOf(FactKind.class);
    Collections.addAll(set, kinds);
    this.kinds = Collections.unmodifiableSet(set);
  }

  Field(EntityType entityType) {
    this.entityType = entityType;
    this.kinds = Set.of();
  }

  /** The type of entity it names, or null if it names none or one of any type. */
  public @Nullable EntityType entityType() {
    return entityType;
  }

  /** The facts that can have it; empty if it belongs to the article. */
  public Set<FactKind> kinds() {
    return kinds;
  }

  /** Whether its value is a name that is looked up. */
  boolean isName() {
    return entityType != null || List.of(SUBJECT, OBLIGOR, COUNTERPARTY).contains(this);
  }

  /** Whether its value is a quantity. */
  boolean isAmount() {
    return this == VALUE || this == CHANGE || this == AMOUNT;
  }
}
