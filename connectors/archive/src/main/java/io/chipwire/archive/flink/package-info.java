/**
 * Archives as a bounded Flink source (FLIP-27), {@link io.chipwire.archive.flink.ArchiveSource},
 * and watched folders as an unbounded one, {@link io.chipwire.archive.flink.FolderSource}. They
 * have the reader in common and differ in how files are found.
 *
 * <p>A split is one file with the number of records already read, so a checkpoint is small and a
 * restart goes on in the middle of a file, with as many readers as it likes. Files are handed out
 * in order, one at a time, to whoever asks.
 *
 * <p><b>Decision.</b> The reader is written against Flink's interfaces and not on {@code
 * flink-connector-base}: a local file is always available, so there is nothing to fetch ahead in a
 * thread of its own, and a record is emitted and counted in one step.
 */
@NullMarked
package io.chipwire.archive.flink;

import org.jspecify.annotations.NullMarked;
