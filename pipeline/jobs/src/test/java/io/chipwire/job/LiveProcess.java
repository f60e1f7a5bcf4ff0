package io.chipwire.job;

import io.chipwire.address.AddressRange;
import io.chipwire.web.FetchPolicy;
import io.chipwire.web.SourceKind;
import io.chipwire.web.WatchedSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A live job in a process of its own, for a test to kill. */
public final class LiveProcess {

  static final String DETACHED = "--detach";

  private LiveProcess() {}

  /** The real reading, and facts that cost nothing. */
  static ArticleStages stages() {
    return new ArticleStages(
        ArticleStages.real().reader(), () -> article -> TestArticles.extraction(article));
  }

  /**
   * What to do with sources at 127.0.0.1.
   *
   * @param sources each a kind, a colon and an address
   */
  static LiveOptions options(Path index, Duration pace, int parallelism, List<String> sources) {
    List<WatchedSource> watched = new ArrayList<>();
    for (String source : sources) {
      int colon = source.indexOf(':');
      watched.add(
          new WatchedSource(
              source,
              SourceKind.valueOf(source.substring(0, colon)),
              source.substring(colon + 1),
              Duration.ofMillis(500),
              Duration.ofMillis(1_000),
              null,
              true));
    }
    FetchPolicy policy =
        FetchPolicy.of("mailto:ops@example.com")
            .withAttempts(5, Duration.ofMillis(200))
            .withAllowed(List.of(new AddressRange("127.0.0.1")));
    return new LiveOptions(index, watched, policy, pace, parallelism, Duration.ofMillis(300));
  }

  /** The sources of an invented web. */
  static List<String> sources(InventedWeb web) {
    return List.of(
        "FEED:" + web.feed(),
        "FEED:" + web.redirectingFeed(),
        "SITEMAP:" + web.sitemap(),
        "LIST:" + web.list(),
        "FEED:" + web.jsonFeed());
  }

  /** Arguments: index, pace in milliseconds, parallelism, perhaps DETACHED, and the sources. */
  public static void main(String[] args) throws Exception {
    List<String> sources = new ArrayList<>(Arrays.asList(args).subList(3, args.length));
    boolean detached = sources.remove(DETACHED);
    Live live =
        new Live(
            options(
                Path.of(args[0]),
                Duration.ofMillis(Long.parseLong(args[1])),
                Integer.parseInt(args[2]),
                sources),
            stages(),
            LiveProgress.NONE);
    if (detached) {
      live.submit();
    } else {
      live.run();
    }
  }

  /** Starts one. */
  static Process start(Path index, Duration pace, int parallelism, List<String> sources)
      throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                index.toString(), Long.toString(pace.toMillis()), Integer.toString(parallelism)));
    arguments.addAll(sources);
    return BackfillProcess.java(LiveProcess.class.getName(), arguments)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
