package io.chipwire.app.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form for a subscription, new or known; texts are raw, the template escapes them.
 *
 * @param id of a known one, or null
 * @param most how many alerts at most in {@code period}, as typed; empty for no limit
 * @param channels those that it has
 * @param rows those to be added, as typed, with rooms for more
 * @param problem what is wrong, or null
 * @param place the query where that is what is wrong: before the fault, the fault, behind it
 */
public record WatchFormView(
    @Nullable String id,
    String name,
    String query,
    String delivery,
    List<String> deliveries,
    String most,
    String period,
    List<String> periods,
    String confidence,
    String corroboration,
    boolean repeats,
    List<ChannelView> channels,
    List<RowView> rows,
    List<String> kinds,
    @Nullable String problem,
    List<String> place) {

  /** Copies the lists. */
  public WatchFormView {
    deliveries = List.copyOf(deliveries);
    periods = List.copyOf(periods);
    channels = List.copyOf(channels);
    rows = List.copyOf(rows);
    kinds = List.copyOf(kinds);
    place = List.copyOf(place);
  }

  /** A channel that the subscription has, and whether it keeps it. */
  public record ChannelView(String id, String receiver, boolean kept) {}

  /** A channel to be added. */
  public record RowView(String kind, String target) {}
}
