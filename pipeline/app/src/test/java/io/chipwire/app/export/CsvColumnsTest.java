package io.chipwire.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvColumnsTest {

  @Test
  void disarmsWordsThatASpreadsheetWouldRunAndLeavesNumbersAlone() throws IOException {
    Map<String, Object> cells =
        CsvColumns.cells(
            RowKind.FIGURES,
            new JsonMapper()
                .readTree(
                    """
                    {"text": "-18", "low": -18, "sentence": "=HYPERLINK(1)", "title": "@now",
                     "change": {"direction": "up", "basis": "yoy"}, "subject": null}
                    """));

    assertThat(cells)
        .containsEntry("text", "'-18")
        .containsEntry("low", new BigDecimal("-18"))
        .containsEntry("sentence", "'=HYPERLINK(1)")
        .containsEntry("title", "'@now")
        .containsEntry("direction", "up")
        .containsEntry("basis", "yoy")
        .containsEntry("subject", null);
  }

  @Test
  void joinsSeveralNamesInOneCell() throws IOException {
    assertThat(
            CsvColumns.cells(
                RowKind.COMMITMENTS, new JsonMapper().readTree("{\"obligors\":[\"a\",\"b\"]}")))
        .containsEntry("obligors", "a; b");
  }
}
