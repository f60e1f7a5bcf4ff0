package io.chipwire.job;

import java.io.Serializable;
import java.util.function.Function;

/**
 * A function that is made in the process that runs it, because what it holds, such as language
 * models, is too large to travel.
 *
 * @param <I> what it takes
 * @param <O> what it gives
 */
@FunctionalInterface
public interface LocalFunction<I, O> extends Serializable {

  /**
   * Makes the function, or hands out the one that this process shares. Called once per subtask, by
   * several at a time; the function itself is called by one thread.
   */
  Function<I, O> open() throws Exception;
}
