package io.chipwire.job.monitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Health as JSON; what is not known is left out or null. */
final class HealthJson {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private HealthJson() {}

  static String of(Health health) throws JsonProcessingException {
    ObjectNode root = JSON.createObjectNode();
    root.put("status", word(health.status()));
    root.put("running", health.running());
    root.put("lastCheckpoint", text(health.lastCheckpoint()));
    ArrayNode sources = root.putArray("sources");
    for (Health.Source source : health.sources()) {
      ObjectNode node = sources.addObject();
      node.put("name", source.name());
      node.put("state", word(source.state()));
      node.put("lastLook", text(source.lastLook()));
      node.put("lastNews", text(source.lastNews()));
      if (source.message() != null) {
        node.put("message", source.message());
      }
    }
    return JSON.writeValueAsString(root);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
