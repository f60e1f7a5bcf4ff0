package io.chipwire.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void wrapsTheLastColumnInsideTheWidth() {
    TextTable table = new TextTable(40, "KIND", "SENTENCE");
    table.add("pricing", "Prices of an hour on an H100 rose by a tenth in March.");
    assertThat(table.lines())
        .containsExactly(
            "KIND     SENTENCE",
            "pricing  Prices of an hour on an H100",
            "         rose by a tenth in March.");
  }

  @Test
  void takesTheSequencesOutThatATerminalWouldObey() {
    TextTable table = new TextTable(80, "A", "B");
    table.add("x", "red \u001b[31m and \u202e backwards");
    assertThat(table.lines().get(1)).isEqualTo("x  red  [31m and   backwards");
  }
}
