package io.chipwire.web.filing;

import java.util.regex.Pattern;

/**
 * A document of a filing.
 *
 * @param type as EDGAR has it, such as {@code 8-K} or {@code EX-99.1}
 * @param url absolute, and not checked any further
 */
public record FiledDocument(String type, String url) {

  /** Filers of one exhibit 99 do without the number, others pad it. */
  private static final Pattern PRESS_RELEASE = Pattern.compile("(?i)EX-99(\\.0?1)?");

  private static final Pattern COURTESY_COPY = Pattern.compile("(?i).*\\.pdf");

  /** Whether it is exhibit 99.1, which is where press releases go; unofficial copies are not. */
  public boolean isPressRelease() {
    return PRESS_RELEASE.matcher(type).matches() && !COURTESY_COPY.matcher(url).matches();
  }
}
