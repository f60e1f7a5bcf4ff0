/**
 * The index as a Flink sink: {@link io.chipwire.search.flink.LuceneSink}, in which every article
 * that went through a completed checkpoint is exactly once.
 *
 * <p>How it works: a writer builds a small index on its local disk; before a checkpoint it closes
 * it and copies it to the staging folder of the index, which every process must see under the same
 * path; after the checkpoint a committer adds it to the live index in one Lucene commit that also
 * says which staged indexes are in. A committer that is asked again, after a crash, sees that and
 * does nothing. Whatever was staged for a checkpoint that never completed is never named again, and
 * is deleted when it is old.
 *
 * <p>What the job must see to: all revisions of one article reach the sink through the same subtask
 * (key by article id) and in order, the winning one last. Across a change of parallelism the
 * batches of the old writers are committed while the job starts, before what the new ones stage.
 */
@NullMarked
package io.chipwire.search.flink;

import org.jspecify.annotations.NullMarked;
