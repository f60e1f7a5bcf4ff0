package io.chipwire.job;

import io.chipwire.alert.Alert;
import io.chipwire.alert.SubscriptionChange;
import io.chipwire.extraction.Extraction;
import io.chipwire.query.LexiconNames;
import io.chipwire.query.NameResolver;
import io.chipwire.store.flink.OutboxSink;
import io.chipwire.store.flink.SubscriptionSource;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/**
 * The wiring from what articles say to the outbox:
 *
 * <pre>
 * extractions ──┬─ MatchSubscriptions ─ outbox
 * store ─ (all) ┘
 * </pre>
 *
 * A job without it alerts nobody.
 */
public final class Alerting {

  private static final Duration POLL = Duration.ofSeconds(2);

  /** A year of alerts comes at once. */
  private static final int TOGETHER = 500;

  /** Kept empty: the source tells everything anew at each start. */
  private static final MapStateDescriptor<String, Boolean> NOTHING_KEPT =
      new MapStateDescriptor<>("nothing-kept", Types.STRING, Types.BOOLEAN);

  private Alerting() {}

  /**
   * Matches a stream against the subscriptions of a store and puts the alerts into its outbox.
   *
   * @param store a file or JDBC URL, see {@link io.chipwire.store.StoreLocation#of}
   */
  public static void define(DataStream<Extraction> extractions, String store) {
    define(
        extractions,
        SubscriptionSource.following(store, POLL),
        new OutboxSink(store),
        new RealSurroundings());
  }

  /** The same with other ends. */
  static void define(
      DataStream<Extraction> extractions,
      Source<SubscriptionChange, ?, ?> subscriptions,
      Sink<Alert> outbox,
      MatchSubscriptions.Surroundings surroundings) {
    DataStream<Alert> alerts =
        extractions
            .connect(
                extractions
                    .getExecutionEnvironment()
                    .fromSource(subscriptions, WatermarkStrategy.noWatermarks(), "Subscriptions")
                    .uid("source-subscriptions")
                    .setParallelism(1)
                    .broadcast(NOTHING_KEPT))
            .process(new MatchSubscriptions(surroundings))
            .returns(ArticleAlerts.class)
            .name("MatchSubscriptions")
            .uid("match-subscriptions")
            .flatMap(
                (ArticleAlerts each, Collector<Alert> out) -> each.alerts().forEach(out::collect))
            .returns(Alert.class)
            .name("EachAlert")
            .uid("each-alert");
    put(alerts, outbox);
  }

  /**
   * The same for an archive: the alerts are told when all is read, those of the last revision of
   * each article, in the order of publication, as if each article had come in when it was
   * published. So what is told does not depend on the archive's order.
   *
   * @param since only articles that were published since then
   */
  static void defineForArchive(DataStream<Extraction> extractions, String store, Instant since) {
    DataStream<Alert> alerts =
        extractions
            .process(new MatchArchive(store, since, new RealSurroundings()))
            .returns(ArticleAlerts.class)
            .name("MatchArchive")
            .uid("match-archive")
            .keyBy(ArticleAlerts::articleId)
            .process(new KeepLastAlerts())
            .returns(Alert.class)
            .name("KeepLastAlerts")
            .uid("keep-last-alerts")
            .keyBy(Alert::subscriptionId)
            .process(new TellInOrder())
            .returns(Alert.class)
            .name("TellInOrder")
            .uid("tell-in-order");
    put(alerts, new OutboxSink(store, TOGETHER));
  }

  private static void put(DataStream<Alert> alerts, Sink<Alert> outbox) {
    alerts.sinkTo(outbox).name("Outbox").uid("outbox");
  }

  private static final class RealSurroundings implements MatchSubscriptions.Surroundings {

    private static final long serialVersionUID = 1;

    @Override
    public NameResolver names() {
      return LexiconNames.standard();
    }

    @Override
    public Supplier<Instant> clock() {
      return Instant::now;
    }
  }
}
