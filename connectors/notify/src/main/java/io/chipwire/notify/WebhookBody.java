package io.chipwire.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.chipwire.alert.Alert;
import io.chipwire.alert.MatchedFact;
import io.chipwire.alert.Message;
import io.chipwire.extraction.ExtractionJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is posted: {@code {"type", "timestamp", "data"}} as the Standard Webhooks specification
 * recommends, the same bytes at each attempt. What would make it too large is left out, and how
 * much that is stands in the body.
 */
final class WebhookBody {

  /** The specification recommends less than 20 kB. */
  static final int MOST_BYTES = 20_000;

  private static final int LONGEST_URL = 2_000;
  private static final int LONGEST_TEXT = 500;

  private static final int[] FACTS = {20, 5, 1};

  private WebhookBody() {}

  static byte[] of(Message message) {
    for (int facts : FACTS) {
      byte[] body = write(message, message.alerts().size(), facts);
      if (body.length < MOST_BYTES) {
        return body;
      }
    }
    int alerts = message.alerts().size();
    byte[] body = write(message, alerts, 1);
    while (body.length >= MOST_BYTES && alerts > 0) {
      alerts /= 2;
      body = write(message, alerts, 1);
    }
    return body;
  }

  private static byte[] write(Message message, int alerts, int facts) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("subscription", message.subscription().name());
    data.put("query", cut(message.subscription().query()));
    data.put(
        "alerts",
        message.alerts().subList(0, alerts).stream().map(alert -> alert(alert, facts)).toList());
    data.put("omittedAlerts", message.alerts().size() - alerts);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", message.alerts().size() == 1 ? "alert.created" : "alert.digest");
    body.put(
        "timestamp",
        message.alerts().stream().map(Alert::alertedAt).max(Instant::compareTo).orElseThrow());
    body.put("data", data);
    try {
      return ExtractionJson.mapper().writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("message " + message.id(), e);
    }
  }

  private static Map<String, Object> alert(Alert alert, int most) {
    List<MatchedFact> facts = alert.facts();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", alert.id());
    object.put("title", alert.title() == null ? null : cut(alert.title()));
    object.put(
        "url", alert.url() == null || alert.url().length() > LONGEST_URL ? null : alert.url());
    object.put("publisher", alert.publisher() == null ? null : cut(alert.publisher()));
    object.put("sentence", cut(alert.sentence()));
    object.put(
        "facts",
        facts.subList(0, Math.min(most, facts.size())).stream().map(WebhookBody::fact).toList());
    object.put("omittedFacts", Math.max(0, facts.size() - most));
    object.put("matched", alert.predicates().stream().limit(most).map(WebhookBody::cut).toList());
    object.put("confidence", alert.confidence());
    object.put("corroboration", alert.corroboration());
    object.put("origins", alert.origins().stream().limit(most).map(WebhookBody::cut).toList());
    object.put("publishedAt", alert.publishedAt());
    object.put("fetchedAt", alert.fetchedAt());
    object.put("extractedAt", alert.extractedAt());
    object.put("alertedAt", alert.alertedAt());
    return object;
  }

  private static Map<String, Object> fact(MatchedFact fact) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("kind", fact.kind().label());
    object.put("text", cut(fact.words()));
    object.put("sentence", cut(fact.sentence()));
    object.put("confidence", fact.confidence());
    return object;
  }

  private static String cut(String text) {
    return AlertText.cut(text, LONGEST_TEXT);
  }
}
