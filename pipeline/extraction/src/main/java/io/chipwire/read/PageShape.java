package io.chipwire.read;

import io.chipwire.table.Rows;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What tells a page that lists articles or goods from one that is an article, when both hold text:
 * how much prose stands together, how many links and prices stand around it, whether the address
 * ends in a headline, what the page declares. Each trait is weighed as {@code listing.tsv} says.
 */
final class PageShape {

  /** What is measured on a page; {@code listing.tsv} gives each its weight. */
  enum Trait {
    /** Always one. */
    BASE,
    /** Hyphens in the last part of the address, at most six; three if there is no address. */
    SLUG,
    /** One if a part of the address is a word for a list, such as "topic". */
    LIST_PATH,
    /** One if the address has one part only. */
    TOP_PATH,
    /** Length of the title in words of five letters and a space, at most 14. */
    TITLE,
    /** One if JSON-LD describes an article, and not more than two. */
    LINKED_ARTICLE,
    /** One if OpenGraph calls the page an article. */
    OPEN_GRAPH_ARTICLE,
    /** One if a date of publication was found. */
    DATED,
    /** Logarithm of the characters of prose that were kept. */
    PROSE,
    /** Logarithm of the most characters of prose that stand together. */
    RUN,
    /** Share of the page's prose that stands in the article's element. */
    SHARE,
    /** Logarithm of the number of links on the page that are as long as a headline. */
    HEADLINES,
    /** Logarithm of the number of short lines on the page that hold a price. */
    PRICES,
    /** Logarithm of the most elements of one kind side by side that hold links. */
    CARDS;

    static Trait named(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }

  private static final Map<Trait, Double> WEIGHTS = weights();

  private static final Set<String> LIST_PARTS =
      Set.copyOf(Rows.of(PageShape.class, "list-paths.tsv").getFirst().cells());

  /** Fewest characters of a paragraph of prose. */
  private static final int LEAST_PROSE = 80;

  /** Fewest characters of a link that may be a headline. */
  private static final int LEAST_HEADLINE = 25;

  /** Fewest links, prices or boxes of a list. */
  private static final int LEAST_LISTED = 3;

  /** Longest line that is a price, in characters. */
  private static final int LONGEST_PRICE = 60;

  /** Most blocks of an element that are searched for its link. */
  private static final int CARD = 12;

  private final Map<Trait, Double> traits = new EnumMap<>(Trait.class);

  private PageShape() {}

  static PageShape of(
      Declared declared,
      Outline outline,
      PageMetadata metadata,
      BodyFinder found,
      List<Block> article) {
    PageShape shape = new PageShape();
    shape.traits.put(Trait.BASE, 1.0);
    shape.readAddress(metadata.url());
    String title = metadata.title();
    shape.traits.put(Trait.TITLE, title == null ? 0 : Math.min(14, Block.length(title) / 6.0));
    shape.readDeclared(declared, metadata);
    shape.readProse(article);
    shape.readSurroundings(outline, found);
    return shape;
  }

  /**
   * Whether the page lists other pages or goods rather than telling something itself. A short page
   * from which next to nothing leads elsewhere lists nothing, however little it says.
   */
  boolean isListing() {
    boolean lists =
        Stream.of(Trait.HEADLINES, Trait.PRICES, Trait.CARDS)
            .anyMatch(trait -> traits.get(trait) >= Math.log1p(LEAST_LISTED));
    return lists && score() > 0;
  }

  /** Weighed sum of the traits; above zero the page is a list. */
  double score() {
    double sum = 0;
    for (Map.Entry<Trait, Double> trait : traits.entrySet()) {
      sum += trait.getValue() * WEIGHTS.get(trait.getKey());
    }
    return sum;
  }

  private void readAddress(@Nullable String url) {
    String path = url == null ? null : URI.create(url).getRawPath();
    String[] parts = path == null ? new String[0] : path.replaceAll("^/+|/+$", "").split("/");
    String last = parts.length == 0 ? "" : parts[parts.length - 1];
    double hyphens = last.chars().filter(c -> c == '-' || c == '_').count();
    traits.put(Trait.SLUG, url == null ? 3 : Math.min(6, hyphens));
    boolean list = false;
    for (String part : parts) {
      list |= LIST_PARTS.contains(part.toLowerCase(Locale.ROOT));
    }
    traits.put(Trait.LIST_PATH, list ? 1.0 : 0);
    traits.put(Trait.TOP_PATH, parts.length == 1 && !last.isEmpty() ? 1.0 : 0);
  }

