package io.chipwire.store.flink;

import io.chipwire.alert.SubscriptionChange;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * What a store's subscriptions are, and how they change. At each start, also after a failure, all
 * that the store ever knew is told, removals among it, then {@link SubscriptionChange#ALL_READ},
 * then changes within seconds. So nothing needs to be kept in a checkpoint, and no change can be
 * lost between two runs. For one subtask.
 *
 * <p>A store that does not answer at the start fails the job; later it is asked again.
 *
 * <p>Owned state: none; there is nothing to split.
 */
public final class SubscriptionSource
    implements Source<SubscriptionChange, WholeStore, WholeStore>,
        ResultTypeQueryable<SubscriptionChange> {

  private static final long serialVersionUID = 1;

  private final StoreAddress address;
  private final long pollMillis;

  private SubscriptionSource(StoreAddress address, long pollMillis) {
    this.address = address;
    this.pollMillis = pollMillis;
  }

  /**
   * A source that goes on for ever.
   *
   * @param location see {@link io.chipwire.store.StoreLocation#of}
   * @param poll how often the store is asked for changes
   */
  public static SubscriptionSource following(String location, Duration poll) {
    return new SubscriptionSource(new StoreAddress(location), poll.toMillis());
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<SubscriptionChange, WholeStore> createReader(SourceReaderContext context) {
    return new SubscriptionReader(address, pollMillis);
  }

  @Override
  public SplitEnumerator<WholeStore, WholeStore> createEnumerator(
      SplitEnumeratorContext<WholeStore> context) {
    return new NothingToSplit();
  }

  @Override
  public SplitEnumerator<WholeStore, WholeStore> restoreEnumerator(
      SplitEnumeratorContext<WholeStore> context, WholeStore checkpoint) {
    return new NothingToSplit();
  }

  @Override
  public SimpleVersionedSerializer<WholeStore> getSplitSerializer() {
    return new WholeStore.Serializer();
  }

  @Override
  public SimpleVersionedSerializer<WholeStore> getEnumeratorCheckpointSerializer() {
    return new WholeStore.Serializer();
  }

  @Override
  public TypeInformation<SubscriptionChange> getProducedType() {
    return TypeInformation.of(SubscriptionChange.class);
  }
}
