package io.chipwire.app.web;

import io.javalin.http.Handler;
import java.time.Duration;

/** What stands before the handlers that cost something: who comes in, and who must wait. */
final class Doors {

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
  private static final int QUESTIONS = Math.max(4, 2 * PROCESSORS);
  private static final int HISTORIES = Math.max(2, PROCESSORS / 2);
  private static final int EXPORTS = 4;
  private static final int ALERTS = 8;

  /** How long one waits for a place. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Gate questions = new Gate("questions", QUESTIONS, PATIENCE);
  private final Gate histories = new Gate("histories", HISTORIES, PATIENCE);
  private final Gate exports = new Gate("exports", EXPORTS, PATIENCE);
  private final Gate alerts = new Gate("requests about alerts", ALERTS, PATIENCE);

  Doors(ServerMetrics metrics) {
    metrics.watch("question", questions);
    metrics.watch("history", histories);
    metrics.watch("export", exports);
    metrics.watch("alert", alerts);
  }

  /** For what an index answers in milliseconds. */
  Handler question(Handler handler) {
    return questions.guard(handler);
  }

  /** For what reads every article of a query; quick questions need not wait for it. */
  Handler history(Handler handler) {
    return histories.guard(handler);
  }

  /** For what may take as long as its receiver does. */
  Handler export(Handler handler) {
    return exports.guard(handler);
  }

  /** For what the store of alerts answers. */
  Handler alert(Handler handler) {
    return alerts.guard(handler);
  }
}
