package io.chipwire.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows a running backfill: reports progress, stops it on demand, and sums it up. */
final class BackfillWatch {

  private static final Logger LOG = LoggerFactory.getLogger(BackfillWatch.class);

  private static final long POLL_MILLIS = 500;
  private static final long ANSWER_SECONDS = 10;

  /** A clean stop takes a checkpoint, for which the articles at hand have to be done. */
  private static final Duration STOP = Duration.ofSeconds(30);

  private final BackfillProgress.Listener listener;
  private final CountDownLatch stopAsked = new CountDownLatch(1);
  private Map<String, Object> accumulators = Map.of();
  private long firstReadNanos;
  private boolean anyRead;

  BackfillWatch(BackfillProgress.Listener listener) {
    this.listener = listener;
  }

  /** Asks for a stop, from any thread. */
  void stop() {
    stopAsked.countDown();
  }

  /**
   * Blocks until the job is over.
   *
   * @param stopFolder where a stopped job leaves its last checkpoint
   */
  BackfillReport await(
      JobClient job, Path stopFolder, long bytesTotal, boolean resumed, Path deadLetters)
      throws InterruptedException, BackfillFailedException {
    long start = System.nanoTime();
    CompletableFuture<JobExecutionResult> result = job.getJobExecutionResult();
    boolean stopped = false;
    try {
      while (!stopped && !waitFor(result)) {
        if (stopAsked.getCount() == 0) {
          stopped =
              JobStop.stop(job, stopFolder, SavepointFormatType.NATIVE, STOP)
                  != JobStop.OVER_ALREADY;
        } else {
          report(job, bytesTotal, resumed);
        }
      }
      finish(result, stopped);
    } finally {
      if (!result.isDone()) {
        job.cancel();
      }
    }
    BackfillCounts counts = BackfillCounts.of(accumulators);
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    Path written = Files.exists(deadLetters) ? deadLetters : null;
    return new BackfillReport(
        counts, !stopped, resumed, elapsed, counts.read() - restored(), written);
  }

  /** Waits a little; whether the job is over. */
  private boolean waitFor(CompletableFuture<JobExecutionResult> result)
      throws InterruptedException {
    if (!result.isDone()) {
      stopAsked.await(POLL_MILLIS, TimeUnit.MILLISECONDS);
    }
    return result.isDone();
  }

  private void report(JobClient job, long bytesTotal, boolean resumed) throws InterruptedException {
    try {
      accumulators = job.getAccumulators().get(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | IllegalStateException e) {
      // The MiniCluster of a job that is over refuses at once; the job's result tells the rest.
      LOG.debug("no counts at the moment", e);
      return;
    }
    BackfillCounts counts = BackfillCounts.of(accumulators);
    long read = counts.read() - restored();
    if (read > 0 && !anyRead) {
      anyRead = true;
      firstReadNanos = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS);
    }
    double rate = anyRead ? read * 1e9 / (System.nanoTime() - firstReadNanos) : 0;
    listener.progress(new BackfillProgress(counts, bytesTotal, rate, resumed));
  }

  private long restored() {
    return accumulators.get(Tally.RESTORED) instanceof Long count ? count : 0;
  }

  private void finish(CompletableFuture<JobExecutionResult> result, boolean stopped)
      throws InterruptedException, BackfillFailedException {
    try {
      accumulators = result.get(STOP.toSeconds(), TimeUnit.SECONDS).getAllAccumulatorResults();
    } catch (ExecutionException | TimeoutException e) {
      if (!stopped) {
        throw new BackfillFailedException("backfill failed", e);
      }
      LOG.debug("stopped without a result", e);
    }
  }
}
