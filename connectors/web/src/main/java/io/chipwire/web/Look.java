package io.chipwire.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One look at a source: asked and read, but not compared with what is known.
 *
 * @param outcome what came
 * @param document what stands in it; null unless it was fetched and could be read
 * @param unreadable why it could not be read; null if it could, or there was nothing to read
 * @param pause that the site asks for between two requests
 */
public record Look(
    FetchOutcome outcome,
    @Nullable LinkDocument document,
    @Nullable String unreadable,
    Duration pause) {

  /** Looks; blocks, bounded in time. May run in any thread, as it touches no state of a watch. */
  public static Look at(WatchedSource source, FetchRequest request, Fetcher fetcher) {
    FetchOutcome outcome = fetcher.fetch(request);
    Duration pause = fetcher.crawlDelay(request.uri()).orElse(Duration.ZERO);
    if (!(outcome instanceof FetchOutcome.Fetched fetched)) {
      return new Look(outcome, null, null, pause);
    }
    try {
      return new Look(outcome, LinkReading.read(source, fetched), null, pause);
    } catch (UnreadableDocumentException e) {
      return new Look(outcome, null, e.getMessage(), pause);
    }
  }
}
