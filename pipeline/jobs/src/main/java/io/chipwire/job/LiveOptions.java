package io.chipwire.job;

import io.chipwire.archive.WatchedFolder;
import io.chipwire.job.monitor.MonitorAddress;
import io.chipwire.kafka.Topics;
import io.chipwire.web.FetchPolicy;
import io.chipwire.web.WatchedSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to watch and how.
 *
 * @param index the index folder; made if it is not there. Checkpoints and rejections lie in it
 * @param sources to watch on the web, each with a name of its own
 * @param policy how to ask; its limit of bytes holds for records of topics, too
 * @param pace the least time between two requests to one host
 * @param parallelism subtasks that fetch, read and annotate, from 1 to {@link
 *     ArticlePipeline#MAX_PARALLELISM}; may differ from that of the run that is resumed
 * @param checkpointInterval how much work a kill may cost, and how often the index shows more
 * @param folders to watch on disk, each with a name of its own
 * @param topics where pages come from beside the web, or in its place, and what else is told
 * @param state where its state lies; null for the cluster's own choice, in this process in memory.
 *     May be another one than before only if the run that is resumed was stopped, not killed
 * @param cluster where the job runs; null for this process, or wherever it is taken to
 * @param monitoring where this process serves metrics and health; null for nowhere
 */
public record LiveOptions(
    Path index,
    List<WatchedSource> sources,
    FetchPolicy policy,
    Duration pace,
    int parallelism,
    Duration checkpointInterval,
    List<WatchedFolder> folders,
    Topics topics,
    @Nullable StateStore state,
    @Nullable FlinkCluster cluster,
    @Nullable MonitorAddress monitoring) {

  /**
   * Checks the values and copies the lists.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  public LiveOptions {
    sources = List.copyOf(sources);
    folders = List.copyOf(folders);
    if (parallelism < 1 || parallelism > ArticlePipeline.MAX_PARALLELISM) {
      throw new IllegalArgumentException(
          "parallelism " + parallelism + ": expected 1 to " + ArticlePipeline.MAX_PARALLELISM);
    }
    if (checkpointInterval.toMillis() < 10) {
      throw new IllegalArgumentException(
          "checkpoint interval " + checkpointInterval + ": expected at least 10 ms");
    }
  }

  /** Options for the web alone, in this process. */
  public LiveOptions(
      Path index,
      List<WatchedSource> sources,
      FetchPolicy policy,
      Duration pace,
      int parallelism,
      Duration checkpointInterval) {
    this(
        index,
        sources,
        policy,
        pace,
        parallelism,
        checkpointInterval,
        List.of(),
        Topics.NONE,
        null,
        null,
        null);
  }

  /** Whether there is nothing to watch. */
  boolean isEmpty() {
    return sources.isEmpty() && folders.isEmpty() && topics.pages().isEmpty();
  }

  /** The same with other folders. */
  public LiveOptions withFolders(List<WatchedFolder> others) {
    return with(others, topics, state, cluster, monitoring);
  }

  /** The same with other topics. */
  public LiveOptions withTopics(Topics others) {
    return with(folders, others, state, cluster, monitoring);
  }

  /** The same with its state elsewhere. */
  public LiveOptions withState(@Nullable StateStore other) {
    return with(folders, topics, other, cluster, monitoring);
  }

  /** The same in a cluster, which has to see the index and the folders. */
  public LiveOptions withCluster(@Nullable FlinkCluster other) {
    return with(folders, topics, state, other, monitoring);
  }

  /** The same with metrics and health served there, or nowhere. */
  public LiveOptions monitored(@Nullable MonitorAddress address) {
    return with(folders, topics, state, cluster, address);
  }

  private LiveOptions with(
      List<WatchedFolder> otherFolders,
      Topics otherTopics,
      @Nullable StateStore otherState,
      @Nullable FlinkCluster otherCluster,
      @Nullable MonitorAddress otherMonitoring) {
    return new LiveOptions(
        index,
        sources,
        policy,
        pace,
        parallelism,
        checkpointInterval,
        otherFolders,
        otherTopics,
        otherState,
        otherCluster,
        otherMonitoring);
  }
}
