package io.chipwire.app;

import io.chipwire.alert.Judgement;
import io.chipwire.app.json.AlertJson;
import io.chipwire.app.text.Printable;
import io.chipwire.extract.Extractor;
import io.chipwire.extraction.Extraction;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.match.Rehearsal;
import io.chipwire.query.LexiconNames;
import io.chipwire.query.QuerySyntaxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chipwire watch test}: what a subscription would say of given pages. */
@Command(
    name = "test",
    description =
        "Says of each page whether a subscription, or a query, would tell it, and why; stores"
            + " nothing. Each page is judged by those before it.",
    footer = {
      "",
      "Examples:",
      "  chipwire watch test capex page.html",
      "  chipwire watch test --query 'metric:capex value:>40B' news/"
    })
final class WatchTestCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private CandidateOptions candidate;
  @Mixin private SiteMemoryOption sites;

  @Parameters(
      arity = "1..*",
      paramLabel = "NAME INPUT",
      description =
          "Which subscription, unless --query is given, then pages: HTML, JSON Lines or WARC files,"
              + " each may end in .gz, folders of them, or - for standard input.")
  private List<String> arguments = List.of();

  @Option(
      names = "--charset",
      paramLabel = "NAME",
      description = "Read pages in this character set, whatever they say themselves.")
  private @Nullable String charset;

  @Option(names = "--json", description = "Print a JSON object a page.")
  private boolean json;

  WatchTestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    List<String> inputs = candidate.isQuery() ? arguments : arguments.subList(1, arguments.size());
    if (inputs.isEmpty()) {
      throw new UsageException("expected NAME, or --query, and at least one INPUT");
    }
    try (Rehearsal rehearsal =
        new Rehearsal(
            candidate.subscription(terminal, arguments.getFirst()), LexiconNames.standard())) {
      Extractor extractor = Extractor.load();
      return InputOptions.forEach(
          inputs,
          charset,
          terminal,
          sites.reader(),
          extractor::extract,
          extraction -> print(extraction, hear(rehearsal, extraction)));
    } catch (QuerySyntaxException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  private static Optional<Judgement> hear(Rehearsal rehearsal, Extraction extraction) {
    try {
      return rehearsal.hear(extraction);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void print(Extraction extraction, Optional<Judgement> outcome) {
    String remark =
        outcome
            .map(
                some ->
                    some.suppression() == null
                        ? "would be told"
                        : "held back: " + some.suppression().label())
            .orElse("no match");
    if (json) {
      printJson(extraction, outcome, remark);
      return;
    }
    Style style = new Style(terminal.colour());
    if (outcome.isPresent()) {
      WatchShowCommand.print(outcome.get().alert(), remark, terminal.out(), style);
    } else {
      String title = extraction.article().title();
      terminal
          .out()
          .println(
              style.bold(Printable.line(title == null ? "(no title)" : title))
                  + "  ["
                  + remark
                  + "]");
    }
    terminal.out().println();
  }

  private void printJson(Extraction extraction, Optional<Judgement> outcome, String remark) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("article", extraction.article().id());
    object.put("outcome", remark);
    object.put("alert", outcome.map(Judgement::alert).map(AlertJson::of).orElse(null));
    try {
      terminal.out().println(ExtractionJson.mapper().writeValueAsString(object));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
