/**
 * The index of articles: what is kept ({@link io.chipwire.search.IndexSchema}), how it gets in
 * ({@link io.chipwire.search.ArticleIndexWriter} from one process, {@code
 * io.chipwire.search.flink.LuceneSink} from a job), and how it is asked.
 *
 * <p>An index is a folder:
 *
 * <pre>
 * DIR/live/                          the Lucene index that searchers open
 * DIR/staging/WRITER/SEQUENCE/       small indexes that a job has built and not yet put into live
 * </pre>
 *
 * <p>An article is one block of documents: a child for each figure, commitment and signal, the
 * article itself last. Every document of a block carries the article's id, so that a deletion by
 * that id removes the block. The commit data of {@code live} hold the schema's version and which
 * staged indexes are in.
 *
 * <p>No public signature here shows a Lucene type.
 */
@NullMarked
package io.chipwire.search;

import org.jspecify.annotations.NullMarked;
