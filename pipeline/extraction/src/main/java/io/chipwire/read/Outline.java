package io.chipwire.read;

import io.chipwire.table.Rows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * What a reader sees of a page: its blocks in reading order, and the elements that hold them. Made
 * by one walk over the tree. Confined to the thread that reads the page.
 */
final class Outline {

  private static final Map<String, Set<String>> TAGS = tags();
  private static final Set<String> UNREAD = TAGS.getOrDefault("unread", Set.of());
  private static final Set<String> INLINE = TAGS.getOrDefault("inline", Set.of());
  private static final Set<String> BOLD = Set.of("b", "strong");

  /** Shortest heading that is taken for the beginning of a title, in characters. */
  private static final int LEAST_HEADLINE = 20;

  private final List<Block> blocks = new ArrayList<>();
  private final List<Region> regions = new ArrayList<>();
  private final NameCues names = new NameCues();
  private final int maxBlocks;

  private final StringBuilder text = new StringBuilder();
  private int linked;
  private int links;
  private int bold;
  private int linkDepth;
  private int boldDepth;

  private Outline(int maxBlocks) {
    this.maxBlocks = maxBlocks;
  }

  /** Walks over the page. */
  static Outline of(Element body, int maxBlocks) {
    Outline outline = new Outline(maxBlocks);
    outline.enter(body, null);
    return outline;
  }

  List<Block> blocks() {
    return blocks;
  }

  /**
   * The block that shows this headline, or all but the site's name behind it, or else the first
   * heading of the first rank, or -1.
   */
  int headline(@Nullable String title) {
    int cut = -1;
    int first = -1;
    for (Block block : blocks) {
      String shown = block.text();
      if (title != null && shown.equalsIgnoreCase(title)) {
        return block.index();
      }
      boolean begins =
          title != null
              && block.kind() == Block.Kind.HEADING
              && shown.length() >= LEAST_HEADLINE
              && title.regionMatches(true, 0, shown, 0, shown.length());
      cut = cut < 0 && begins ? block.index() : cut;
      first = first < 0 && block.level() == 1 ? block.index() : first;
    }
    return cut >= 0 ? cut : first;
  }

  /** All elements that hold blocks, outer ones first. */
  List<Region> regions() {
    return regions;
  }

  /** Elements within one that stand side by side under one name and hold two blocks or more. */
  Collection<List<Region>> rows(Region within) {
    Map<String, List<Region>> rows = new HashMap<>();
    for (Region region : regions) {
      Region parent = region.parent();
      boolean inside =
          region != within && region.first() >= within.first() && region.end() <= within.end();
      if (inside && parent != null && region.end() - region.first() > 1) {
        String kind = parent.index() + " " + region.tag() + " " + region.element().className();
        rows.computeIfAbsent(kind, k -> new ArrayList<>()).add(region);
      }
    }
    return rows.values();
  }

  private void enter(Element element, @Nullable Region parent) {
    Region region = new Region(regions.size(), parent, element, cues(element), blocks.size());
    regions.add(region);
    if (element.nameIs("table")) {
      Grid grid = TableReader.read(element);
      if (grid != null) {
        addTable(region, grid);
        region.close(blocks.size());
        return;
      }
    }
    walk(element, region);
    flush(region);
    region.close(blocks.size());
  }

  private void walk(Element element, Region region) {
    for (Node node = element.firstChild(); node != null; node = node.nextSibling()) {
      if (node instanceof TextNode words) {
        add(words.getWholeText());
      } else if (node instanceof Element child && blocks.size() < maxBlocks) {
        walkChild(child, region);
      }
    }
  }

  private void walkChild(Element child, Region region) {
    String tag = child.normalName();
    if (UNREAD.contains(tag)) {
      return;
    }
    if (tag.equals("br")) {
      lineBreak(child, region);
    } else if (INLINE.contains(tag)) {
      if (Cue.UNSEEN.in(names.of(child))) {
        return;
      }
      boolean link = tag.equals("a");
      boolean strong = BOLD.contains(tag);
      links += link ? 1 : 0;
      linkDepth += link ? 1 : 0;
      boldDepth += strong ? 1 : 0;
      walk(child, region);
      linkDepth -= link ? 1 : 0;
      boldDepth -= strong ? 1 : 0;
    } else {
      flush(region);
      enter(child, region);
    }
  }

