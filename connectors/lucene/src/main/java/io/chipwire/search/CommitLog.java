package io.chipwire.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the commit data of a live index say: the schema's version, when the commit was made, and
 * which staged batches are in.
 *
 * <p>Batches are kept exactly, not as a high-water mark: after a restart with another parallelism,
 * batches of one writer may be committed by different committers in any order. As sequences have no
 * gaps in the end, a writer costs one entry of a few bytes ({@code 1-57}). Only the {@value
 * #MAX_WRITERS} writers that committed last are kept. A batch of a forgotten writer that came back
 * from a very old checkpoint would be looked for in the staging folder, not be found there, and
 * stop the job with a message; it could not get in twice.
 */
final class CommitLog {

  /** Entries kept; at four writers and one restart an hour, more than ten days. */
  static final int MAX_WRITERS = 1_000;

  static final String VERSION_KEY = "chipwire.schema";
  static final String TIME_KEY = "chipwire.committed";
  private static final String WRITER_KEY = "chipwire.writer.";

  private final Map<String, Entry> writers;

  /** Sequences as disjoint ranges (first to last), and when the latest of them came in. */
  private record Entry(TreeMap<Long, Long> ranges, long committedMillis) {

    boolean contains(long sequence) {
      Map.Entry<Long, Long> range = ranges.floorEntry(sequence);
      return range != null && sequence <= range.getValue();
    }

    Entry with(long sequence, long nowMillis) {
      TreeMap<Long, Long> grown = new TreeMap<>(ranges);
      long first = sequence;
      long last = sequence;
      Map.Entry<Long, Long> before = grown.floorEntry(sequence);
      if (before != null && before.getValue() >= sequence - 1) {
        first = before.getKey();
        last = Math.max(last, before.getValue());
      }
      Long after = grown.remove(last + 1);
      grown.put(first, after == null ? last : after);
      return new Entry(grown, nowMillis);
    }
  }

  private CommitLog(Map<String, Entry> writers) {
    this.writers = writers;
  }

  static CommitLog empty() {
    return new CommitLog(new LinkedHashMap<>());
  }

  /** Reads what {@link #toCommitData} wrote; foreign keys are left out. */
  static CommitLog of(Map<String, String> commitData) {
    Map<String, Entry> writers = new LinkedHashMap<>();
    commitData.forEach(
        (key, value) -> {
          if (key.startsWith(WRITER_KEY)) {
            writers.put(key.substring(WRITER_KEY.length()), parse(value));
          }
        });
    return new CommitLog(writers);
  }

  /** The schema's version, or null if these commit data are not ours. */
  static @Nullable String version(Map<String, String> commitData) {
    return commitData.get(VERSION_KEY);
  }

  /** When the commit was made. */
  static Instant time(Map<String, String> commitData) {
    String millis = commitData.get(TIME_KEY);
    return millis == null ? Instant.EPOCH : Instant.ofEpochMilli(Long.parseLong(millis));
  }

  boolean contains(StagedBatch batch) {
    Entry entry = writers.get(batch.writerId());
    return entry != null && entry.contains(batch.sequence());
  }

  void add(StagedBatch batch, Instant now) {
    Entry entry = writers.getOrDefault(batch.writerId(), new Entry(new TreeMap<>(), 0));
    writers.put(batch.writerId(), entry.with(batch.sequence(), now.toEpochMilli()));
  }

  /** Everything that the next commit shall carry. */
  Map<String, String> toCommitData(Instant now) {
    Map<String, String> commitData = new LinkedHashMap<>();
    commitData.put(VERSION_KEY, Integer.toString(IndexSchema.VERSION));
    commitData.put(TIME_KEY, Long.toString(now.toEpochMilli()));
    List<Map.Entry<String, Entry>> latest = new ArrayList<>(writers.entrySet());
    latest.sort(Comparator.comparingLong(writer -> -writer.getValue().committedMillis()));
    latest.stream()
        .limit(MAX_WRITERS)
        .forEach(writer -> commitData.put(WRITER_KEY + writer.getKey(), print(writer.getValue())));
    return commitData;
  }

  private static String print(Entry entry) {
    StringBuilder text = new StringBuilder().append(entry.committedMillis()).append(':');
    String separator = "";
    for (Map.Entry<Long, Long> range : entry.ranges().entrySet()) {
      text.append(separator).append(range.getKey()).append('-').append(range.getValue());
      separator = ",";
    }
    return text.toString();
  }

  private static Entry parse(String text) {
    int colon = text.indexOf(':');
    TreeMap<Long, Long> ranges = new TreeMap<>();
    for (String range : text.substring(colon + 1).split(",", -1)) {
      int dash = range.indexOf('-');
      ranges.put(
          Long.parseLong(range.substring(0, dash)), Long.parseLong(range.substring(dash + 1)));
    }
    return new Entry(ranges, Long.parseLong(text.substring(0, colon)));
  }
}
