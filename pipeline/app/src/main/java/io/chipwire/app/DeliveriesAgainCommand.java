package io.chipwire.app;

import io.chipwire.store.AlertStore;
import io.chipwire.store.DeliveryFilter;
import io.chipwire.store.DeliveryLedger;
import io.chipwire.store.DeliveryState;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that have messages sent once more, under the ids that they had. */
abstract class DeliveriesAgainCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private DeliveryOptions options;

  @Parameters(arity = "0..*", paramLabel = "MESSAGE", description = "Only messages of these ids.")
  private List<String> messages = List.of();

  DeliveriesAgainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Refuses what cannot be meant. */
  abstract void check(List<String> messages);

  /** Does it; how many messages. */
  abstract int again(DeliveryLedger ledger, DeliveryFilter filter);

  /** Which messages there are none of, if there are none. */
  abstract String wanted();

  @Override
  public Integer call() {
    check(messages);
    AlertStore open = options.open(terminal);
    DeliveryFilter filter = options.filter(open, terminal);
    ToIntFunction<DeliveryFilter> again = one -> again(open.ledger(), one);
    int count =
        messages.isEmpty()
            ? again.applyAsInt(filter)
            : messages.stream().map(filter::ofMessage).mapToInt(again).sum();
    if (count == 0) {
      terminal.err().println("no " + wanted() + " to a channel that is on");
      return ExitCode.REJECTED;
    }
    terminal.out().println(count + (count == 1 ? " message" : " messages") + " will be sent again");
    return ExitCode.FINE;
  }

  /** {@code chipwire deliveries retry}. */
  @Command(
      name = "retry",
      description =
          "Has dead messages tried anew, from now on as often as the first time; named ones also if"
              + " they wait for their next try. Exit code 1 if there are none.",
      footer = {
        "",
        "A channel that was switched off stays so: `chipwire watch edit NAME --enable`.",
        "",
        "Examples:",
        "  chipwire deliveries retry 0f1e2d3c4b5a69788796a5b4c3d2e1f0",
        "  chipwire deliveries retry --all --subscription capex"
      })
  static final class Retry extends DeliveriesAgainCommand {

    @Option(names = "--all", description = "All dead ones, as far as the other options say.")
    private boolean all;

    Retry(Terminal terminal) {
      super(terminal);
    }

    @Override
    void check(List<String> messages) {
      if (all == !messages.isEmpty()) {
        throw new UsageException("deliveries retry: expected either ids of messages or --all");
      }
    }

    @Override
    int again(DeliveryLedger ledger, DeliveryFilter filter) {
      return ledger.retry(all ? filter.in(DeliveryState.DEAD) : filter);
    }

    @Override
    String wanted() {
      return all ? "such dead messages" : "such messages that are dead or wait for their next try";
    }
  }

  /** {@code chipwire deliveries replay}. */
  @Command(
      name = "replay",
      description =
          "Sends once more what was delivered since a time, under the same ids, for a receiver that"
              + " has lost it. Exit code 1 if there was nothing.",
      footer = {"", "Example:", "  chipwire deliveries replay --since 8h --channel webhook"})
  static final class Replay extends DeliveriesAgainCommand {

    @Option(
        names = "--since",
        required = true,
        paramLabel = "TIME",
        description = "Since then: 8h, 3d, 2026-05-04 or 2026-05-04T10:00:00Z.")
    private String since;

    Replay(Terminal terminal) {
      super(terminal);
    }

    @Override
    void check(List<String> messages) {
      SpanText.since(since, Instant.now());
    }

    @Override
    int again(DeliveryLedger ledger, DeliveryFilter filter) {
      return ledger.replay(filter, SpanText.since(since, Instant.now()));
    }

    @Override
    String wanted() {
      return "such messages delivered";
    }
  }
}
