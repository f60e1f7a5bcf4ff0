package io.chipwire.app;

import io.chipwire.app.web.Published;
import io.chipwire.app.web.SearchServer;
import io.chipwire.search.ArticleIndex;
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
          "Address to listen on (default: ${DEFAULT-VALUE}). There is no login: anyone who reaches"
              + " it can read the index.")
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

  @Mixin private StoreOption store;
  @Mixin private PublicUrlOption publicUrl;

  ServeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    CountDownLatch stopped = new CountDownLatch(1);
    try (Interruption interruption = new Interruption(stopped::countDown);
        ArticleIndex open = index.open();
        SearchServer server = serve(open, host, port, names, published())) {
      terminal.out().println("Serving " + server.url() + " (Ctrl-C stops)");
      terminal.out().flush();
      stopped.await();
      return ExitCode.FINE;
    }
  }

  private @Nullable Published published() {
    return store.ifUsed(terminal).isEmpty()
        ? null
        : new Published(store.open(terminal), publicUrl.of(terminal));
  }

  /** Starts a server, or says that the port cannot be had. */
  static SearchServer serve(
      ArticleIndex index,
      String host,
      int port,
      Collection<String> names,
      @Nullable Published published) {
    if (port < 0 || port > 65_535) {
      throw new UsageException("port " + port + ": expected 0 to 65535");
    }
    try {
      return SearchServer.start(index, host, port, names, published);
    } catch (SearchServer.PortTakenException e) {
      throw new UsageException(e.getMessage() + "; name another with --port (0: any free one)", e);
    }
  }
}
