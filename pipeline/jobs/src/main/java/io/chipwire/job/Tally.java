package io.chipwire.job;

import io.chipwire.article.RejectionReason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Counts of one subtask that survive a restart: kept in operator state, shown as accumulators. On a
 * restore at another parallelism the counts are dealt out to the new subtasks; only their sum means
 * something.
 *
 * <p>Owned state: a list with one map, name to count. For the task's thread.
 */
final class Tally {

  /** Intakes taken, pages and refused inputs alike. */
  static final String READ = "chipwire.read";

  /** Bytes of the inputs behind them. */
  static final String BYTES = "chipwire.bytes";

  /** Of {@link #READ}, those that the checkpoint brought which this run started from. */
  static final String RESTORED = "chipwire.restored";

  /** Articles of which a first revision was taken. */
  static final String INDEXED = "chipwire.indexed";

  /** Further revisions and copies of articles that were taken already. */
  static final String DUPLICATES = "chipwire.duplicates";

  /** Further captures of articles that say something else than the one before. */
  static final String REVISIONS = "chipwire.revisions";

  /** Links that sources told of. */
  static final String LINKS = "chipwire.links";

  /** Of {@link #LINKS}, those that need no request. */
  static final String KNOWN_LINKS = "chipwire.known-links";

  /** Articles that are near copies of earlier ones. */
  static final String COPIES = "chipwire.copies";

  /** Articles that were old when they were found. */
  static final String LATE = "chipwire.late";

  /** Articles whose date cannot be, and was left out. */
  static final String FUTURE_DATED = "chipwire.future-dated";

  /** Followed by the name of a {@link RejectionReason}. */
  static final String REJECTED = "chipwire.rejected.";

  private final ListState<Map<String, Long>> state;
  private final Map<String, Long> counts = new HashMap<>();
  private final Map<String, LongCounter> shown = new HashMap<>();
  private final RuntimeContext context;

  private Tally(ListState<Map<String, Long>> state, RuntimeContext context) {
    this.state = state;
    this.context = context;
  }

  /** Takes the counts up where the checkpoint left them, or at nothing. */
  static Tally restore(OperatorStateStore store, RuntimeContext context) throws Exception {
    ListState<Map<String, Long>> state =
        store.getListState(new ListStateDescriptor<>("tally", Types.MAP(Types.STRING, Types.LONG)));
    Tally tally = new Tally(state, context);
    for (Map<String, Long> counts : state.get()) {
      counts.forEach(tally::add);
      tally.show(RESTORED, counts.getOrDefault(READ, 0L));
    }
    return tally;
  }

  void add(String name, long count) {
    counts.merge(name, count, Long::sum);
    show(name, count);
  }

  private void show(String name, long count) {
    shown.computeIfAbsent(name, context::getLongCounter).add(count);
  }

  void addRejected(RejectionReason reason) {
    add(REJECTED + reason.name(), 1);
  }

  void snapshot() throws Exception {
    state.update(List.of(new HashMap<>(counts)));
  }
}
