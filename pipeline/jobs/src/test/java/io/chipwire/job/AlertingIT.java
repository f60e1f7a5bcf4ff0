package io.chipwire.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.alert.Alert;
import io.chipwire.alert.Delivery;
import io.chipwire.alert.Rules;
import io.chipwire.alert.Subscription;
import io.chipwire.extraction.Extraction;
import io.chipwire.query.NameResolver;
import io.chipwire.store.AlertStore;
import io.chipwire.store.FiledAlert;
import io.chipwire.store.NewSubscription;
import io.chipwire.store.StoreLocation;
import io.chipwire.store.flink.OutboxSink;
import io.chipwire.store.flink.SubscriptionSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class AlertingIT {

  @TempDir private Path folder;

  private static final class Real implements MatchSubscriptions.Surroundings {

    private static final long serialVersionUID = 1;

    @Override
    public NameResolver names() {
      return NameResolver.NONE;
    }

    @Override
    public Supplier<Instant> clock() {
      return Instant::now;
    }
  }

  /** Counts down for each alert that is in. */
  private record CountedSink(Sink<Alert> sink) implements Sink<Alert> {

    private static volatile CountDownLatch put = new CountDownLatch(0);

    @Override
    public SinkWriter<Alert> createWriter(WriterInitContext context) throws IOException {
      SinkWriter<Alert> writer = sink.createWriter(context);
      return new SinkWriter<>() {
        @Override
        public void write(Alert alert, Context context) throws IOException, InterruptedException {
          writer.write(alert, context);
          put.countDown();
        }

        @Override
        public void flush(boolean endOfInput) throws IOException, InterruptedException {
          writer.flush(endOfInput);
        }

        @Override
        public void close() throws Exception {
          writer.close();
        }
      };
    }
  }

  @Test
  void putsWhatMatchesIntoTheOutboxOnceThoughTheJobRunsTwice() throws Exception {
    String file = folder.resolve("alerts.db").toString();
    AlertStore store =
        AlertStore.open(
            StoreLocation.of(file), Clock.systemUTC(), () -> UUID.randomUUID().toString());
    Subscription subscription =
        store
            .subscriptions()
            .add(
                new NewSubscription(
                    "memory",
                    "memory",
                    "ann",
                    List.of(),
                    new Rules(Delivery.INSTANT, null, 0, 1, true)));

    run(file);
    run(file);

    assertThat(store.outbox().latest(subscription.id(), 10))
        .extracting(FiledAlert::alert)
        .extracting(alert -> alert.articleId() + ": " + alert.sentence())
        .containsExactlyInAnyOrder("a: Micron sells memory.", "c: More memory.");
  }

  /** Until both alerts are in: the source of subscriptions never ends. */
  private static void run(String store) throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(ArticlePipeline.configuration());
    env.setParallelism(2);
    Alerting.define(
        env.fromData(
                TypeInformation.of(Extraction.class),
                TestArticles.extraction(TestArticles.article("a", 1, "Micron sells memory.")),
                TestArticles.extraction(TestArticles.article("b", 1, "Nothing.")),
                TestArticles.extraction(TestArticles.article("c", 1, "More memory.")))
            .uid("articles")
            .rebalance(),
        SubscriptionSource.following(store, Duration.ofSeconds(1)),
        new CountedSink(new OutboxSink(store)),
        new Real());
    CountedSink.put = new CountDownLatch(2);
    JobClient job = env.executeAsync();
    CountedSink.put.await();
    job.cancel().get();
  }
}
