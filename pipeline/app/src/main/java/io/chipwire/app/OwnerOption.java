package io.chipwire.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose subscriptions a command is about. */
final class OwnerOption {

  @Option(
      names = "--owner",
      paramLabel = "WHO",
      description = "Whose subscription it is (default: the user's name).")
  private @Nullable String owner;

  /** The owner named, or the user. */
  String of(Terminal terminal) {
    String user = terminal.environment().getOrDefault("USER", "");
    return owner != null ? owner : user.isEmpty() ? "me" : user;
  }
}
