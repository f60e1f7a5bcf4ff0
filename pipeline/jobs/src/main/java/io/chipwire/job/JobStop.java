package io.chipwire.job;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a job that was to stop did so. */
enum JobStop {
  /** At a checkpoint of its own: nothing has to be done again. */
  AT_CHECKPOINT,
  /** In the middle: what came after its last checkpoint has to be done again. */
  CANCELLED,
  /** It was over before. */
  OVER_ALREADY;

  private static final Logger LOG = LoggerFactory.getLogger(JobStop.class);

  /**
   * Stops a job at a checkpoint, or without one if that takes too long: the articles at hand have
   * to be done for it.
   *
   * @param folder where it leaves the checkpoint
   * @param format in which; only the canonical one can be read by another kind of state store
   * @param atMost how long either may take
   */
  static JobStop stop(JobClient job, Path folder, SavepointFormatType format, Duration atMost)
      throws InterruptedException {
    long millis = atMost.toMillis();
    try {
      job.stopWithSavepoint(false, folder.toUri().toString(), format)
          .get(millis, TimeUnit.MILLISECONDS);
      return AT_CHECKPOINT;
    } catch (ExecutionException | TimeoutException e) {
      LOG.info("not stopped at a checkpoint, the last one counts: {}", e.toString());
    }
    try {
      job.cancel().get(millis, TimeUnit.MILLISECONDS);
      return CANCELLED;
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("over before it could be stopped", e);
      return OVER_ALREADY;
    }
  }
}
