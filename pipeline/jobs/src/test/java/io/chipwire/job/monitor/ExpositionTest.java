package io.chipwire.job.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExpositionTest {

  private final MetricBoard board = MetricBoard.open();

  @AfterEach
  void close() {
    board.close();
  }

  private String scrape() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Exposition.write(board.measures(), out);
    return out.toString(StandardCharsets.UTF_8).replaceAll("job_id=\"[0-9a-f]*\",", "");
  }

  private static SimpleCounter counter(long count) {
    SimpleCounter counter = new SimpleCounter();
    counter.inc(count);
    return counter;
  }

  @Test
  void namesOurMetricsAfterThemselvesAndTheirGroups() throws Exception {
    Boards.add(board, Boards.source("fabs").addGroup("outcome", "fetched"), "fetches", counter(7));

    assertThat(scrape())
        .isEqualTo(
            """
            # HELP chipwire_fetches_total Requests for pages, by source and outcome.
            # TYPE chipwire_fetches_total counter
            chipwire_fetches_total{outcome="fetched",source="fabs",subtask_index="0"} 7.0
            """);
  }

  @Test
  void escapesWhatALabelHolds() throws Exception {
    Boards.gauge(board, Boards.source("a \"b\\c\"\nd{} 1"), "source_state", 1);

    assertThat(scrape())
        .endsWith(
            "chipwire_source_state{source=\"a \\\"b\\\\c\\\"\\nd{} 1\",subtask_index=\"0\"} 1.0\n");
  }

  @Test
  void turnsMillisecondsIntoSeconds() throws Exception {
    Boards.gauge(board, Boards.source("fabs"), "source_last_look_timestamp_millis", 1_500L);
    DescriptiveStatisticsHistogram times = new DescriptiveStatisticsHistogram(10);
    times.update(20);
    times.update(20);
    Boards.add(board, Boards.operator().addGroup("chipwire"), "fetch_millis", times);

    assertThat(scrape())
        .contains(
            "chipwire_source_last_look_timestamp_seconds{source=\"fabs\",subtask_index=\"0\"} 1.5\n",
            "# TYPE chipwire_fetch_seconds summary\n",
            "chipwire_fetch_seconds{subtask_index=\"0\",quantile=\"0.99\"} 0.02\n",
            "chipwire_fetch_seconds_count{subtask_index=\"0\"} 2\n");
  }

  @Test
  void namesThoseOfFlinkAsItsOwnReporterDoes() throws Exception {
    Boards.gauge(board, Boards.job(), "numRestarts", 3L);
    Boards.add(board, Boards.operator(), "num-Records.In", counter(5));

    assertThat(scrape())
        .contains("# TYPE flink_jobmanager_job_numRestarts gauge\n")
        .containsPattern("flink_jobmanager_job_numRestarts\\{host=.*} 3\\.0")
        .contains("# TYPE flink_taskmanager_job_task_operator_num_Records_In gauge\n");
  }

  @Test
  void leavesOutWhatIsNoNumber() throws Exception {
    Boards.gauge(board, Boards.source("fabs"), "source_message", "a text");
    Boards.add(board, Boards.source("fabs"), "gone", (Gauge<Object>) () -> null);
    Boards.add(
        board,
        Boards.source("fabs"),
        "broken",
        (Gauge<Object>)
            () -> {
              throw new IllegalStateException("closed");
            });

    assertThat(scrape()).isEmpty();
  }

  @Test
  void writesOneOfTwoWithTheSameNameAndOneKindOfAName() throws Exception {
    Boards.gauge(board, Boards.source("fabs"), "things", 1);
    Boards.gauge(board, Boards.source("fabs"), "things", 1);
    Boards.add(board, Boards.source("wafers"), "things", counter(1));

    assertThat(scrape().lines().filter(line -> !line.startsWith("#"))).hasSize(1);
  }

  @Test
  void forgetsWhatIsRemoved() throws Exception {
    Metric counter = counter(1);
    Boards.add(board, Boards.operator(), "things", counter);
    board.remove(counter, "things", Boards.seen(Boards.operator()));

    assertThat(board.measures()).isEmpty();
  }
}
