package io.chipwire.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.chipwire.app.text.Printable;
import io.chipwire.archive.ArchiveOptions;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.job.ArticleStages;
import io.chipwire.job.Backfill;
import io.chipwire.job.BackfillCounts;
import io.chipwire.job.BackfillFailedException;
import io.chipwire.job.BackfillOptions;
import io.chipwire.job.BackfillReport;
import io.chipwire.job.FlinkCluster;
import io.chipwire.read.SiteMemory;
import io.chipwire.search.UnusableIndexException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chipwire backfill}: archives into an index, by Flink. */
@Command(
    name = "backfill",
    description = {
      "Reads archives into an index. Alerts nobody, unless told by --alert-since.",
      "Interrupted, it goes on from where it was when it is started again with the same inputs."
    })
final class BackfillCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = "--index",
      required = true,
      paramLabel = "DIR",
      description = "The index folder; made if it is not there.")
  private Path index;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description =
          "Articles worked on at a time (default: the number of cores, or of a cluster's free"
              + " slots).")
  private @Nullable Integer parallelism;

  @Option(
      names = "--cluster",
      paramLabel = "HOST:PORT",
      description =
          "Run in this Flink session cluster, named by its JobManager's REST port, instead of in"
              + " this process. It must see the inputs and the index under the same paths.")
  private @Nullable String cluster;

  @Option(
      names = "--charset",
      paramLabel = "NAME",
      description = "Read pages in this character set, whatever they say themselves.")
  private @Nullable String charset;

  @Mixin private SiteMemoryOption sites;

  @Option(
      names = "--alert-since",
      paramLabel = "DATE",
      description =
          "Match articles published since then against the store's subscriptions; what is told goes"
              + " into the outbox when all is read, in the order of publication.")
  private @Nullable LocalDate alertSince;

  @Mixin private StoreOption store;

  @Option(names = "--json", description = "Print the counts as one JSON object.")
  private boolean json;

  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description =
          "HTML (.html), JSON Lines (.jsonl) or WARC (.warc) files, each may end in .gz, or folders"
              + " of them.")
  private List<String> inputs = List.of();

  BackfillCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, BackfillFailedException {
    BackfillReport report = run(terminal, options(), sites.load(), this::alert);
    if (json) {
      terminal.out().println(json(report));
    } else {
      text(report).forEach(terminal.out()::println);
    }
    boolean fine = report.finished() && report.counts().rejected().isEmpty();
    return fine ? ExitCode.FINE : ExitCode.REJECTED;
  }

  private BackfillOptions options() throws IOException, InterruptedException {
    try {
      FlinkCluster where = cluster == null ? null : FlinkCluster.parse(cluster);
      return BackfillOptions.of(index, inputs)
          .withArchive(ArchiveOptions.DEFAULT.withCharset(charset))
          .withCluster(where)
          .withParallelism(parallelism == null ? usualParallelism(where) : parallelism);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  private static int usualParallelism(@Nullable FlinkCluster cluster)
      throws IOException, InterruptedException {
    return cluster == null
        ? Runtime.getRuntime().availableProcessors()
        : Math.max(1, cluster.freeSlots());
  }

  private void alert(Backfill backfill) {
    if (alertSince != null) {
      backfill.alerting(
          store.forJob(terminal), alertSince.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
  }

  /** Runs a backfill that alerts nobody. */
  static BackfillReport run(Terminal terminal, BackfillOptions options, SiteMemory sites)
      throws IOException, InterruptedException, BackfillFailedException {
    return run(terminal, options, sites, backfill -> {});
  }

  /** Runs a backfill with progress on the terminal; Ctrl-C stops it so that it can go on later. */
  private static BackfillReport run(
      Terminal terminal, BackfillOptions options, SiteMemory sites, Consumer<Backfill> more)
      throws IOException, InterruptedException, BackfillFailedException {
    try (BackfillProgressLine progress = BackfillProgressLine.on(terminal)) {
      Backfill backfill = new Backfill(options, ArticleStages.real(sites), progress);
      more.accept(backfill);
      try (Interruption interruption = new Interruption(backfill::stop)) {
        return backfill.run();
      }
    } catch (UnusableIndexException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  private static List<String> text(BackfillReport report) {
    BackfillCounts counts = report.counts();
    String rejected =
        new TreeMap<>(counts.rejected())
            .entrySet().stream()
                .map(entry -> "%s %,d".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    List<String> lines = new java.util.ArrayList<>();
    if (!report.finished()) {
      lines.add("stopped; the same command goes on from here");
    }
    lines.add("read        %,10d".formatted(counts.read()));
    lines.add("indexed     %,10d".formatted(counts.indexed()));
    lines.add("duplicates  %,10d".formatted(counts.duplicates()));
    lines.add(
        "rejected    %,10d%s"
            .formatted(counts.rejectedInAll(), rejected.isEmpty() ? "" : "  (" + rejected + ")"));
    lines.add(
        String.format(
            Locale.ROOT,
            "in %,.1f s, %,.0f a second%s",
            report.elapsed().toMillis() / 1000.0,
            report.articlesPerSecond(),
            report.resumed() ? ", resumed" : ""));
    if (report.deadLetters() != null) {
      lines.add("what was rejected, and why: " + Printable.line(report.deadLetters().toString()));
    }
    return lines;
  }

  private static String json(BackfillReport report) throws JsonProcessingException {
    BackfillCounts counts = report.counts();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("read", counts.read());
    object.put("indexed", counts.indexed());
    object.put("duplicates", counts.duplicates());
    object.put("rejected", new TreeMap<>(counts.rejected()));
    object.put("finished", report.finished());
    object.put("resumed", report.resumed());
    object.put("seconds", report.elapsed().toMillis() / 1000.0);
    object.put("articlesPerSecond", Math.round(report.articlesPerSecond() * 10) / 10.0);
    object.put(
        "deadLetters", report.deadLetters() == null ? null : report.deadLetters().toString());
    return ExtractionJson.mapper().writeValueAsString(object);
  }
}
