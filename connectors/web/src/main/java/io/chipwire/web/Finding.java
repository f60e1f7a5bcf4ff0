package io.chipwire.web;

import io.chipwire.article.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a source brings: a link, or why the source could not be read; exactly one of the
 * two is there.
 *
 * @param link new or changed since it was seen last; null if {@code rejection} is there
 * @param rejection of the whole source, once until it changes; null if {@code link} is there
 */
public record Finding(@Nullable WebLink link, @Nullable Rejection rejection) {

  static Finding of(WebLink link) {
    return new Finding(link, null);
  }

  static Finding of(Rejection rejection) {
    return new Finding(null, rejection);
  }
}
