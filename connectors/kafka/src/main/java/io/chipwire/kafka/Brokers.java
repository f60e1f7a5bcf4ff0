package io.chipwire.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/** Asks brokers whether they are there, before a job is started that needs them. Stateless. */
public final class Brokers {

  private Brokers() {}

  /**
   * Returns when a broker of the topic's cluster answered. The topic itself may be missing.
   *
   * @param patience how long to wait for it
   * @throws IOException if none does, or refuses to; the message names the brokers and the reason
   */
  public static void require(KafkaTopic topic, Duration patience)
      throws IOException, InterruptedException {
    int millis = Math.toIntExact(patience.toMillis());
    Map<String, Object> properties = new HashMap<>(topic.properties());
    properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, topic.servers());
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
    try (Admin admin = Admin.create(properties)) {
      admin.describeCluster().clusterId().get(2L * millis, TimeUnit.MILLISECONDS);
    } catch (KafkaException | ExecutionException | TimeoutException e) {
      throw new IOException(topic + ": no broker to be had: " + reason(e), e);
    }
  }

  private static String reason(Exception e) {
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.toString() : root.getMessage();
  }
}
