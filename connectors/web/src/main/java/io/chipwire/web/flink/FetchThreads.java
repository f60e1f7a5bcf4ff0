package io.chipwire.web.flink;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads that wait for servers. Platform threads, as name lookups block in native code; daemons,
 * which end when they have nothing to do.
 */
final class FetchThreads {

  /** Requests of one subtask at a time, each of another host. */
  private static final int MOST = 128;

  private FetchThreads() {}

  static ExecutorService named(String name) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            MOST,
            MOST,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> Thread.ofPlatform().daemon().name(name).unstarted(task));
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }
}
