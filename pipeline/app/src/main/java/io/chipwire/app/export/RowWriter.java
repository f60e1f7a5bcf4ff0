package io.chipwire.app.export;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.search.Exported;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/**
 * Writes what a query found, one article after the other; holds no more than one of them.
 * Immutable; safe to share between threads.
 *
 * @param kind what a row is about
 * @param format how rows are written
 */
public record RowWriter(RowKind kind, RowFormat format) {

  private static final CsvMapper CSV =
      CsvMapper.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
          .build();

  private static final ObjectWriter NDJSON =
      ExtractionJson.mapper()
          .writer()
          .withRootValueSeparator("\n")
          .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

  /**
   * Writes all rows; the stream stays open.
   *
   * @return how many
   */
  public long write(Iterator<Exported> found, OutputStream out) throws IOException {
    long rows = 0;
    try (SequenceWriter writer = writer(out)) {
      while (found.hasNext()) {
        for (ObjectNode row : Rows.of(found.next(), kind)) {
          writer.write(format == RowFormat.CSV ? CsvColumns.cells(kind, row) : row);
          rows++;
        }
      }
    }
    if (format == RowFormat.NDJSON && rows > 0) {
      out.write('\n');
    }
    return rows;
  }

  /** A name for the file: {@code figures.csv}. */
  public String fileName() {
    return kind.label() + "." + format.label();
  }

  private SequenceWriter writer(OutputStream out) throws IOException {
    if (format == RowFormat.NDJSON) {
      return NDJSON.writeValues(out);
    }
    CsvSchema.Builder schema = CsvSchema.builder();
    CsvColumns.names(kind).forEach(schema::addColumn);
    return CSV.writer(schema.build().withHeader().withLineSeparator("\r\n")).writeValues(out);
  }
}
