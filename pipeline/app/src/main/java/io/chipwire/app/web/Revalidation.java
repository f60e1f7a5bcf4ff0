package io.chipwire.app.web;

import io.chipwire.search.ArticleIndex;
import io.chipwire.search.Snapshot;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Spares callers an answer that they already have: each answer carries a tag of the index's state,
 * and who shows the tag of the present state gets 304 (RFC 9110, section 13). The tags are weak,
 * since answers also tell the state's age; pages have none, as a person would take an old age for
 * the present one. Thread-safe.
 */
final class Revalidation {

  private static final String TAG = "ETag";

  private final ArticleIndex index;
  private final Clock clock;

  /** Tells this server from its successor, which may answer otherwise. */
  private final String server = UUID.randomUUID().toString();

  Revalidation(ArticleIndex index, Clock clock) {
    this.index = index;
    this.clock = clock;
  }

  /** The same handler, which need not answer what the caller has. */
  Handler guard(Handler handler) {
    return context -> {
      String tag = tag(context);
      context.header(TAG, tag).header("Cache-Control", "no-cache");
      if (holds(context.header("If-None-Match"), tag)) {
        context.status(304);
        return;
      }
      boolean answered = false;
      try {
        handler.handle(context);
        answered = context.statusCode() == 200;
      } finally {
        if (!answered) {
          // An error is nothing to come back to.
          context.res().setHeader(TAG, null);
        }
      }
    };
  }

  /** Of server, state, day (recency is counted in days) and question. */
  private String tag(Context context) throws IOException {
    Snapshot snapshot = index.snapshot();
    String state =
        String.join(
            "\n",
            server,
            Long.toString(snapshot.generation()),
            LocalDate.now(clock).toString(),
            context.path(),
            context.queryString());
    CRC32C sum = new CRC32C();
    sum.update(state.getBytes(StandardCharsets.UTF_8));
    return "W/\"" + snapshot.generation() + "-" + Long.toString(sum.getValue(), 36) + "\"";
  }

  /** Whether a caller shows that tag. */
  static boolean holds(@Nullable String tags, String tag) {
    return tags != null
        && Arrays.stream(tags.split(",", -1)).map(String::strip).anyMatch(tag::equals);
  }
}
