package io.chipwire.app;

import io.chipwire.app.text.Printable;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.fact.Labelled;
import io.chipwire.store.ApiToken;
import io.chipwire.store.ApiTokens;
import io.chipwire.store.TokenScope;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chipwire token}: who may look at alerts and change subscriptions over HTTP. */
@Command(
    name = "token",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      TokenCommand.Create.class,
      TokenCommand.ListAll.class,
      TokenCommand.Revoke.class
    },
    description =
        "Makes, lists and revokes the tokens by which callers of `chipwire serve --store` are"
            + " known.")
final class TokenCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }

  private static Map<String, Object> json(ApiToken token) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", token.id());
    object.put("name", token.name());
    object.put("beginsWith", token.shown());
    object.put("scope", token.scope());
    object.put("createdAt", token.createdAt());
    object.put("lastUsedAt", token.lastUsedAt());
    object.put("revokedAt", token.revokedAt());
    return object;
  }

  /** {@code chipwire token create}. */
  @Command(
      name = "create",
      description = {
        "Makes a token and shows it, this once: only its hash is kept.",
        "From the first one on, nobody is let in without."
      })
  static final class Create implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private StoreOption store;

    @Parameters(paramLabel = "NAME", description = "What you call it: who uses it, and where.")
    private String name;

    @Option(
        names = "--scope",
        paramLabel = "SCOPE",
        defaultValue = "read",
        description = "read, or write, which may read, too (default: ${DEFAULT-VALUE}).")
    private String scope;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    Create(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
      TokenScope wanted =
          Labelled.find(TokenScope.class, scope)
              .orElseThrow(
                  () ->
                      new UsageException(
                          "scope \"%s\": expected one of %s"
                              .formatted(scope, Labelled.labels(TokenScope.class))));
      ApiToken.New made;
      try {
        made = store.open(terminal).tokens().create(name, wanted);
      } catch (IllegalArgumentException e) {
        throw new UsageException(e.getMessage(), e);
      }
      if (json) {
        Map<String, Object> object = json(made.token());
        object.put("token", made.secret());
        terminal.out().println(ExtractionJson.mapper().writeValueAsString(object));
      } else {
        terminal.out().println("the token, shown this once: " + made.secret());
      }
      return ExitCode.FINE;
    }
  }

  /** {@code chipwire token list}. */
  @Command(name = "list", description = "Lists all tokens that were ever made.")
  static final class ListAll implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private StoreOption store;

    @Option(names = "--json", description = "Print one JSON array.")
    private boolean json;

    ListAll(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
      List<ApiToken> tokens = store.open(terminal).tokens().all();
      if (json) {
        terminal
            .out()
            .println(
                ExtractionJson.mapper()
                    .writeValueAsString(tokens.stream().map(TokenCommand::json).toList()));
        return ExitCode.FINE;
      }
      if (tokens.isEmpty()) {
        terminal.out().println("no tokens in " + store.location(terminal));
        return ExitCode.FINE;
      }
      for (ApiToken token : tokens) {
        terminal
            .out()
            .println(
                Printable.line(
                    "%s…  %s  %s (made %s, used %s%s)"
                        .formatted(
                            token.shown(),
                            token.scope().label(),
                            token.name(),
                            minute(token.createdAt()),
                            minute(token.lastUsedAt()),
                            token.revokedAt() == null
                                ? ""
                                : ", revoked " + minute(token.revokedAt()))));
      }
      return ExitCode.FINE;
    }

    private static String minute(@Nullable Instant instant) {
      return instant == null ? "never" : instant.truncatedTo(ChronoUnit.MINUTES).toString();
    }
  }

  /** {@code chipwire token revoke}. */
  @Command(name = "revoke", description = "Lets nobody in by a token any more.")
  static final class Revoke implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private StoreOption store;

    @Parameters(
        paramLabel = "TOKEN",
        description = "Its first characters as `list` shows them, its id, or its name.")
    private String which;

    Revoke(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      ApiTokens tokens = store.open(terminal).tokens();
      String start = which.endsWith("…") ? which.substring(0, which.length() - 1) : which;
      List<ApiToken> found =
          tokens.all().stream()
              .filter(token -> token.revokedAt() == null)
              .filter(
                  token ->
                      token.id().equals(start)
                          || token.shown().equals(start)
                          || token.name().equals(start))
              .toList();
      if (found.size() != 1) {
        throw new UsageException(
            "token \"%s\": expected one that is valid, found %d; `chipwire token list` shows all"
                .formatted(Printable.line(which), found.size()));
      }
      tokens.revoke(found.getFirst().id());
      terminal
          .out()
          .println(
              Printable.line(
                  "revoked " + found.getFirst().shown() + "… " + found.getFirst().name()));
      return ExitCode.FINE;
    }
  }
}
