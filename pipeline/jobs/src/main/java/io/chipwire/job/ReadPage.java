package io.chipwire.job;

import io.chipwire.article.Article;
import io.chipwire.article.Intake;
import io.chipwire.article.Page;
import io.chipwire.article.PageFlag;
import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import io.chipwire.read.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * From page to article. What was refused, here or before, goes to {@link ArticlePipeline#REJECTED}.
 * A date of publication that lies more than a day after the page was fetched is not believed: it is
 * left out, flagged and counted.
 *
 * <p>Owned state: counts.
 */
public final class ReadPage extends ProcessFunction<Intake, Article>
    implements CheckpointedFunction {

  private static final long serialVersionUID = 1;

  private static final Duration LONGEST_AHEAD = Duration.ofDays(1);

  private final LocalFunction<Page, Reading> reader;
  private transient Function<Page, Reading> read;
  private transient Tally tally;
  private transient Map<String, Map<String, Counter>> pages;

  /** An operator that reads with the given reader. */
  @SuppressWarnings("NullAway.Init") // Flink calls initializeState and open first
  public ReadPage(LocalFunction<Page, Reading> reader) {
    this.reader = reader;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    tally = Tally.restore(context.getOperatorStateStore(), getRuntimeContext());
  }

  @Override
  public void open(OpenContext context) throws Exception {
    read = reader.open();
    pages = new HashMap<>();
  }

  @Override
  public void processElement(Intake intake, Context context, Collector<Article> out) {
    tally.add(Tally.READ, 1);
    tally.add(Tally.BYTES, intake.bytes());
    Reading reading = reading(intake);
    switch (reading) {
      case Reading.Accepted accepted -> {
        count(intake, "article");
        out.collect(replayed(intake, dated(accepted.article(), context)));
      }
      case Reading.Refused refused -> {
        count(intake, refused.rejection().reason().name().toLowerCase(Locale.ROOT));
        tally.addRejected(refused.rejection().reason());
        context.output(ArticlePipeline.REJECTED, refused.rejection());
      }
    }
  }

  private static Article replayed(Intake intake, Article article) {
    boolean wanted = intake.page() != null && intake.page().replayed();
    return wanted ? article.with(PageFlag.REPLAYED) : article;
  }

  /** A page may be dated ahead by a clock or a time zone, but not by days. */
  private Article dated(Article article, Context context) {
    Instant fetched =
        article.fetchedAt() != null
            ? article.fetchedAt()
            : Instant.ofEpochMilli(context.timerService().currentProcessingTime());
    if (article.publishedAt() == null
        || !article.publishedAt().isAfter(fetched.plus(LONGEST_AHEAD))) {
      return article;
    }
    tally.add(Tally.FUTURE_DATED, 1);
    return article.withoutFutureDate();
  }

  /** Shows what a watched source's pages are worth; what was refused before counts elsewhere. */
  private void count(Intake intake, String outcome) {
    String watched = intake.page() == null ? null : intake.page().watched();
    if (watched != null) {
      pages
          .computeIfAbsent(watched, name -> new HashMap<>())
          .computeIfAbsent(outcome, word -> counter(watched, word))
          .inc();
    }
  }

  private Counter counter(String watched, String outcome) {
    return getRuntimeContext()
        .getMetricGroup()
        .addGroup("chipwire")
        .addGroup("source", watched)
        .addGroup("outcome", outcome)
        .counter("pages");
  }

  /** A page that trips the reader up costs that page, not the job. */
  private Reading reading(Intake intake) {
    Page page = intake.page();
    if (page == null) {
      return new Reading.Refused(Objects.requireNonNull(intake.rejection()));
    }
    try {
      Reading reading = read.apply(page);
      return reading instanceof Reading.Accepted accepted
              && page.obeysOptOuts()
              && accepted.article().flags().contains(PageFlag.NO_AI)
          ? optedOut(page)
          : reading;
    } catch (RuntimeException | StackOverflowError e) {
      return new Reading.Refused(
          new Rejection(
              Rejection.Stage.READ,
              RejectionReason.INTERNAL,
              page.source(),
              page.source() + ": reading failed: " + e,
              ""));
    }
  }

  private static Reading optedOut(Page page) {
    return new Reading.Refused(
        new Rejection(
            Rejection.Stage.READ,
            RejectionReason.OPTED_OUT,
            page.source(),
            page.source() + ": the page reserves its use by machines",
            ""));
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    tally.snapshot();
  }
}
