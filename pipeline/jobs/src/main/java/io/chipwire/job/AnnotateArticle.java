package io.chipwire.job;

import io.chipwire.article.Article;
import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import io.chipwire.extraction.Extraction;
import java.time.Duration;
import java.util.function.Function;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * From article to everything it says. An article that trips the extraction up goes to {@link
 * ArticlePipeline#REJECTED}.
 *
 * <p>Owned state: counts.
 */
public final class AnnotateArticle extends ProcessFunction<Article, Extraction>
    implements CheckpointedFunction {

  private static final long serialVersionUID = 1;

  /** Quantiles are over so many of the latest articles. */
  private static final int WINDOW = 1_000;

  private final LocalFunction<Article, Extraction> annotator;
  private transient Function<Article, Extraction> annotate;
  private transient Tally tally;
  private transient Histogram times;

  /** An operator that extracts with the given annotator. */
  @SuppressWarnings("NullAway.Init") // Flink calls initializeState and open first
  public AnnotateArticle(LocalFunction<Article, Extraction> annotator) {
    this.annotator = annotator;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    tally = Tally.restore(context.getOperatorStateStore(), getRuntimeContext());
  }

  @Override
  public void open(OpenContext context) throws Exception {
    annotate = annotator.open();
    times =
        getRuntimeContext()
            .getMetricGroup()
            .addGroup("chipwire")
            .histogram("annotation_millis", new DescriptiveStatisticsHistogram(WINDOW));
  }

  @Override
  public void processElement(Article article, Context context, Collector<Extraction> out) {
    Extraction extraction;
    long start = System.nanoTime();
    try {
      extraction = annotate.apply(article);
    } catch (RuntimeException | StackOverflowError e) {
      tally.addRejected(RejectionReason.INTERNAL);
      tally.add(Tally.INDEXED, -1); // it was counted when it was let through
      context.output(ArticlePipeline.REJECTED, rejection(article, e));
      return;
    }
    times.update(Duration.ofNanos(System.nanoTime() - start).toMillis());
    out.collect(extraction);
  }

  private static Rejection rejection(Article article, Throwable e) {
    return new Rejection(
        Rejection.Stage.EXTRACT,
        RejectionReason.INTERNAL,
        article.source(),
        article.source() + ": extraction failed: " + e,
        article.text());
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    tally.snapshot();
  }
}
