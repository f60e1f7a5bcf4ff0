package io.chipwire.app;

import io.chipwire.app.web.Published;
import io.chipwire.app.web.SearchServer;
import io.chipwire.app.web.ServedAlerts;
import io.chipwire.search.ArticleIndex;
import io.chipwire.store.AlertStore;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chipwire serve}: the search page and the HTTP API. */
@Command(
    name = "serve",
    description = "Serves the search page and the HTTP API of an index until it is stopped.")
final class ServeCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private IndexOption index;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "Address to listen on (default: ${DEFAULT-VALUE}). Anyone who reaches it can read the"
              + " index; alerts may ask for a token.")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Port to listen on, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host-name",
      paramLabel = "NAME",
      description =
          "A name by which callers know this server, such as search.example.org; may be repeated."
              + " Requests by any other name but localhost and addresses are refused, so that no"
              + " web page can read the index through a browser on this network.")
  private List<String> names = List.of();

  @Option(
      names = "--store",
      paramLabel = "STORE",
      description = {
        "Serves subscriptions and alerts, too: a SQLite file or jdbc:postgresql://…",
        "Until `chipwire token create` makes a token, all who reach 127.0.0.1 may change them; on"
            + " any other address a token is needed first."
      })
  private @Nullable String store;

  @Mixin private OwnerOption owner;
  @Mixin private PublicUrlOption publicUrl;

  ServeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    CountDownLatch stopped = new CountDownLatch(1);
    ServedAlerts alerts = alerts();
    try (Interruption interruption = new Interruption(stopped::countDown);
        ArticleIndex open = index.open();
        SearchServer server =
            serve(open, alerts, published(alerts), host, port, namesAndPublicOne())) {
      terminal.out().println("Serving " + server.url() + " (Ctrl-C stops)");
      if (alerts != null) {
        terminal.out().println("Alerts are at " + server.url() + "alerts");
        if (alerts.open() && !alerts.store().tokens().everMade()) {
          terminal
              .out()
              .println(
                  "There is no token: whoever can reach this address can read and change all"
                      + " subscriptions; `chipwire token create` shuts it.");
        }
      }
      terminal.out().flush();
      stopped.await();
      return ExitCode.FINE;
    }
  }

  private @Nullable ServedAlerts alerts() {
    if (store == null) {
      return null;
    }
    AlertStore open = StoreOption.of(store).open(terminal);
    boolean local = isLoopback(host);
    if (!local && open.tokens().all().stream().allMatch(token -> token.revokedAt() != null)) {
      throw new UsageException(
          "host "
              + host
              + ": alerts are served there only to those who have a token, and there is none; make"
              + " one with `chipwire token create --store STORE --scope write NAME`, or leave"
              + " --store or --host out");
    }
    return new ServedAlerts(open, owner.of(terminal), local, Clock.systemUTC());
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new UsageException("host " + host + ": expected an address of this machine", e);
    }
  }

  /** Mails and feeds lead to the public one. */
  private Collection<String> namesAndPublicOne() {
    URI address = publicUrl.of(terminal);
    List<String> all = new ArrayList<>(names);
    if (address != null) {
      all.add(address.getHost());
    }
    return all;
  }

  private @Nullable Published published(@Nullable ServedAlerts alerts) {
    return alerts == null ? null : new Published(alerts.store(), publicUrl.of(terminal));
  }

  /** Starts a server without alerts. */
  static SearchServer serve(ArticleIndex index, String host, int port, Collection<String> names) {
    return serve(index, null, null, host, port, names);
  }

  /** Starts a server, or says that the port cannot be had. */
  private static SearchServer serve(
      ArticleIndex index,
      @Nullable ServedAlerts alerts,
      @Nullable Published published,
      String host,
      int port,
      Collection<String> names) {
    if (port < 0 || port > 65_535) {
      throw new UsageException("port " + port + ": expected 0 to 65535");
    }
    try {
      return SearchServer.start(index, alerts, published, host, port, names);
    } catch (SearchServer.PortTakenException e) {
      throw new UsageException(e.getMessage() + "; name another with --port (0: any free one)", e);
    }
  }
}
