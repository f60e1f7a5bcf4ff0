package io.chipwire.fact;

/** What kind of thing a name stands for. */
public enum EntityType implements Labelled {
  /** A company or a business of one. */
  COMPANY,
  /** A public body, regulator, exchange or index. */
  ORGANIZATION,
  /** A person. */
  PERSON,
  /** A chip, a service, a model, a node sold by name. */
  PRODUCT,
  /** A place. */
  PLACE
}
