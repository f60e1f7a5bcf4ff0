package io.chipwire.fact;

/** Which way something moved. */
public enum Direction implements Labelled {
  /** It rose. */
  UP,
  /** It fell. */
  DOWN
}
