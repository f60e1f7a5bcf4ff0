/**
 * Reads what EDGAR, the archive of the American exchange supervision, says of a filing: {@link
 * io.chipwire.web.filing.FilingIndex}.
 *
 * <p><b>Decision: the index page is read, and by jsoup.</b> EDGAR has the documents of a filing
 * also as JSON, but without their types, and as one text of all of them, which is large. Only the
 * page tells which document is exhibit 99.1. It is HTML, so it is read by what reads HTML; this
 * package and the page reader are the two places that do.
 */
@NullMarked
package io.chipwire.web.filing;

import org.jspecify.annotations.NullMarked;
