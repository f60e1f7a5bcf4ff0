package io.chipwire.app.web;

import io.chipwire.search.ArticleIndex;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/**
 * What an operator wants to see of a server: requests by route and status with their times, how
 * many are at work, the index's size and age, and the JVM. In Prometheus's text format.
 * Thread-safe.
 */
final class ServerMetrics implements AutoCloseable {

  /** For whatever else was asked for: names that callers invent must not become series. */
  private static final String NO_ROUTE = "none";

  private static final Duration[] LIMITS = {
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Questions.TIMEOUT,
    Duration.ofMinutes(1)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();

  ServerMetrics(ArticleIndex index) {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    collections.bindTo(registry);
    gauge("chipwire.index.articles", "Articles that can be found.", index, i -> i.size());
    gauge(
        "chipwire.index.generation",
        "Counts the index's commits.",
        index,
        i -> i.snapshot().generation());
    gauge(
        "chipwire.index.age.seconds",
        "Time since the index's last commit.",
        index,
        i -> i.snapshot().ageSeconds());
  }

  /** Shows how many requests a gate has let in. */
  void watch(String what, Gate gate) {
    Gauge.builder("chipwire.requests.at.work", gate, Gate::inside)
        .description("Requests that are worked on.")
        .tags("kind", what)
        .register(registry);
  }

  /** Shows how many listen to new alerts. */
  void watch(AlertStream stream) {
    Gauge.builder("chipwire.alert.listeners", stream, AlertStream::listeners)
        .description("Who listens to new alerts.")
        .register(registry);
  }

  /** Counts a request that has been answered, however. */
  void record(Context context, float millis) {
    Endpoint route = context.endpoints().matchedHttpEndpoint();
    Timer.builder("http.server.requests")
        .description("Requests and the time to answer them.")
        .serviceLevelObjectives(LIMITS)
        .tags(
            "route",
            route == null ? NO_ROUTE : route.path,
            "status",
            Integer.toString(context.statusCode()))
        .register(registry)
        .record(Duration.ofNanos((long) (millis * 1e6)));
  }

  /** Answers with all of it. */
  void show(Context context) {
    context.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape());
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }

  /** A number of the index, read when it is asked for. */
  private interface Reading {
    double of(ArticleIndex index) throws IOException;
  }

  private void gauge(String name, String description, ArticleIndex index, Reading reading) {
    ToDoubleFunction<ArticleIndex> now =
        i -> {
          try {
            return reading.of(i);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    Gauge.builder(name, index, now).description(description).register(registry);
  }
}
