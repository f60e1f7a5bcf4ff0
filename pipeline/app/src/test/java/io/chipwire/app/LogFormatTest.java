package io.chipwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogFormatTest {

  private static final String FORGED = "source ü: 500\n12:00:00 ERROR forged\r\nline";

  @AfterEach
  void restore() {
    LogFormat.TEXT.apply();
    System.clearProperty("chipwire.log.format");
  }

  /** What the only appender makes of an error. */
  private static String logged(LogFormat format, @Nullable Exception e) {
    format.apply();
    Appender appender =
        Objects.requireNonNull(
            LoggerContext.getContext(false)
                .getConfiguration()
                .getRootLogger()
                .getAppenders()
                .values()
                .iterator()
                .next());
    Log4jLogEvent event =
        Log4jLogEvent.newBuilder()
            .setLoggerName("io.chipwire.Test")
            .setLevel(Level.ERROR)
            .setMessage(new SimpleMessage(FORGED))
            .setThrown(e)
            .build();
    return new String(appender.getLayout().toByteArray(event), StandardCharsets.UTF_8);
  }

  @Test
  void writesAnObjectALineInTheElasticCommonSchema() throws Exception {
    String line = logged(LogFormat.JSON, new IllegalStateException("no\nway"));

    assertThat(line).hasLineCount(1).endsWith("\n");
    JsonNode object = new ObjectMapper().readTree(line);
    assertThat(object.get("message").asText()).isEqualTo(FORGED);
    assertThat(object.get("log.level").asText()).isEqualTo("ERROR");
    assertThat(object.get("log.logger").asText()).isEqualTo("io.chipwire.Test");
    assertThat(object.get("error.type").asText()).isEqualTo("java.lang.IllegalStateException");
    assertThat(object.get("@timestamp").asText()).endsWith("Z");
  }

  @Test
  void letsNobodyForgeALineOfText() {
    assertThat(logged(LogFormat.TEXT, null))
        .hasLineCount(1)
        .endsWith(" ERROR Test source ü: 500\\n12:00:00 ERROR forged\\r\\nline\n");
  }
}
