package io.chipwire.search;

import io.chipwire.fact.Commitment;
import io.chipwire.fact.Figure;
import io.chipwire.fact.Span;
import io.chipwire.signal.Signal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article that matches.
 *
 * @param score higher is better; comparable within one answer only
 * @param titleHighlights what to mark in the title
 * @param sentences the best few sentences, in the text's order: those that state the facts asked
 *     for, then those with most words of the query
 * @param figures the figures that the query asked for, those in {@code sentences} first; where it
 *     asked for no facts, those in {@code sentences} alone
 * @param commitments likewise
 * @param signals likewise
 * @param copyCount how many copies are folded under it
 * @param copies the earliest of them, at most {@value #MAX_COPIES}
 */
public record Hit(
    double score,
    String articleId,
    @Nullable String url,
    @Nullable String title,
    List<Span> titleHighlights,
    @Nullable String publisher,
    @Nullable Instant publishedAt,
    @Nullable String language,
    List<Excerpt> sentences,
    List<Found<Figure>> figures,
    List<Found<Commitment>> commitments,
    List<Found<Signal>> signals,
    int copyCount,
    List<Copy> copies) {

  /** Most copies that are listed. */
  static final int MAX_COPIES = 50;

  /** Copies the lists. */
  public Hit {
    titleHighlights = List.copyOf(titleHighlights);
    sentences = List.copyOf(sentences);
    figures = List.copyOf(figures);
    commitments = List.copyOf(commitments);
    signals = List.copyOf(signals);
    copies = List.copyOf(copies);
  }
}
