package io.chipwire.job.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.flink.metrics.MetricGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthCheckTest {

  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(100);

  private final MetricBoard board = MetricBoard.open();
  private final HealthCheck check =
      HealthCheck.ofJob(board, Clock.fixed(NOW, ZoneOffset.UTC), PATIENCE);

  @AfterEach
  void close() {
    board.close();
  }

  private void job(int running, long runningFor, long lastCheckpoint) {
    MetricGroup job = Boards.job();
    Boards.gauge(board, job, "runningState", running);
    Boards.gauge(board, job, "runningTime", runningFor);
    Boards.gauge(board, job, "lastCheckpointCompletedTimestamp", lastCheckpoint);
  }

  private void source(String name, int state, String message) {
    MetricGroup source = Boards.source(name);
    Boards.gauge(board, source, "source_state", state);
    Boards.gauge(board, source, "source_message", message);
    Boards.gauge(
        board, source, "source_last_look_timestamp_millis", NOW.minusSeconds(5).toEpochMilli());
  }

  @Test
  void isDownWhereTheJobDoesNotRun() throws Exception {
    assertThat(check.now().status()).isEqualTo(Health.Status.DOWN);
    assertThat(HealthJson.of(check.now()))
        .isEqualTo(
            "{\"status\":\"down\",\"running\":false,\"lastCheckpoint\":null,\"sources\":[]}");

    job(0, 0, NOW.toEpochMilli());
    assertThat(check.now().status()).isEqualTo(Health.Status.DOWN);
  }

  @Test
  void isUpWhileCheckpointsAreCompleted() {
    job(1, 500_000, NOW.minusSeconds(99).toEpochMilli());
    source("fabs", 0, null);

    assertThat(check.now().status()).isEqualTo(Health.Status.UP);
    assertThat(check.now().lastCheckpoint()).isEqualTo(NOW.minusSeconds(99));
  }

  @Test
  void isDownWithoutACheckpointForTooLong() {
    job(1, 500_000, NOW.minusSeconds(101).toEpochMilli());

    assertThat(check.now().stalled()).isTrue();
    assertThat(check.now().status()).isEqualTo(Health.Status.DOWN);
  }

  @Test
  void givesAJobTimeForItsFirstCheckpointAlsoAfterAnOutage() {
    job(1, 99_000, -1);
    assertThat(check.now().status()).isEqualTo(Health.Status.UP);
    assertThat(check.now().lastCheckpoint()).isNull();

    job(1, 1_000, NOW.minusSeconds(4_000).toEpochMilli());
    assertThat(check.now().status()).isEqualTo(Health.Status.UP);
  }

  @Test
  void isDownWhereTheFirstCheckpointNeverComes() {
    job(1, 101_000, -1);

    assertThat(check.now().status()).isEqualTo(Health.Status.DOWN);
  }

  @Test
  void isDegradedBySourcesAndTellsWhich() throws Exception {
    job(1, 500_000, NOW.toEpochMilli());
    source("wafers", 2, "nothing new since 2026-04-01T00:00:00Z");
    source("fabs", 1, "TIMEOUT: late");
    source("chips", 0, null);

    assertThat(check.now().status()).isEqualTo(Health.Status.DEGRADED);
    assertThat(check.now().sources(Health.State.FAILING)).isEqualTo(1);
    assertThat(check.now().sources(Health.State.SILENT)).isEqualTo(1);
    assertThat(HealthJson.of(check.now()))
        .isEqualTo(
            """
            {"status":"degraded","running":true,"lastCheckpoint":"2026-05-01T12:00:00Z","sources":[\
            {"name":"chips","state":"fine","lastLook":"2026-05-01T11:59:55Z","lastNews":null},\
            {"name":"fabs","state":"failing","lastLook":"2026-05-01T11:59:55Z","lastNews":null,\
            "message":"TIMEOUT: late"},\
            {"name":"wafers","state":"silent","lastLook":"2026-05-01T11:59:55Z","lastNews":null,\
            "message":"nothing new since 2026-04-01T00:00:00Z"}]}""");
  }

  @Test
  void sumsWhatWaitsOverSubtasks() {
    Boards.gauge(board, Boards.operator().addGroup("chipwire"), "links_waiting", 3L);
    Boards.gauge(board, Boards.operator().addGroup("chipwire"), "links_waiting", 4L);

    assertThat(check.now().linksWaiting()).isEqualTo(7);
  }

  @Test
  void isNotDownInAProcessThatKnowsOfNoJob() {
    HealthCheck worker = HealthCheck.ofProcess(board, Clock.fixed(NOW, ZoneOffset.UTC), PATIENCE);
    source("fabs", 1, "TIMEOUT: late");

    assertThat(worker.now().running()).isNull();
    assertThat(worker.now().status()).isEqualTo(Health.Status.DEGRADED);
  }
}
