package io.chipwire.app;

import io.chipwire.alert.Attempt;
import io.chipwire.notify.Notifier;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chipwire notify}: delivers what a store's outbox holds. */
@Command(
    name = "notify",
    description = {
      "Delivers the alerts of a store until it is stopped. Several may run at a time; no alert is",
      "lent to two of them."
    },
    footer = {
      "",
      "The mail server's password is read from CHIPWIRE_SMTP_PASSWORD. Without --smtp, mails wait."
    })
final class NotifyCommand implements Callable<Integer> {

  /** Of its own attempts it knows how they ended. */
  private static final Set<Attempt.Outcome> ENDED =
      EnumSet.complementOf(EnumSet.of(Attempt.Outcome.LOST));

  private final Terminal terminal;

  @Mixin private StoreOption store;

  @Option(names = "--once", description = "Deliver what is due now, and end.")
  private boolean once;

  @Mixin private NotifierOptions options;

  NotifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    try (Notifying notifying = options.open(store.open(terminal), terminal)) {
      Notifier notifier = notifying.notifier();
      try (Interruption interruption = new Interruption(notifier::stop)) {
        if (once) {
          notifier.drain();
        } else {
          terminal.out().println("delivering from " + store.location(terminal) + " (Ctrl-C stops)");
          terminal.out().flush();
          notifier.run();
        }
        return report(notifier.outcomes());
      }
    }
  }

  private int report(Map<Attempt.Outcome, Long> outcomes) {
    for (Attempt.Outcome outcome : ENDED) {
      terminal.out().printf("%-10s %,8d%n", outcome.label(), outcomes.getOrDefault(outcome, 0L));
    }
    boolean fine = outcomes.keySet().stream().allMatch(Attempt.Outcome.DELIVERED::equals);
    return fine ? ExitCode.FINE : ExitCode.REJECTED;
  }
}
