package io.chipwire.fact;

/** How a quantity is limited by the words around it. */
public enum Bound implements Labelled {
  /** A point as said. */
  EXACT,
  /** Near the point: "about", "nearly". */
  ABOUT,
  /** At least: "over", "more than", "+". */
  MIN,
  /** At most: "up to", "less than". */
  MAX,
  /** Between two points. */
  RANGE,
  /** An order of magnitude: "tens of billions". */
  ORDER
}
