package io.chipwire.app;

import io.chipwire.app.config.ConfigException;
import io.chipwire.app.config.RunConfig;
import io.chipwire.app.text.Printable;
import io.chipwire.archive.WatchedFolder;
import io.chipwire.job.ArticleStages;
import io.chipwire.job.FlinkCluster;
import io.chipwire.job.Live;
import io.chipwire.job.LiveCounts;
import io.chipwire.job.LiveFailedException;
import io.chipwire.job.LiveOptions;
import io.chipwire.job.LiveProgress;
import io.chipwire.job.LiveReport;
import io.chipwire.job.monitor.MonitorAddress;
import io.chipwire.search.UnusableIndexException;
import io.chipwire.web.SourceKind;
import io.chipwire.web.WantedFilings;
import io.chipwire.web.WatchedSource;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chipwire run}: watches the web and folders, and keeps an index up to date. */
@Command(
    name = "run",
    description = {
      "Watches feeds, sitemaps, lists, filings, folders and Kafka topics, and keeps an index",
      "up to date until Ctrl-C.",
      "Stopped or killed, it goes on from where it was when it is started again.",
      "Alerts of subscriptions go to the store's outbox and are delivered from there."
    },
    footer = {
      "",
      "The mail server's password is read from CHIPWIRE_SMTP_PASSWORD. Without --smtp, mails wait",
      "for a chipwire notify that has it. With --detach nothing is delivered but by chipwire notify."
    })
