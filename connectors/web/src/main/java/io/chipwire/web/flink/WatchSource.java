package io.chipwire.web.flink;

import io.chipwire.web.Finding;
import io.chipwire.web.WatchedSource;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
 * Watches feeds, sitemaps and lists for as long as the job runs, and tells of each link once in
 * each of its versions, as far as the source tells them apart. The same link in two sources is told
 * of twice.
 *
 * <p>Sources are told apart by name: a job that is started again goes on with those it knew, also
 * where their address or pace is another one now, takes up new ones and drops those that are gone.
 */
public final class WatchSource
    implements Source<Finding, WatchSplit, Assigned>, ResultTypeQueryable<Finding> {

  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // List.copyOf is serializable
  private final List<WatchedSource> sources;

  private final FetcherFactory fetchers;

  @SuppressWarnings("serial") // as the JDK's clocks are
  private final Clock clock;

  private WatchSource(List<WatchedSource> sources, FetcherFactory fetchers, Clock clock) {
    this.sources = List.copyOf(sources);
    this.fetchers = fetchers;
    this.clock = clock;
  }

  /**
   * A source that watches all of these.
   *
   * @param clock says when a source is due; serializable, as the JDK's are
   * @throws IllegalArgumentException if two have the same name
   */
  public static WatchSource of(List<WatchedSource> sources, FetcherFactory fetchers, Clock clock) {
    Set<String> names = new HashSet<>();
    for (WatchedSource source : sources) {
      if (!names.add(source.name())) {
        throw new IllegalArgumentException(
            "source \"" + source.name() + "\" is there twice; expected a name of its own for each");
      }
    }
    return new WatchSource(sources, fetchers, clock);
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<Finding, WatchSplit> createReader(SourceReaderContext context) {
    return new WatchReader(sources, fetchers.open(), clock, context.metricGroup());
  }

  @Override
  public SplitEnumerator<WatchSplit, Assigned> createEnumerator(
      SplitEnumeratorContext<WatchSplit> context) {
    return new WatchEnumerator(context, sources, null);
  }

  @Override
  public SplitEnumerator<WatchSplit, Assigned> restoreEnumerator(
      SplitEnumeratorContext<WatchSplit> context, Assigned checkpoint) {
    return new WatchEnumerator(context, sources, checkpoint);
  }

  @Override
  public SimpleVersionedSerializer<WatchSplit> getSplitSerializer() {
    return new WatchSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<Assigned> getEnumeratorCheckpointSerializer() {
    return new AssignedSerializer();
  }

  @Override
  public TypeInformation<Finding> getProducedType() {
    return TypeInformation.of(Finding.class);
  }
}