  /** Two line breaks part paragraphs, and so does one behind the end of a sentence. */
  private void lineBreak(Element br, Region region) {
    Node next = br.nextSibling();
    while (next instanceof TextNode words && words.isBlank()) {
      next = next.nextSibling();
    }
    boolean second = next instanceof Element following && following.nameIs("br");
    char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
    if (second || ".!?:。！？”\"".indexOf(last) >= 0) {
      flush(region);
    } else {
      add(" ");
    }
  }

  private void add(String raw) {
    int before = text.length();
    PlainText.append(text, raw);
    int added = text.length() - before;
    linked += linkDepth > 0 ? added : 0;
    bold += boldDepth > 0 ? added : 0;
  }

  private void flush(Region region) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    if (end > 0) {
      int level = level(region.tag());
      String line = text.substring(0, end);
      blocks.add(
          new Block(
              blocks.size(),
              kind(region, level),
              region,
              line,
              Block.length(line),
              linked,
              links,
              level,
              bold >= end - 1,
              null));
    }
    text.setLength(0);
    linked = 0;
    links = 0;
    bold = 0;
  }

  /** The rank of a heading, 1 to 6, or 0: {@code h7} is no heading in HTML. */
  private static int level(String tag) {
    boolean heading = tag.length() == 2 && tag.charAt(0) == 'h';
    return heading && tag.charAt(1) >= '1' && tag.charAt(1) <= '6' ? tag.charAt(1) - '0' : 0;
  }

  private static Block.Kind kind(Region region, int level) {
    if (level > 0) {
      return Block.Kind.HEADING;
    }
    Region at = region;
    for (int up = 0; at != null && up < 4; up++, at = at.parent()) {
      switch (at.tag()) {
        case "li", "dt", "dd", "summary" -> {
          return Block.Kind.ITEM;
        }
        case "figcaption", "caption" -> {
          return Block.Kind.CAPTION;
        }
        case "td", "th" -> {
          return Block.Kind.CELL;
        }
        case "h1", "h2", "h3", "h4", "h5", "h6" -> {
          return Block.Kind.HEADING;
        }
        case "article", "section", "main", "body" -> {
          return Block.Kind.PARAGRAPH;
        }
        default -> {}
      }
    }
    return Block.Kind.PARAGRAPH;
  }

  private void addTable(Region region, Grid grid) {
    String rows = String.join("\n", grid.rows().stream().map(Grid::line).toList());
    int linkText = 0;
    int count = 0;
    for (Element link : region.element().getElementsByTag("a")) {
      linkText += link.text().length();
      count++;
    }
    blocks.add(
        new Block(
            blocks.size(),
            Block.Kind.TABLE,
            region,
            rows,
            Block.length(rows),
            linkText,
            count,
            0,
            false,
            grid));
  }

  private int cues(Element element) {
    int cues = names.of(element);
    switch (element.normalName()) {
      case "body", "html", "main" -> cues &= Cue.BODY.bit();
      case "article" -> cues &= ~(Cue.APART.bit() | Cue.ASIDE.bit());
      case "footer", "aside", "form" -> cues |= Cue.APART.bit();
      case "figcaption" -> cues |= Cue.CAPTION.bit();
      default -> {}
    }
    if (element.attributesSize() == 0) {
      return cues;
    }
    Attributes attributes = element.attributes();
    if (attributes.get("itemprop").equals("articleBody")) {
      cues |= Cue.BODY.bit();
    }
    if (attributes.hasKey("hidden")
        || attributes.get("aria-hidden").equals("true")
        || isInvisible(attributes.get("style"))) {
      cues |= Cue.UNSEEN.bit();
    }
    return cues;
  }

  private static boolean isInvisible(String style) {
    return style.contains("none") && style.replace(" ", "").contains("display:none");
  }

  private static Map<String, Set<String>> tags() {
    Map<String, Set<String>> tags = new HashMap<>();
    for (Rows.Row row : Rows.of(Outline.class, "tags.tsv")) {
      tags.put(row.cell(0), Set.copyOf(row.cells().subList(1, row.cells().size())));
    }
    return tags;
  }
}
