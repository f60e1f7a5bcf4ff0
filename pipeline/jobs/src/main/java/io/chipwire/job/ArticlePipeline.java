package io.chipwire.job;

import io.chipwire.article.Article;
import io.chipwire.article.Intake;
import io.chipwire.article.Rejection;
import io.chipwire.extraction.Extraction;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.OutputTag;

/**
 * The wiring that every job shares, and nothing but the wiring:
 *
 * <pre>
 * intakes ─ ReadPage ─ (by article id) ─ Keep…Revision ─ AnnotateArticle ─ (Memory) ─ index
 *              └──────── rejected ─────────────────────────────┴─ dead letters
 * </pre>
 */
public final class ArticlePipeline {

  /** What was refused, at whatever stage. */
  public static final OutputTag<Rejection> REJECTED =
      new OutputTag<>("rejected", TypeInformation.of(Rejection.class));

  /** Never to be changed while there are checkpoints: it fixes how ids are spread. */
  public static final int MAX_PARALLELISM = 128;

  private static final MemorySize BUFFER = MemorySize.parse("8kb");
  private static final Duration HEARTBEAT = Duration.ofMillis(500);

  private ArticlePipeline() {}

  /**
   * What a job needs set: no type that falls to Kryo, no operator without a name of its own, and no
   * copies between chained operators, as all our records are immutable. The last two are for a
   * cluster in this process; a running one has its own settings, and docker/flink/config.yaml says
   * the same.
   */
  public static Configuration configuration() {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    configuration.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
    configuration.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.STREAMING);
    // Small buffers: an article takes long, and a checkpoint waits for all that are on the way.
    configuration.set(TaskManagerOptions.MEMORY_SEGMENT_SIZE, BUFFER);
    // Counts travel with the heartbeats.
    configuration.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, HEARTBEAT);
    return configuration;
  }

  /**
   * Wires the stages between a stream of intakes, of whatever origin, and the sinks.
   *
   * @param revisionTtl how long after its last revision an article's next one is still known as
   *     such
   * @return what the articles say, for whoever else wants it
   */
  public static DataStream<Extraction> define(
      DataStream<Intake> intakes, ArticleStages stages, Duration revisionTtl, ArticleSinks sinks) {
    return define(
        intakes, stages, new KeepLatestRevision(revisionTtl), UnaryOperator.identity(), sinks);
  }

  /**
   * The same with another rule for the revisions of an article, and more to be known of each.
   *
   * @param revisions keyed by article id; lets through what is to be indexed, the last one last
   * @param memory what happens to extractions before they are indexed; keeps the revisions of an
   *     article in order and in one subtask
   */
  static DataStream<Extraction> define(
      DataStream<Intake> intakes,
      ArticleStages stages,
      KeyedProcessFunction<String, Article, Article> revisions,
      UnaryOperator<DataStream<Extraction>> memory,
      ArticleSinks sinks) {
    SingleOutputStreamOperator<Article> articles =
        intakes
            .rebalance()
            .process(new ReadPage(stages.reader()))
            .returns(Article.class)
            .name("ReadPage")
            .uid("read-page");
    SingleOutputStreamOperator<Article> latest =
        articles
            .keyBy(Article::id)
            .process(revisions)
            .returns(Article.class)
            .name(revisions.getClass().getSimpleName())
            .uid("keep-latest-revision");
    SingleOutputStreamOperator<Extraction> extractions =
        latest
            .process(new AnnotateArticle(stages.annotator()))
            .returns(Extraction.class)
            .name("AnnotateArticle")
            .uid("annotate-article");
    DataStream<Extraction> remembered = memory.apply(extractions);
    remembered.sinkTo(sinks.index()).name("Index").uid("index");
    DataStream<Rejection> rejected =
        articles.getSideOutput(REJECTED).union(extractions.getSideOutput(REJECTED));
    if (sinks.signals() != null) {
      rejected = rejected.union(Telling.define(remembered, sinks.signals()));
    }
    rejected
        .sinkTo(sinks.deadLetters())
        .name("DeadLetters")
        .uid(sinks.deadLettersUid())
        .setParallelism(1);
    return remembered;
  }
}
