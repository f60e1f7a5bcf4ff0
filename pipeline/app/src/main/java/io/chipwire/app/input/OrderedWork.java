package io.chipwire.app.input;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Applies a function on several threads and hands the results on in the order of the inputs. Holds
 * a few inputs a thread, however many there are.
 */
public final class OrderedWork {

  private static final int AHEAD = 3;

  private OrderedWork() {}

  /**
   * Works through {@code inputs}, which this thread alone reads.
   *
   * @param function thread-safe; what it throws ends the work and is thrown here
   * @param taken called in this thread for each result; false ends the work
   */
  public static <I, O> void run(
      Iterator<I> inputs, Function<I, O> function, int threads, Predicate<O> taken)
      throws InterruptedException {
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("work-", 0).factory());
    Deque<Future<O>> ahead = new ArrayDeque<>();
    try {
      boolean wanted = true;
      while (wanted && (inputs.hasNext() || !ahead.isEmpty())) {
        if (inputs.hasNext() && ahead.size() < threads * AHEAD) {
          I input = inputs.next();
          ahead.add(pool.submit(() -> function.apply(input)));
        } else {
          wanted = taken.test(result(ahead.remove()));
        }
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static <O> O result(Future<O> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e);
    }
  }
}
