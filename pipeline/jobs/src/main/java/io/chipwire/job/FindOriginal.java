package io.chipwire.job;

import io.chipwire.story.Fingerprint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Tells for each text the first article that had nearly the same one. All texts have the same key:
 * that they come one after the other is what makes one of them the first. It costs {@value
 * Fingerprint#BANDS} look-ups an article, a thousandth of what it takes to read it.
 *
 * <p>Owned state: the texts of originals, and by each band of their fingerprints which of them have
 * it, at most {@value #MOST_OF_A_BAND}. A copy is not remembered: others are found by way of its
 * original. Once an hour a timer forgets what was not met for the TTL. Flink's own expiry is not
 * for a map of one key: in memory it would copy the map whole, again and again.
 */
public final class FindOriginal extends KeyedProcessFunction<String, TextTrace, MemoryAnswer> {

  private static final long serialVersionUID = 1;

  static final int MOST_OF_A_BAND = 8;

  static final Duration SWEEP = Duration.ofHours(1);

  private final Duration ttl;
  private transient ValueState<Long> nextSweep;
  private transient MapState<String, TextTrace> originals;
  private transient MapState<Long, List<String>> bands;

  /**
   * An operator that forgets.
   *
   * @param ttl how long a text is known, in processing time
   */
  @SuppressWarnings("NullAway.Init") // Flink calls open first
  public FindOriginal(Duration ttl) {
    this.ttl = ttl;
  }

  @Override
  public void open(OpenContext context) {
    originals =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "originals", Types.STRING, TypeInformation.of(TextTrace.class)));
    bands =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("bands", Types.LONG, Types.LIST(Types.STRING)));
    nextSweep = getRuntimeContext().getState(new ValueStateDescriptor<>("next-sweep", Types.LONG));
  }

  @Override
  public void processElement(TextTrace trace, Context context, Collector<MemoryAnswer> out)
      throws Exception {
    TextTrace before = originals.get(trace.articleId());
    if (before != null) {
      forget(before);
    }
    TextTrace original = original(trace);
    long now = context.timerService().currentProcessingTime();
    if (original == null) {
      remember(trace.metAt(now));
    } else {
      originals.put(original.articleId(), original.metAt(now)); // it stays while it is copied
    }
    if (nextSweep.value() == null) {
      sweepAt(now + SWEEP.toMillis(), context);
    }
    out.collect(
        new MemoryAnswer(
            trace.articleId(),
            trace.ordinal(),
            MemoryAnswer.Topic.TEXT,
            0,
            original == null ? null : original.articleId(),
            null));
  }

  /** The most similar of the originals that share a band with it, and are similar enough. */
  private @Nullable TextTrace original(TextTrace trace) throws Exception {
    Fingerprint print = Fingerprint.of(trace.fingerprint());
    Set<String> candidates = new LinkedHashSet<>();
    for (int band = 0; band < Fingerprint.BANDS; band++) {
      candidates.addAll(sharing(key(print, band)));
    }
    TextTrace found = null;
    double most = Fingerprint.COPY;
    for (String id : candidates) {
      TextTrace candidate = originals.get(id);
      double similarity =
          candidate == null ? 0 : print.similarity(Fingerprint.of(candidate.fingerprint()));
      if (similarity >= most && (found == null || similarity > most)) {
        found = candidate;
        most = similarity;
      }
    }
    return found;
  }

  private List<String> sharing(long key) throws Exception {
    return Objects.requireNonNullElse(bands.get(key), List.of());
  }

  private void sweepAt(long time, Context context) throws Exception {
    nextSweep.update(time);
    context.timerService().registerProcessingTimeTimer(time);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<MemoryAnswer> out)
      throws Exception {
    List<TextTrace> forgotten = new ArrayList<>();
    for (TextTrace known : originals.values()) {
      if (known.met() + ttl.toMillis() < time) {
        forgotten.add(known);
      }
    }
    for (TextTrace trace : forgotten) {
      forget(trace);
    }
    if (originals.isEmpty()) {
      nextSweep.clear();
    } else {
      sweepAt(time + SWEEP.toMillis(), context);
    }
  }

  private void remember(TextTrace trace) throws Exception {
    originals.put(trace.articleId(), trace);
    Fingerprint print = Fingerprint.of(trace.fingerprint());
    for (int band = 0; band < Fingerprint.BANDS; band++) {
      long key = key(print, band);
      List<String> ids = new ArrayList<>(sharing(key));
      ids.remove(trace.articleId());
      ids.add(trace.articleId());
      bands.put(key, ids.subList(Math.max(0, ids.size() - MOST_OF_A_BAND), ids.size()));
    }
  }

  private void forget(TextTrace trace) throws Exception {
    originals.remove(trace.articleId());
    Fingerprint print = Fingerprint.of(trace.fingerprint());
    for (int band = 0; band < Fingerprint.BANDS; band++) {
      long key = key(print, band);
      List<String> ids = new ArrayList<>(sharing(key));
      ids.remove(trace.articleId());
      if (ids.isEmpty()) {
        bands.remove(key);
      } else {
        bands.put(key, ids);
      }
    }
  }

  /** Bands of different places must not meet; that two meet by chance costs a comparison. */
  private static long key(Fingerprint print, int band) {
    return print.band(band) * Fingerprint.BANDS + band;
  }
}
