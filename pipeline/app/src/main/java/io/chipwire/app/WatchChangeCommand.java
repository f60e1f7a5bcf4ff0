package io.chipwire.app;

import io.chipwire.alert.Subscription;
import io.chipwire.app.text.Printable;
import io.chipwire.store.Subscriptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The commands that change a subscription and need nothing but its name. */
abstract class WatchChangeCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private StoreOption store;
  @Mixin private OwnerOption owner;

  @Parameters(paramLabel = "NAME", description = "Which subscription.")
  private String name;

  WatchChangeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Does it, and says what was done; false if the subscription is gone meanwhile. */
  abstract boolean change(Subscriptions subscriptions, Subscription subscription);

  /** What was done, for people. */
  abstract String done();

  @Override
  public Integer call() {
    var open = store.open(terminal);
    Subscription subscription = StoreOption.find(open, owner.of(terminal), name);
    if (!change(open.subscriptions(), subscription)) {
      throw new UsageException("subscription \"" + name + "\": it is gone meanwhile");
    }
    terminal.out().println(done() + " " + Printable.line(name));
    return ExitCode.FINE;
  }

  /** {@code chipwire watch pause}. */
  @Command(name = "pause", description = "Tells nothing until it is resumed.")
  static final class Pause extends WatchChangeCommand {

    Pause(Terminal terminal) {
      super(terminal);
    }

    @Override
    boolean change(Subscriptions subscriptions, Subscription subscription) {
      return subscriptions.pause(subscription.id());
    }

    @Override
    String done() {
      return "paused";
    }
  }

  /** {@code chipwire watch resume}. */
  @Command(name = "resume", description = "Tells again, also what was muted.")
  static final class Resume extends WatchChangeCommand {

    Resume(Terminal terminal) {
      super(terminal);
    }

    @Override
    boolean change(Subscriptions subscriptions, Subscription subscription) {
      return subscriptions.resume(subscription.id());
    }

    @Override
    String done() {
      return "resumed";
    }
  }

  /** {@code chipwire watch rm}. */
  @Command(name = "rm", description = "Takes it out, with what still waits to be sent.")
  static final class Remove extends WatchChangeCommand {

    Remove(Terminal terminal) {
      super(terminal);
    }

    @Override
    boolean change(Subscriptions subscriptions, Subscription subscription) {
      return subscriptions.remove(subscription.id());
    }

    @Override
    String done() {
      return "removed";
    }
  }
}
