package io.chipwire.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chipwire.alert.Alert;
import io.chipwire.alert.Rules;
import io.chipwire.alert.Subscription;
import io.chipwire.extraction.ExtractionJson;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {

  @Test
  void readsAlertsThatWereFiledBeforeTheyNamedTheirOrigins() {
    Alert alert =
        Alerts.alert(
            Subscription.candidate("metric:capex", "ann", Rules.USUAL), "a", Instant.EPOCH, "k");
    ObjectNode body = ExtractionJson.mapper().valueToTree(alert);
    body.remove("origins");

    Alert read = Outbox.read(body.toString());

    assertThat(read.corroboration()).isZero();
    assertThat(read).isEqualTo(alert.withOrigins(List.of()));
  }
}
