package io.chipwire.job.monitor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What each of our metrics means, from {@code metrics.properties}. */
final class MetricHelp {

  private static final Properties TEXTS = read();

  private MetricHelp() {}

  /** A sentence; null for metrics that are not ours. */
  static @Nullable String of(String name) {
    return TEXTS.getProperty(name);
  }

  private static Properties read() {
    Properties texts = new Properties();
    try (InputStream in = MetricHelp.class.getResourceAsStream("metrics.properties")) {
      texts.load(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
