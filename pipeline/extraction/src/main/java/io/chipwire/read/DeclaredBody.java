package io.chipwire.read;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The text that a page gives in JSON-LD as its article's body. It tells which of the blocks that
 * were found are the article's, and stands in for them where the page shows none; but sites cut it
 * short, or leave lists and headings out, so that it is believed only as far as it agrees.
 */
final class DeclaredBody {

  /** Shortest body that is looked at, in characters. */
  private static final int LEAST = 400;

  /** What of a body is read, in characters. */
  private static final int MOST = 500_000;

  /** Share of the declared text that must be found before it may cross out the rest. */
  private static final double FOUND = 0.9;

  /** Share of what was found that it must confirm before it may cross out the rest. */
  private static final double CONFIRMED = 0.6;

  /** Share of the declared text below which the page does not show it. */
  private static final double MISSED = 0.3;

  /** How many times as much it must tell as the page shows to stand in for it. */
  private static final double MORE = 1.3;

  /** Share of a paragraph that it must hold to confirm it; sites change words of it later. */
  private static final double HALF = 0.5;

  private static final Pattern MARKUP = Pattern.compile("</?(?:p|br|div|span|a|ul|h[1-6])[ />]");

  private final List<Block> blocks;
  private final LetterRuns runs;

  private DeclaredBody(List<Block> blocks, LetterRuns runs) {
    this.blocks = blocks;
    this.runs = runs;
  }

  /** The declared body, or null if there is none worth looking at. */
  static @Nullable DeclaredBody of(LinkedData linked, ReadLimits limits) {
    String text = linked.article().path("articleBody").asText("");
    if (text.length() < LEAST) {
      return null;
    }
    Document page = parsed(text.substring(0, Math.min(MOST, text.length())), limits);
    List<Block> blocks = Outline.of(page.body(), limits.maxBlocks()).blocks();
    return new DeclaredBody(blocks, LetterRuns.of(blocks));
  }

  /** The article's blocks, given those that were found on the page. */
  List<Block> correct(List<Block> found) {
    LetterRuns shown = LetterRuns.of(found);
    double seen = shown.share(blocks);
    double confirmed = runs.share(found);
    boolean more = runs.size() > MORE * shown.size();
    if (more && (seen < MISSED || confirmed > FOUND)) {
      return blocks;
    }
    if (seen < FOUND || confirmed < CONFIRMED) {
      return found;
    }
    return found.stream().filter(this::confirms).toList();
  }

  private boolean confirms(Block block) {
    return block.kind() == Block.Kind.HEADING
        || block.kind() == Block.Kind.TABLE
        || runs.share(List.of(block)) >= HALF;
  }

  /** Bodies come as HTML, as escaped HTML, or as text whose lines are paragraphs. */
  private static Document parsed(String text, ReadLimits limits) {
    Parser parser = Parser.htmlParser().setMaxDepth(limits.maxDepth());
    String html = text.indexOf('<') < 0 ? Parser.unescapeEntities(text, false) : text;
    if (MARKUP.matcher(html).find()) {
      return parser.parseInput(html, "");
    }
    Document page = parser.parseInput("", "");
    html.lines().forEach(line -> page.body().appendElement("p").text(line));
    return page;
  }
}
