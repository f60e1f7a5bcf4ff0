package io.chipwire.app;

import io.chipwire.alert.Attempt;
import io.chipwire.app.text.Printable;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.store.AlertStore;
import io.chipwire.store.DeliveryFilter;
import io.chipwire.store.DeliveryState;
import io.chipwire.store.LedgerEntry;
import io.chipwire.store.LedgerEntry.NumberedAttempt;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chipwire deliveries list}: the ledger. */
@Command(
    name = "list",
    description = "Shows messages and their attempts, those with the newest alerts first.",
    footer = {
      "",
      "Examples:",
      "  chipwire deliveries list --state dead",
      "  chipwire deliveries list --subscription capex --channel webhook --since 3d --json"
    })
final class DeliveriesListCommand implements Callable<Integer> {

  private static final String INDENT = " ".repeat(11);
  private static final int MOST = 10_000;

  private final Terminal terminal;

  @Mixin private DeliveryOptions options;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "Only those: waiting, delivered or dead.")
  private @Nullable DeliveryState state;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only of alerts since then: 8h, 3d, 2026-05-04 or 2026-05-04T10:00:00Z.")
  private @Nullable String since;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "At most so many messages (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--json", description = "One JSON object a line and message, with every attempt.")
  private boolean json;

  DeliveriesListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (limit < 1 || limit > MOST) {
      throw new UsageException("limit " + limit + ": expected 1 to " + MOST);
    }
    AlertStore open = options.open(terminal);
    DeliveryFilter some = options.filter(open, terminal);
    DeliveryFilter filter =
        new DeliveryFilter(
            some.subscriptionId(),
            some.channelId(),
            some.kind(),
            state,
            null,
            null,
            since == null ? null : SpanText.since(since, Instant.now()));
    List<LedgerEntry> entries = open.ledger().list(filter, limit);
    if (json) {
      for (LedgerEntry entry : entries) {
        terminal.out().println(ExtractionJson.mapper().writeValueAsString(json(entry)));
      }
    } else if (entries.isEmpty()) {
      terminal.out().println("no such deliveries");
    } else {
      entries.forEach(entry -> lines(entry).forEach(terminal.out()::println));
    }
    return ExitCode.FINE;
  }

  /** Two lines: where it is and how it fared, and what it tells. */
  private static List<String> lines(LedgerEntry entry) {
    int ended = entry.attempts().size();
    String fared =
        ended == 0
            ? "due " + entry.dueAt()
            : ended + (ended == 1 ? " attempt: " : " attempts: ") + last(entry);
    return List.of(
        Printable.line(
            "%-9s  %s  %s  %s"
                .formatted(
                    entry.underWay() ? "under way" : entry.state().label(),
                    entry.messageId() == null ? "(next digest)" : entry.messageId(),
                    entry.channel().shown(),
                    fared)),
        INDENT
            + Printable.line(
                "%s: %s%s"
                    .formatted(
                        entry.subscription(),
                        entry.title() == null ? "(no title)" : entry.title(),
                        entry.alerts() == 1 ? "" : " and " + (entry.alerts() - 1) + " more")));
  }

  private static String last(LedgerEntry entry) {
    Attempt last = entry.attempts().getLast().attempt();
    return last.detail()
        + " at "
        + last.at()
        + (last.outcome() == Attempt.Outcome.RETRY ? ", again at " + entry.dueAt() : "");
  }

  private static Map<String, Object> json(LedgerEntry entry) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("messageId", entry.messageId());
    object.put("subscription", entry.subscription());
    object.put("owner", entry.owner());
    object.put("channelId", entry.channel().id());
    object.put("receiver", entry.channel().shown());
    object.put("disabled", entry.channel().disabled());
    object.put("state", entry.state());
    object.put("underWay", entry.underWay());
    object.put("dueAt", entry.dueAt());
    object.put("alerts", entry.alerts());
    object.put("title", entry.title() == null ? null : Printable.line(entry.title()));
    object.put("attempts", entry.attempts().stream().map(DeliveriesListCommand::json).toList());
    return object;
  }

  private static Map<String, Object> json(NumberedAttempt numbered) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("number", numbered.number());
    object.put("at", numbered.attempt().at());
    object.put("outcome", numbered.attempt().outcome());
    object.put("status", numbered.attempt().status());
    object.put("detail", numbered.attempt().detail());
    return object;
  }
}
