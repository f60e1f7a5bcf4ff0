package io.chipwire.app.web;

import io.chipwire.app.web.AlertsView.AlertLineView;
import io.chipwire.app.web.AlertsView.WatchView;
import io.chipwire.app.web.SearchView.Piece;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page about one alert shows; texts are raw, the template escapes them.
 *
 * @param sentence with what matched marked
 * @param article address of our page about the article, or null where the index has it no more
 * @param link address of the article at its publisher, or null
 * @param verdict why it was told, or why not
 * @param origins the independent outlets that had stated it, the first one first
 * @param parts what of the query matched what
 * @param times what happened when
 * @param others the same news from other outlets
 */
public record AlertView(
    AlertLineView alert,
    WatchView watch,
    List<Piece> sentence,
    @Nullable String article,
    @Nullable String link,
    String verdict,
    String confidence,
    List<String> origins,
    List<PartView> parts,
    List<TimeView> times,
    List<AlertLineView> others,
    List<DeliveryView> deliveries) {

  /** Copies the lists. */
  public AlertView {
    sentence = List.copyOf(sentence);
    origins = List.copyOf(origins);
    parts = List.copyOf(parts);
    times = List.copyOf(times);
    others = List.copyOf(others);
    deliveries = List.copyOf(deliveries);
  }

  /**
   * A part of the query, and the words and facts of the article that met it.
   *
   * @param note for a part that is not met by words or facts, such as an absence
   */
  public record PartView(String query, List<String> words, List<String> facts, String note) {

    /** Copies the lists. */
    public PartView {
      words = List.copyOf(words);
      facts = List.copyOf(facts);
    }
  }

  /** When something happened. */
  public record TimeView(String label, String time) {}

  /**
   * How far the alert got on one channel.
   *
   * @param state for people
   * @param retriable whether it can be sent again
   */
  public record DeliveryView(
      String channel,
      String receiver,
      String state,
      String style,
      boolean retriable,
      List<AttemptView> attempts) {

    /** Copies the list. */
    public DeliveryView {
      attempts = List.copyOf(attempts);
    }
  }

  /** One try. */
  public record AttemptView(String time, String outcome, String detail) {}
}