final class RunCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final ArticleStages stages;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "What to watch and how, in YAML; the README explains it.")
  private Path config;

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = "The index folder, instead of the one in the configuration.")
  private @Nullable Path index;

  @Mixin private StoreOption store;

  @Option(names = "--no-alerts", description = "Match no subscriptions.")
  private boolean noAlerts;

  @Option(
      names = "--no-notify",
      description = "Deliver nothing: chipwire notify does it, perhaps elsewhere.")
  private boolean noNotify;

  @Mixin private NotifierOptions notifierOptions;

  @Option(
      names = "--cluster",
      paramLabel = "HOST[:PORT]",
      description =
          "Run in the Flink session cluster whose JobManager's REST interface is there, whose"
              + " processes have chipwire on their class path and see the index under the same"
              + " path. The job ends a minute after this command was killed.")
  private @Nullable String cluster;

  @Option(
      names = "--detach",
      description =
          "Leave the job to the cluster and print its id: with --cluster, or where flink run or an"
              + " application cluster starts this command. Flink stops it then; started again, it"
              + " goes on from its newest checkpoint or savepoint in INDEX/run.")
  private boolean detach;

  @Option(
      names = "--check",
      description = "Only check the configuration and print its sources and topics.")
  private boolean check;

  @Option(
      names = "--monitor",
      paramLabel = "PORT",
      description =
          "Serve metrics for Prometheus and health there, on 127.0.0.1 unless the configuration"
              + " says otherwise; 0 for any free port.")
  private @Nullable Integer monitor;

  @Option(
      names = "--json",
      description = "Print a JSON object a minute, and the counts in the end as one.")
  private boolean json;

  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      description = "text or json (Elastic Common Schema), for the log on stderr.")
  private @Nullable LogFormat logFormat;

  RunCommand(Terminal terminal) {
    this(terminal, ArticleStages.real());
  }

  /** The same with other functions. */
  RunCommand(Terminal terminal, ArticleStages stages) {
    this.terminal = terminal;
    this.stages = stages;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, LiveFailedException {
    if (monitor != null && cluster != null) {
      throw new UsageException(
          "--monitor " + monitor + ": expected none with --cluster, whose processes serve metrics");
    }
    if (detach && (monitor != null || json)) {
      throw new UsageException("--detach: expected neither --monitor nor --json with it");
    }
    LiveOptions options = options();
    if (check) {
      options.sources().forEach(source -> terminal.out().println(line(source)));
      options.folders().forEach(folder -> terminal.out().println(line(folder)));
      TopicLines.of(options.topics()).forEach(terminal.out()::println);
      return ExitCode.FINE;
    }
    if (logFormat != null) {
      logFormat.apply();
    }
    if (detach) {
      return submit(options);
    }
    LiveJson objects = new LiveJson(terminal.out(), Clock.systemUTC());
    try (LiveLine line = LiveLine.on(terminal)) {
      Live live = live(options, listener(line, objects));
      LiveReport report;
      try (Interruption interruption = new Interruption(live::stop);
          Notifying notifying = notifying()) {
        if (notifying != null) {
          notifying.start();
        }
        report = live.run();
        line.close();
        if (json) {
          objects.report(report);
        } else {
          text(report).forEach(terminal.out()::println);
        }
        terminal.out().flush(); // the process ends when the interruption is over
      }
    } catch (UnusableIndexException e) {
      throw new UsageException(e.getMessage(), e);
    }
    return ExitCode.FINE;
  }

  private int submit(LiveOptions options)
      throws IOException, InterruptedException, LiveFailedException {
    try {
      terminal
          .out()
          .println("job " + live(options, LiveProgress.NONE).submit() + " runs in the cluster");
      return ExitCode.FINE;
    } catch (UnusableIndexException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  private Live live(LiveOptions options, LiveProgress progress) {
    Live live = new Live(options, stages, progress);
    if (!noAlerts) {
      store.ifUsed(terminal).ifPresent(live::alerting);
    }
    return live;
  }

  /** Null if nothing is to be delivered from here. */
  private @Nullable Notifying notifying() {
    return noAlerts || noNotify || store.ifUsed(terminal).isEmpty()
        ? null
        : notifierOptions.open(store.open(terminal), terminal);
  }

  /** Programs get no lines for eyes beside their objects, unless there is somebody to see them. */
  private LiveProgress listener(LiveLine line, LiveJson objects) {
    if (!json) {
      return line;
    }
    return terminal.errIsTerminal() ? line.andThen(objects) : objects;
  }

  private LiveOptions options() throws IOException {
    try {
      LiveOptions options = RunConfig.read(config, index, terminal.environment());
      if (monitor != null) {
        options = options.monitored(address(options, monitor));
      }
      return cluster == null ? options : options.withCluster(FlinkCluster.parse(cluster));
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
    } catch (NoSuchFileException e) {
      throw new UsageException(config + ": no such file; expected a configuration", e);
    } catch (ConfigException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  private static MonitorAddress address(LiveOptions options, int port) {
    MonitorAddress configured = options.monitoring();
    try {
      return new MonitorAddress(
          configured == null ? MonitorAddress.LOOPBACK : configured.host(), port);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--monitor: " + e.getMessage(), e);
    }
  }

  private static String line(WatchedSource source) {
    return "%-8s %s%s  every %s to %s%s%s"
        .formatted(
            source.kind().name().toLowerCase(Locale.ROOT),
            Printable.line(source.url()),
            source.name().equals(source.url()) ? "" : " (" + Printable.line(source.name()) + ")",
            RunConfig.print(source.minPoll()),
            RunConfig.print(source.maxPoll()),
            source.maxAge() == null
                ? ""
                : ", nothing older than " + RunConfig.print(source.maxAge()),
            source.kind() == SourceKind.FILINGS ? line(source.filings()) : "");
  }

  private static String line(WantedFilings filings) {
    return ", forms %s of %s"
        .formatted(
            String.join(" and ", filings.forms()),
            filings.ciks().isEmpty()
                ? "all companies"
                : filings.ciks().stream()
                    .map(cik -> "CIK " + cik)
                    .collect(Collectors.joining(", ")));
  }

  private static String line(WatchedFolder folder) {
    return "%-8s %s%s  every %s"
        .formatted(
            "folder",
            Printable.line(folder.path()),
            folder.path().endsWith(folder.name()) ? "" : " (" + Printable.line(folder.name()) + ")",
            RunConfig.print(folder.interval()));
  }

  private static List<String> text(LiveReport report) {
    LiveCounts counts = report.counts();
    String rejected =
        new TreeMap<>(counts.rejected())
            .entrySet().stream()
                .map(entry -> "%s %,d".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    List<String> lines = new ArrayList<>();
    lines.add(
        report.atCheckpoint()
            ? "stopped; the same command goes on from here"
            : "stopped in the middle; the same command does the last seconds again");
    lines.add("links       %,10d  (%,d known already)".formatted(counts.links(), counts.known()));
    lines.add(
        "articles    %,10d  (%,d old when they were found)"
            .formatted(counts.articles(), counts.late()));
    lines.add("revisions   %,10d".formatted(counts.revisions()));
    lines.add("unchanged   %,10d".formatted(counts.unchanged()));
    lines.add("copies      %,10d".formatted(counts.copies()));
    if (counts.futureDated() > 0) {
      lines.add("future date %,10d  (left out)".formatted(counts.futureDated()));
    }
    lines.add(
        "rejected    %,10d%s"
            .formatted(counts.rejectedInAll(), rejected.isEmpty() ? "" : "  (" + rejected + ")"));
    lines.add(
        "in %,d s%s".formatted(report.elapsed().toSeconds(), report.resumed() ? ", resumed" : ""));
    if (report.deadLetters() != null) {
      lines.add("what was rejected, and why: " + Printable.line(report.deadLetters().toString()));
    }
    return lines;
  }
}
