package io.chipwire.app.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the search page shows; texts are raw, the template escapes them.
 *
 * @param order label of the order
 * @param orders all labels
 * @param bars the histogram, or empty
 * @param histogramLabel what the histogram shows
 * @param next address of the next page, or null
 */
public record SearchView(
    Frame frame,
    String order,
    List<String> orders,
    List<HitView> hits,
    List<FacetView> facets,
    List<BarView> bars,
    String histogramLabel,
    @Nullable String next) {

  /** Copies the lists. */
  public SearchView {
    orders = List.copyOf(orders);
    hits = List.copyOf(hits);
    facets = List.copyOf(facets);
    bars = List.copyOf(bars);
  }

  /** A stretch of text, perhaps to be marked. */
  public record Piece(String text, boolean strong) {}

  /**
   * An article found.
   *
   * @param href of our page about it
   * @param origin publisher and day
   * @param alsoIn how many outlets have a copy, or null
   */
  public record HitView(
      String href,
      List<Piece> title,
      String origin,
      List<List<Piece>> sentences,
      List<String> facts,
      @Nullable String alsoIn) {}

  /** A property with its most frequent values. */
  public record FacetView(String name, List<FacetValue> values) {}

  /** A value, how many articles have it, and the address that asks for it as well. */
  public record FacetValue(String label, String count, String href) {}

  /** A bar of the histogram, in units of its drawing. */
  public record BarView(int x, int y, int width, int height, String label, String href) {}
}
