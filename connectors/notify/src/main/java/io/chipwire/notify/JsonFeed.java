package io.chipwire.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.chipwire.alert.Alert;
import io.chipwire.extraction.ExtractionJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes JSON Feed, version 1.1 ({@code jsonfeed.org}). */
final class JsonFeed {

  private JsonFeed() {}

  static byte[] of(FeedDocument feed) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", "https://jsonfeed.org/version/1.1");
    document.put("title", feed.title());
    document.put("description", feed.subscription().query());
    document.put("feed_url", feed.self() + ".json");
    document.put("language", "en");
    document.put("items", feed.alerts().stream().map(JsonFeed::item).toList());
    try {
      return ExtractionJson.mapper().writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("feed of " + feed.subscription().id(), e);
    }
  }

  private static Map<String, Object> item(Alert alert) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", alert.id());
    String link = AlertText.link(alert);
    if (link != null) {
      item.put("url", link);
    }
    item.put("title", AlertText.line(AlertText.headline(alert)));
    item.put("content_html", AlertText.body(alert));
    item.put("content_text", AlertText.plain(alert));
    // When it was told, by which readers sort; when the outlet published it stands in the text.
    item.put("date_published", alert.alertedAt().toString());
    if (alert.publisher() != null) {
      item.put("authors", List.of(Map.of("name", AlertText.line(alert.publisher()))));
    }
    return item;
  }
}
