package io.chipwire.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chipwire.fact.Direction;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {

  @Test
  void readsCellsListsAndConstants() {
    List<Rows.Row> rows = Rows.of(RowsTest.class, "prices.tsv");

    assertThat(rows).hasSize(3);
    assertThat(rows.get(0).label(Direction.class, 0)).isEqualTo(Direction.UP);
    assertThat(rows.get(0).constant(Direction.class, 0)).isEqualTo(Direction.UP);
    assertThat(rows.get(0).list(1)).containsExactly("rise", "gain");
    assertThat(rows.get(1).list(1)).isEmpty();
    assertThat(rows.get(2).cell(1)).isEmpty();
  }

  @Test
  void namesThePlaceOfWhatIsWrong() {
    Rows.Row row = Rows.of(RowsTest.class, "prices.tsv").get(0);

    assertThatThrownBy(() -> row.label(Direction.class, 1))
        .hasMessageStartingWith("\"rise | gain\": expected one of ")
        .hasMessageEndingWith("at prices.tsv:3");
    assertThatThrownBy(() -> Rows.of(RowsTest.class, "prices.tsv", 2))
        .hasMessage("1 columns: expected 2, at prices.tsv:6");
    assertThatThrownBy(() -> Rows.of(RowsTest.class, "none.tsv"))
        .hasMessage("none.tsv: expected beside io.chipwire.table.RowsTest");
  }

  @Test
  void addsUpTheRowsOfARole() {
    Words words = Words.beside(RowsTest.class);

    assertThat(words.of("joint")).containsExactlyInAnyOrder("and", "or", "&");
    assertThat(words.is("joint", "but")).isFalse();
    assertThatThrownBy(() -> words.of("break"))
        .hasMessage("role \"break\": expected one of [joint], in words.tsv");
  }
}
