package io.chipwire.search.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.extraction.Extraction;
import io.chipwire.fact.Metric;
import io.chipwire.search.Articles;
import io.chipwire.search.IndexFolder;
import io.chipwire.search.InstallStep;
import io.chipwire.search.LuceneCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LuceneSinkIT {

  private static final int RECORDS = 600;
  private static final int ARTICLES = 400;

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(2)
              .setNumberSlotsPerTaskManager(2)
              .build());

  /** How often each run has died, by its name. */
  private static final Map<String, AtomicInteger> DEATHS = new ConcurrentHashMap<>();

  @TempDir Path root;
  @TempDir Path checkpoints;

  @ParameterizedTest
  @EnumSource(InstallStep.class)
  void everyArticleIsInOnceThoughTheJobDiesThreeTimes(InstallStep deadly) throws Exception {
    IndexFolder folder = new IndexFolder(root.resolve("index"));
    String run = deadly.name();
    DEATHS.put(run, new AtomicInteger());

    run(folder, RuntimeExecutionMode.STREAMING, new Dying(run, deadly, 3));

    assertThat(DEATHS.get(run)).hasValue(3);
    assertComplete(folder);
  }

  @Test
  void aBatchJobCommitsAtItsEnd() throws Exception {
    IndexFolder folder = new IndexFolder(root.resolve("index"));

    run(folder, RuntimeExecutionMode.BATCH, InstallStep.Observer.NONE);

    assertComplete(folder);
    assertThat(folder.staging()).isEmptyDirectory();
  }

  private void assertComplete(IndexFolder folder) throws Exception {
    Map<String, String> texts = LuceneCheck.texts(folder);
    assertThat(texts).hasSize(ARTICLES);
    texts.forEach(
        (id, text) -> {
          int number = Integer.parseInt(id);
          int last = number < RECORDS - ARTICLES ? number + ARTICLES : number;
          assertThat(text).isEqualTo("Record " + last + " cost $8 billion.");
        });
    assertThat(LuceneCheck.documents(folder)).isEqualTo(2 * ARTICLES);
  }

  /** Record n is a revision of article n modulo ARTICLES. */
  private void run(IndexFolder folder, RuntimeExecutionMode mode, InstallStep.Observer observer)
      throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 20);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(50));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    env.setRuntimeMode(mode);
    env.setParallelism(2);
    if (mode == RuntimeExecutionMode.STREAMING) {
      env.enableCheckpointing(100);
    }
    env.fromSource(
            new NumberSequenceSource(0, RECORDS - 1), WatermarkStrategy.noWatermarks(), "numbers")
        .uid("numbers")
        .setParallelism(1)
        .map(LuceneSinkIT::record)
        .returns(Extraction.class)
        .uid("articles")
        .setParallelism(1)
        .keyBy(extraction -> extraction.article().id())
        .sinkTo(new LuceneSink(folder, observer))
        .uid("index");
    env.execute();
  }

  private static Extraction record(long number) throws InterruptedException {
    Thread.sleep(2);
    return Articles.article(Long.toString(number % ARTICLES))
        .ordinal(number)
        .says("Record " + number + " cost $8 billion.")
        .figure("$8 billion", "USD", "8e9", Metric.COST, null)
        .build();
  }

  /** Dies at a step the first few times it is reached. */
  private record Dying(String run, InstallStep deadly, int times) implements InstallStep.Observer {

    @Override
    public void reached(InstallStep step) {
      if (step == deadly && DEATHS.get(run).getAndUpdate(n -> Math.min(times, n + 1)) < times) {
        throw new IllegalStateException("killed at " + step);
      }
    }
  }
}
