/**
 * What a query finds as a file: a row for each article or fact, as CSV for spreadsheets or as
 * NDJSON for programs, written while it is read. {@link io.chipwire.app.export.RowWriter} is the
 * door.
 */
@NullMarked
package io.chipwire.app.export;

import org.jspecify.annotations.NullMarked;
