package io.chipwire.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document as a connector hands it over, before anybody has read it.
 *
 * <p>Either {@code body} holds the raw bytes of an HTML page, or {@code document} holds a text
 * whose metadata came with it (a JSON Lines record); exactly one of the two is there.
 *
 * @param source where it was found, for people and for messages: a path, for a record inside a file
 *     with {@code #} and the line or byte offset ({@code news.jsonl.gz#12}, {@code a.warc#4711})
 * @param ordinal position of the page in its input, counted from 0; a later page of the same URL
 *     replaces an earlier one
 * @param id the id that the input itself gave the document, if any
 * @param url where it was fetched from, if known
 * @param charset the character set that the transport declared or the user forced, if any
 * @param fetchedAt when it was fetched, if known
 * @param body the page's bytes, not to be modified; null if {@code document} is there
 * @param document the ready text with its metadata; null if {@code body} is there
 * @param obeysOptOuts whether the page is left alone if it says that it may not be used by machines
 *     ({@link PageFlag#NO_AI}); true for pages that were fetched, unless the operator has a right
 *     to them
 * @param announcement what was said of it where it was linked; null if nothing
 * @param watched name of the watched source that told of it; null for a page of an archive
 * @param replayed whether somebody wants it taken in once more, whether it changed or not
 */
public record Page(
    String source,
    long ordinal,
    @Nullable String id,
    @Nullable String url,
    @Nullable String charset,
    @Nullable Instant fetchedAt,
    byte @Nullable [] body,
    @Nullable TextDocument document,
    boolean obeysOptOuts,
    @Nullable Announcement announcement,
    @Nullable String watched,
    boolean replayed) {

  /** A page of an archive, whose owner has it already. */
  public Page(
      String source,
      long ordinal,
      @Nullable String id,
      @Nullable String url,
      @Nullable String charset,
      @Nullable Instant fetchedAt,
      byte @Nullable [] body,
      @Nullable TextDocument document) {
    this(source, ordinal, id, url, charset, fetchedAt, body, document, false, null, null, false);
  }
}
