package io.chipwire.app;

import io.chipwire.alert.Subscription;
import io.chipwire.store.AlertStore;
import io.chipwire.store.StoreException;
import io.chipwire.store.StoreLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which store of subscriptions a command uses. */
final class StoreOption {

  @Option(
      names = "--store",
      paramLabel = "STORE",
      description =
          "Where subscriptions and alerts are kept: a SQLite file or jdbc:postgresql://… (default:"
              + " CHIPWIRE_STORE, else chipwire/alerts.db in XDG_DATA_HOME or ~/.local/share).")
  private @Nullable String store;

  /** That store. */
  static StoreOption of(String store) {
    StoreOption option = new StoreOption();
    option.store = store;
    return option;
  }

  /** Opens it; made if it is not there. */
  AlertStore open(Terminal terminal) {
    StoreLocation location = location(terminal);
    try {
      return AlertStore.open(location, Clock.systemUTC(), () -> UUID.randomUUID().toString());
    } catch (StoreException e) {
      Throwable cause = e.getCause();
      throw new UsageException(
          e.getMessage() + (cause == null ? "" : ": " + firstLine(cause.getMessage())), e);
    }
  }

  /** Where it is. */
  StoreLocation location(Terminal terminal) {
    try {
      return StoreLocation.of(text(terminal));
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  /**
   * The store as text, opened once to see that it can be used; empty if none was named and there is
   * none at the usual place.
   */
  Optional<String> ifUsed(Terminal terminal) {
    String text = text(terminal);
    if (named(terminal).isEmpty() && !Files.exists(Path.of(text))) {
      return Optional.empty();
    }
    open(terminal);
    return Optional.of(text);
  }

  /** The store as text for a job wherever it runs, opened once to see that it can be used. */
  String forJob(Terminal terminal) {
    open(terminal);
    String text = text(terminal);
    return text.startsWith("jdbc:") ? text : Path.of(text).toAbsolutePath().toString();
  }

  private Optional<String> named(Terminal terminal) {
    String named = store == null ? terminal.environment().get("CHIPWIRE_STORE") : store;
    return Optional.ofNullable(named).filter(text -> !text.isEmpty());
  }

  private String text(Terminal terminal) {
    Optional<String> named = named(terminal);
    if (named.isPresent()) {
      return named.get();
    }
    String home = terminal.environment().get("XDG_DATA_HOME");
    Path folder =
        home != null && !home.isEmpty()
            ? Path.of(home)
            : Path.of(System.getProperty("user.home"), ".local", "share");
    return folder.resolve("chipwire").resolve("alerts.db").toString();
  }

  /** The subscription of that name, or a refusal. */
  static Subscription find(AlertStore store, String owner, String name) {
    return store
        .subscriptions()
        .find(owner, name)
        .orElseThrow(
            () ->
                new UsageException(
                    "subscription \"%s\" of %s: there is none; `chipwire watch list` shows all"
                        .formatted(name, owner)));
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "no reason given" : message.lines().findFirst().orElse("");
  }
}