  private void readDeclared(Declared declared, PageMetadata metadata) {
    long articles = declared.linked().articles();
    traits.put(Trait.LINKED_ARTICLE, articles == 1 || articles == 2 ? 1.0 : 0);
    String type = declared.head().first("og:type");
    boolean article = type != null && type.toLowerCase(Locale.ROOT).startsWith("article");
    traits.put(Trait.OPEN_GRAPH_ARTICLE, article ? 1.0 : 0);
    traits.put(Trait.DATED, metadata.dating().published() != null ? 1.0 : 0);
  }

  private void readProse(List<Block> article) {
    double prose = 0;
    double run = 0;
    double most = 0;
    for (Block block : article) {
      if (isProse(block)) {
        prose += block.length();
        run += block.length();
        most = Math.max(most, run);
      } else {
        run = 0;
      }
    }
    traits.put(Trait.PROSE, Math.log1p(prose));
    traits.put(Trait.RUN, Math.log1p(most));
  }

  static boolean isProse(Block block) {
    return block.kind() != Block.Kind.HEADING
        && block.kind() != Block.Kind.CAPTION
        && block.length() > LEAST_PROSE
        && block.linkDensity() < 0.5;
  }

  private void readSurroundings(Outline outline, BodyFinder found) {
    int headlines = 0;
    int prices = 0;
    for (Block block : outline.blocks()) {
      int length = block.text().length();
      headlines += block.linkDensity() > 0.7 && length >= LEAST_HEADLINE ? 1 : 0;
      prices += length < LONGEST_PRICE && holdsPrice(block.text()) ? 1 : 0;
    }
    traits.put(Trait.HEADLINES, Math.log1p(headlines));
    traits.put(Trait.PRICES, Math.log1p(prices));
    traits.put(Trait.CARDS, Math.log1p(cards(outline, found.region())));
    double all = found.scores().prose(outline.regions().get(0));
    traits.put(Trait.SHARE, all > 0 ? found.scores().prose(found.region()) / all : 0);
  }

  /** Whether a currency sign stands before a digit, or one of some behind it. */
  private static boolean holdsPrice(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("$€£¥₩".indexOf(c) >= 0
          && (isDigit(text, i + 1)
              || isSpace(text, i + 1) && isDigit(text, i + 2)
              || (c == '€' || c == '£')
                  && (isDigit(text, i - 1) || isSpace(text, i - 1) && isDigit(text, i - 2)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigit(String text, int i) {
    return i >= 0 && i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  private static boolean isSpace(String text, int i) {
    return i >= 0 && i < text.length() && text.charAt(i) == ' ';
  }

  /** The most elements of one kind side by side that hold a link. */
  private static long cards(Outline outline, Region body) {
    long most = 0;
    for (List<Region> alike : outline.rows(body)) {
      most = Math.max(most, alike.stream().filter(region -> links(outline, region)).count());
    }
    return most;
  }

  private static boolean links(Outline outline, Region region) {
    int end = Math.min(region.end(), region.first() + CARD);
    for (int i = region.first(); i < end; i++) {
      if (outline.blocks().get(i).links() > 0) {
        return true;
      }
    }
    return false;
  }

  private static Map<Trait, Double> weights() {
    Map<Trait, Double> weights = new EnumMap<>(Trait.class);
    for (Rows.Row row : Rows.of(PageShape.class, "listing.tsv")) {
      weights.put(Trait.named(row.cell(0)), Double.valueOf(row.cell(1)));
    }
    return weights;
  }

  /** The three traits that speak most for a list, with what they weigh. */
  String evidence() {
    return traits.entrySet().stream()
        .filter(trait -> trait.getKey() != Trait.BASE)
        .map(trait -> Map.entry(trait.getKey(), trait.getValue() * WEIGHTS.get(trait.getKey())))
        .sorted(Map.Entry.<Trait, Double>comparingByValue().reversed())
        .limit(3)
        .map(
            trait ->
                String.format(
                    Locale.ROOT,
                    "%s %+.1f",
                    trait.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    trait.getValue()))
        .collect(Collectors.joining(", "));
  }
}
