package io.chipwire.job;

import io.chipwire.job.monitor.Health;
import io.chipwire.job.monitor.Lookout;
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
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows a live job: reports how it stands, stops it on demand, and sums it up. */
final class LiveWatch {

  private static final Logger LOG = LoggerFactory.getLogger(LiveWatch.class);

  private static final long POLL_MILLIS = 500;
  private static final long ANSWER_SECONDS = 10;

  /** A clean stop takes a checkpoint, for which the articles at hand have to be done. */
  private static final Duration STOP = Duration.ofSeconds(15);

  private final LiveProgress listener;
  private final CountDownLatch stopAsked = new CountDownLatch(1);
  private LiveCounts counts = LiveCounts.NONE;
  private boolean stalled;

  LiveWatch(LiveProgress listener) {
    this.listener = listener;
  }

  /** Asks for a stop, from any thread. */
  void stop() {
    stopAsked.countDown();
  }

  /**
   * Blocks until the job is stopped.
   *
   * @param lookout sees the job
   * @param stopFolder where a stopped job leaves its last checkpoint
   * @param deadLetters the file of what is refused; null if there is none
   * @throws LiveFailedException if it ends by itself: it never does unless it fails
   */
  LiveReport await(
      JobClient job, Lookout lookout, Path stopFolder, boolean resumed, @Nullable Path deadLetters)
      throws InterruptedException, LiveFailedException {
    long start = System.nanoTime();
    CompletableFuture<JobExecutionResult> result = job.getJobExecutionResult();
    try {
      while (!stopAsked.await(POLL_MILLIS, TimeUnit.MILLISECONDS) && !result.isDone()) {
        report(job, lookout.health());
      }
      boolean atCheckpoint =
          !result.isDone()
              && JobStop.stop(job, stopFolder, SavepointFormatType.CANONICAL, STOP)
                  == JobStop.AT_CHECKPOINT;
      sumUp(result, atCheckpoint);
      return new LiveReport(
          counts,
          resumed,
          atCheckpoint,
          Duration.ofNanos(System.nanoTime() - start),
          deadLetters != null && Files.exists(deadLetters) ? deadLetters : null);
    } finally {
      if (!result.isDone()) {
        job.cancel();
      }
    }
  }

  private void report(JobClient job, Health health) throws InterruptedException {
    logStandstill(health);
    boolean running;
    try {
      running = job.getJobStatus().get(ANSWER_SECONDS, TimeUnit.SECONDS) == JobStatus.RUNNING;
      counts = LiveCounts.of(job.getAccumulators().get(ANSWER_SECONDS, TimeUnit.SECONDS));
    } catch (ExecutionException | TimeoutException | IllegalStateException e) {
      LOG.debug("no counts at the moment", e);
      return;
    }
    listener.progress(counts, running, health);
  }

  private void logStandstill(Health health) {
    if (health.stalled() && !stalled) {
      LOG.warn("no checkpoint is completed any more; the last one: {}", health.lastCheckpoint());
    } else if (stalled && !health.stalled()) {
      LOG.info("checkpoints are completed again; the last one: {}", health.lastCheckpoint());
    }
    stalled = health.stalled();
  }

  private void sumUp(CompletableFuture<JobExecutionResult> result, boolean atCheckpoint)
      throws InterruptedException, LiveFailedException {
    try {
      Map<String, Object> last =
          result.get(ANSWER_SECONDS, TimeUnit.SECONDS).getAllAccumulatorResults();
      counts = LiveCounts.of(last);
    } catch (ExecutionException | TimeoutException e) {
      if (stopAsked.getCount() > 0) {
        throw new LiveFailedException("the job failed for good", e);
      }
      LOG.debug("stopped without a result, at a checkpoint: {}", atCheckpoint, e);
    }
  }
}
