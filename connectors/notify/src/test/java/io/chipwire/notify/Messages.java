package io.chipwire.notify;

import io.chipwire.alert.Alert;
import io.chipwire.alert.Channel;
import io.chipwire.alert.ChannelKind;
import io.chipwire.alert.MatchedFact;
import io.chipwire.alert.Message;
import io.chipwire.alert.Rules;
import io.chipwire.alert.Subscription;
import io.chipwire.query.FactKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Builds messages for tests. */
final class Messages {

  static final Instant NOW = Instant.parse("2026-05-01T08:00:00Z");
  static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private Messages() {}

  static Channel webhook(String id, String url) {
    return new Channel(id, ChannelKind.WEBHOOK, url, SECRET, null);
  }

  static Message message(String id, Channel channel, int alerts, String sentence) {
    Subscription subscription =
        new Subscription(
            "s",
            "capex",
            "metric:capex value:>40B",
            "ann",
            List.of(channel),
            Rules.USUAL,
            false,
            null,
            NOW,
            1);
    List<Alert> all = new ArrayList<>();
    for (int i = 0; i < alerts; i++) {
      MatchedFact fact =
          new MatchedFact(
              FactKind.FIGURE, "k" + i, "Amazon capex 2026Q1: $43.2B, up 78% YoY", sentence, 0.9);
      all.add(
          new Alert(
              "alert" + i,
              "s",
              "capex",
              "article" + i,
              "Amazon <spends> more",
              "https://news.example/" + i,
              "The Fab Gazette",
              sentence,
              List.of(fact),
              List.of("metric:capex value:>40B"),
              0.9,
              List.of("The Fab Gazette", "Wafer <Post>"),
              null,
              NOW,
              NOW,
              NOW,
              NOW));
    }
    return new Message(id, channel, subscription, all, 1, "lease");
  }
}
