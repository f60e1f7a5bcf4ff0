package io.chipwire.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkedTextTest {

  private static Mark mark(int start, int end, Mark.Kind kind) {
    return new Mark(start, end, kind, kind.name());
  }

  @Test
  void cutsWhereMarksBeginAndEndAndKeepsEveryCharacter() {
    String text = "AMD owes $5 now";
    List<MarkedText.Segment> segments =
        MarkedText.of(
                text,
                List.of(
                    mark(0, 15, Mark.Kind.COMMITMENT),
                    mark(0, 3, Mark.Kind.ENTITY),
                    mark(9, 11, Mark.Kind.FIGURE)))
            .segments();
    assertThat(segments)
        .extracting(MarkedText.Segment::text)
        .containsExactly("AMD", " owes ", "$5", " now");
    assertThat(segments.get(0).mark().kind()).isEqualTo(Mark.Kind.ENTITY);
    assertThat(segments.get(1).mark()).isNull();
    assertThat(segments).allSatisfy(each -> assertThat(each.commitment()).isNotNull());
  }

  @Test
  void letsAFigureLieOnTopOfAName() {
    List<MarkedText.Segment> segments =
        MarkedText.of(
                "0123456789", List.of(mark(2, 8, Mark.Kind.ENTITY), mark(4, 6, Mark.Kind.FIGURE)))
            .segments();
    assertThat(segments)
        .extracting(MarkedText.Segment::text)
        .containsExactly("01", "23", "45", "67", "89");
    assertThat(segments.get(2).mark().kind()).isEqualTo(Mark.Kind.FIGURE);
  }

  @Test
  void leavesMarksOutsideTheTextOut() {
    assertThat(MarkedText.of("short", List.of(mark(3, 9, Mark.Kind.FIGURE))).segments())
        .extracting(MarkedText.Segment::mark)
        .containsOnlyNulls();
  }

  @Test
  void separatesParagraphsAtBlankLines() {
    assertThat(MarkedText.of("one\n\ntwo\nrows", List.of()).paragraphs())
        .extracting(paragraph -> paragraph.getFirst().text())
        .containsExactly("one", "two\nrows");
  }
}
