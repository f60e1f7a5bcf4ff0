package io.chipwire.job;

import io.chipwire.archive.ArchiveOptions;
import io.chipwire.archive.flink.FolderSource;
import io.chipwire.article.Intake;
import io.chipwire.extraction.Extraction;
import io.chipwire.kafka.PageTopic;
import io.chipwire.kafka.SinkTopic;
import io.chipwire.kafka.flink.PageSource;
import io.chipwire.kafka.flink.RecordSinks;
import io.chipwire.search.IndexFolder;
import io.chipwire.search.flink.LuceneSink;
import io.chipwire.web.Finding;
import io.chipwire.web.WatchedSource;
import io.chipwire.web.flink.WatchSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * The wiring of a live job around the {@link ArticlePipeline}:
 *
 * <pre>
 * web ─ LinkPipeline ─┐                       ┌─ index
 * folders ────────────┼─ ArticlePipeline ─────┼─ signals, dead letters
 * topics ─────────────┘  (with a Memory)      └─ news ─ Alerting
 * </pre>
 */
final class LivePipeline {

  /** Links leave feeds within days and news sitemaps within two; archives of sitemaps stay. */
  private static final Duration LINK_TTL = Duration.ofDays(90);

  /** Articles are corrected within days; the rest is memory. */
  private static final Duration REVISION_TTL = Duration.ofDays(180);

  private final LiveOptions options;
  private final Outside outside;
  private final StreamExecutionEnvironment env;

  private LivePipeline(LiveOptions options, Outside outside, StreamExecutionEnvironment env) {
    this.options = options;
    this.outside = outside;
    this.env = env;
  }

  /** Where what a live job refused is kept, unless it goes to a topic. */
  static Path deadLetters(LiveOptions options) {
    return DeadLetters.folderOf(options.index()).resolve("run.jsonl");
  }

  /**
   * Wires a job.
   *
   * @param alertStore see {@link Alerting#define}; null to alert nobody
   * @throws IOException if the folder of addresses to be replayed cannot be made
   */
  static void define(
      StreamExecutionEnvironment env,
      LiveOptions options,
      ArticleStages stages,
      Outside outside,
      @Nullable String alertStore)
      throws IOException {
    LivePipeline live = new LivePipeline(options, outside, env);
    DataStream<Extraction> said =
        ArticlePipeline.define(
            live.intakes(),
            stages,
            new KeepChangedRevision(REVISION_TTL),
            Memory::define,
            live.sinks());
    if (alertStore != null) {
      Alerting.define(said.filter(News::isNews).name("News").uid("news"), alertStore);
    }
  }

  /** Of whatever is watched; there is at least one. */
  private DataStream<Intake> intakes() throws IOException {
    List<DataStream<Intake>> streams = new ArrayList<>();
    if (!options.sources().isEmpty()) {
      streams.add(web());
    }
    if (!options.folders().isEmpty()) {
      streams.add(
          env.fromSource(
                  FolderSource.of(options.folders(), ArchiveOptions.DEFAULT),
                  WatermarkStrategy.noWatermarks(),
                  "Folders")
              .uid("source-folder")
              .setParallelism(1)); // reading is a small part of the work
    }
    for (PageTopic pages : options.topics().pages()) {
      // With the topic: under one uid a source that is given another one would go on with the old.
      streams.add(
          env.fromSource(
                  PageSource.of(pages, options.policy().maxBytes()),
                  WatermarkStrategy.noWatermarks(),
                  "Kafka " + pages.name())
              .uid("source-kafka-" + pages.name() + "/" + pages.topic().topic()));
    }
    return streams.stream().reduce((some, more) -> some.union(more)).orElseThrow();
  }

  private DataStream<Intake> web() throws IOException {
    DataStream<Finding> found =
        env.fromSource(
                WatchSource.of(options.sources(), outside.fetchers(), outside.clock()),
                WatermarkStrategy.noWatermarks(),
                "Watch")
            .uid("source-watch")
            .setParallelism(1); // it waits for servers, which threads of its own do
    return LinkPipeline.define(
        found.union(Replay.of(options.index()).links(env, outside.clock())),
        outside.fetchers(),
        options.pace(),
        LINK_TTL,
        options.sources().stream()
            .filter(source -> !source.obeysOptOuts())
            .map(WatchedSource::name)
            .collect(Collectors.toSet()));
  }

  private ArticleSinks sinks() {
    SinkTopic signals = options.topics().signals();
    SinkTopic rejected = options.topics().deadLetters();
    return new ArticleSinks(
        new LuceneSink(new IndexFolder(options.index())),
        rejected == null
            ? DeadLetterSink.appendingTo(deadLetters(options))
            : RecordSinks.rejections(rejected),
        rejected == null ? "dead-letters" : "dead-letters-kafka",
        signals == null ? null : RecordSinks.signals(signals));
  }
}
