package io.chipwire.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org). */
final class JsonFeed {

  private static final String VERSION = "https://jsonfeed.org/version/1";

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private JsonFeed() {}

  static LinkDocument read(WatchedSource source, FetchOutcome.Fetched document) throws IOException {
    JsonNode feed = JSON.readTree(document.body());
    String version = feed.path("version").asText();
    if (!version.startsWith(VERSION)) {
      throw new IOException(
          "version \"" + version + "\", expected one that begins with " + VERSION);
    }
    List<WebLink> links = new ArrayList<>();
    for (JsonNode item : feed.path("items")) {
      if (links.size() == LinkDocument.MAX_LINKS) {
        break;
      }
      // A link blog's external_url is what it points at; url is its own page.
      String address = text(item, "url");
      String link = address == null ? text(item, "id") : address;
      if (link != null) {
        WebAddress.parse(link, address == null ? null : document.uri())
            .ifPresent(
                uri ->
                    links.add(
                        new WebLink(
                            source.name(),
                            uri.toString(),
                            text(item, "title"),
                            date(text(item, "date_published")),
                            date(text(item, "date_modified")))));
      }
    }
    return LinkDocument.of(links);
  }

  private static @Nullable String text(JsonNode item, String field) {
    JsonNode value = item.path(field);
    return value.isTextual() && !value.asText().isBlank() ? value.asText() : null;
  }

  private static @Nullable Instant date(@Nullable String text) {
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
