package io.chipwire.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.chipwire.app.text.Printable;
import io.chipwire.app.text.TextTable;
import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.job.DeadLetters;
import io.chipwire.job.Replay;
import io.chipwire.search.UnusableIndexException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chipwire rejected}: what the jobs of an index refused. */
@Command(
    name = "rejected",
    description =
        "Lists what backfills and runs into an index refused, each with its reason, its source and"
            + " what was expected. May be asked while they work. Reads the files in the index"
            + " folder: what a run sends to a Kafka topic instead is not among it.",
    footer = {
      "",
      "Examples:",
      "  chipwire rejected --index idx --count",
      "  chipwire rejected --index idx --reason PAYWALL_STUB,NO_ARTICLE --source wire.example",
      "  chipwire rejected --index idx --stage FETCH --json",
      "  chipwire rejected --index idx --reason TIMEOUT,HTTP_STATUS --replay"
    })
final class RejectedCommand implements Callable<Integer> {

  /** The place of a record in its file, at the end of a source. */
  private static final Pattern RECORD = Pattern.compile("#\\d+$");

  private final Terminal terminal;

  @Option(
      names = "--index",
      required = true,
      paramLabel = "DIR",
      description = "The index folder that chipwire backfill or chipwire run fills.")
  private Path index;

  @Option(
      names = "--reason",
      split = ",",
      paramLabel = "REASON",
      description = "Only these: ${COMPLETION-CANDIDATES}.")
  private Set<RejectionReason> reasons = EnumSet.allOf(RejectionReason.class);

  @Option(
      names = "--stage",
      split = ",",
      paramLabel = "STAGE",
      description = "Only what was refused there: ${COMPLETION-CANDIDATES}.")
  private Set<Rejection.Stage> stages = EnumSet.allOf(Rejection.Stage.class);

  @Option(
      names = "--source",
      paramLabel = "TEXT",
      description = "Only from sources with this in their address or path, in either case.")
  private @Nullable String source;

  @Option(names = "--count", description = "Only how many, by stage and reason.")
  private boolean count;

  @Option(
      names = "--json",
      description =
          "One JSON object a line: stage, reason, source, message, and the first 2,048 characters of"
              + " the input as excerpt; with --count: stage, reason, count.")
  private boolean json;

  @Option(
      names = "--replay",
      description =
          "Have the addresses among them fetched once more by chipwire run, now or when it is"
              + " started next, and name the files to be loaded again with chipwire backfill.")
  private boolean replay;

  RejectedCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Map<Cause, Long> counts = new TreeMap<>();
    List<Rejection> asked = new ArrayList<>();
    boolean[] unreadable = new boolean[1];
    letters()
        .forEach(
            rejection -> {
              if (asked(rejection)) {
                counts.merge(new Cause(rejection.stage(), rejection.reason()), 1L, Long::sum);
                if (replay) {
                  asked.add(rejection);
                } else if (!count) {
                  print(rejection);
                }
              }
              return !terminal.outGone();
            },
            message -> {
              unreadable[0] = true;
              terminal.err().println("unreadable: " + message);
            });
    if (replay) {
      replay(asked);
    } else if (count) {
      print(counts);
    } else if (counts.isEmpty() && !json) {
      terminal.out().println("nothing that was rejected matches");
    }
    return unreadable[0] ? ExitCode.REJECTED : ExitCode.FINE;
  }

  private void replay(List<Rejection> asked) throws IOException {
    Set<String> addresses = new LinkedHashSet<>();
    Set<String> files = new TreeSet<>();
    for (Rejection rejection : asked) {
      String address = Replay.address(rejection);
      if (address != null) {
        addresses.add(address);
      } else if (rejection.stage() != Rejection.Stage.WATCH
          && !rejection.source().startsWith("kafka:")) {
        files.add(RECORD.matcher(rejection.source()).replaceFirst(""));
      }
    }
    int wanted = Replay.of(index).add(addresses, Instant.now());
    if (json) {
      terminal.out().println(json(new Replayed(wanted, files)));
      return;
    }
    terminal
        .out()
        .println(
            wanted == 0
                ? "no address to be fetched once more"
                : "%,d addresses are fetched once more while chipwire run works".formatted(wanted));
    if (!files.isEmpty()) {
      terminal.out().println("to load files again: chipwire backfill --index " + index);
      files.forEach(file -> terminal.out().println("  " + Printable.line(file)));
    }
  }

  private DeadLetters letters() throws IOException {
    try {
      return DeadLetters.of(index);
    } catch (UnusableIndexException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  private boolean asked(Rejection rejection) {
    return reasons.contains(rejection.reason())
        && stages.contains(rejection.stage())
        && (source == null
            || rejection
                .source()
                .toLowerCase(Locale.ROOT)
                .contains(source.toLowerCase(Locale.ROOT)));
  }

  private void print(Rejection rejection) {
    terminal.out().println(json ? json(rejection) : InputOptions.line(rejection));
  }

  private void print(Map<Cause, Long> counts) {
    if (json) {
      counts.forEach(
          (cause, number) ->
              terminal.out().println(json(new Counted(cause.stage(), cause.reason(), number))));
      return;
    }
    TextTable table = new TextTable(PrettyPrinter.WIDTH, "STAGE", "REASON", "COUNT");
    counts.forEach(
        (cause, number) ->
            table.add(cause.stage().name(), cause.reason().name(), "%,d".formatted(number)));
    table.lines().forEach(terminal.out()::println);
  }

  private static String json(Record record) {
    try {
      return ExtractionJson.mapper().writeValueAsString(record);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("enums, numbers and text that cannot be written", e);
    }
  }

  /** Where and why, by which rejections are counted. */
  private record Cause(Rejection.Stage stage, RejectionReason reason) implements Comparable<Cause> {

    @Override
    public int compareTo(Cause other) {
      int byStage = stage.compareTo(other.stage);
      return byStage != 0 ? byStage : reason.compareTo(other.reason);
    }
  }

  private record Replayed(int addresses, Set<String> files) {}

  private record Counted(Rejection.Stage stage, RejectionReason reason, long count) {}
}
