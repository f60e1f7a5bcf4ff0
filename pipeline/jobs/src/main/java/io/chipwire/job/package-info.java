/**
 * The jobs: how the pure functions of the pipeline are wired into Flink, and what starts them.
 *
 * <p>The wiring is {@link io.chipwire.job.ArticlePipeline}: intakes go in, and out come extractions
 * for the index and rejections for the dead-letter file. The operators ({@link
 * io.chipwire.job.ReadPage}, {@link io.chipwire.job.KeepLatestRevision}, {@link
 * io.chipwire.job.AnnotateArticle}) know no connector and no model; both are passed in. {@link
 * io.chipwire.job.Backfill} puts an archive at the one end and the Lucene index at the other.
 *
 * <p>{@link io.chipwire.job.Live} puts the web there instead, by way of {@link
 * io.chipwire.job.LinkPipeline}: findings of watched sources go in, links worth a request are
 * fetched politely, and the rest is the same wiring, only that revisions are told by what they say
 * ({@link io.chipwire.job.KeepChangedRevision}). What was refused can be fetched once more ({@link
 * io.chipwire.job.Replay}). Its checkpoints lie in {@code run} under the index folder and stay, as
 * a live job never ends. Folders and topics of Kafka may stand beside the web or in its place, and
 * {@link io.chipwire.job.Telling} sends signals to a topic; {@link io.chipwire.job.LivePipeline}
 * wires it all.
 *
 * <p><b>Decision: a backfill runs in Flink's STREAMING runtime.</b> The BATCH runtime takes no
 * checkpoints, so a killed backfill could only start over. In the STREAMING runtime the same
 * bounded graph is checkpointed every ten seconds, the sink commits to the index with each
 * checkpoint, and the next {@code backfill} of the same inputs goes on from the newest complete
 * one, at whatever parallelism. Checkpoints lie in {@code checkpoints} under the index folder and
 * are deleted when the backfill is through. Of other inputs, or with none left, a backfill starts
 * afresh; the sink replaces articles by id, so nothing is ever in twice.
 *
 * <p><b>Decision: a cluster gets the job, not the classes.</b> With a {@link
 * io.chipwire.job.FlinkCluster} the same graph goes to a running JobManager over REST. Its
 * processes have chipwire on their own class path, as those of the image do, so no jars travel and
 * the language models are loaded once a process. Counts, stopping and resuming work as in one
 * process. The job belongs to the backfill that started it: Flink cancels it a minute after the
 * backfill was last heard of, and the next backfill into the same index cancels it at once.
 *
 * <p><b>Decision: revisions are told apart before the facts are extracted.</b> An article that is a
 * copy of a later one already seen is dropped before the expensive step, only small records cross
 * the network, and the subtask that keeps an article's revisions in order is the one that writes
 * it, as the sink demands.
 *
 * <p><b>Decision: a live job remembers, a backfill does not.</b> {@link io.chipwire.job.Memory}
 * links a near copy to the first article with its text, whichever outlet printed it, and tells for
 * each signal whether its facts are new, repeated, rounded, revised or in conflict. That needs the
 * order in which the world said it, which an archive has not; of an index, copies and conflicts are
 * found when it is asked.
 *
 * <p><b>Decision: event time is publication, and no operator waits for it.</b> An article carries
 * when it was published and, beside it, when it was fetched. Nothing is computed over windows of
 * time, so there are no watermarks and nothing is ever dropped for being late: what was old when it
 * was found is indexed under its own date and counted ({@code late}), but alerts nobody; a date
 * that lies more than a day ahead is not believed, left out, flagged and counted ({@code future
 * date}).
 *
 * <p><b>Decision: counts are state.</b> What was read, indexed and rejected is counted in
 * checkpointed state and shown through accumulators, so that the report of a backfill that was
 * killed and resumed is that of one that was not.
 *
 * <p><b>Decision: a backfill alerts nobody, unless told since when.</b> {@link
 * io.chipwire.job.Alerting} is wired behind the same stages where a job asks for it. What is told
 * depends on what was told before, and an archive has no order; so a backfill that alerts holds all
 * alerts until the end of its inputs, leaves out those of earlier revisions, and tells the rest in
 * the order of publication, as of that time. That is what a {@link io.chipwire.match.Backtest} over
 * its index says, too: both have matcher, time and order in common.
 *
 * <p>What an operator sees of a job from outside, metrics and health, is in {@link
 * io.chipwire.job.monitor}.
 *
 * <h2>State</h2>
 *
 * <table>
 * <caption>What each operator keeps, and until when</caption>
 * <tr><th>uid</th><th>state</th><th>cleared</th></tr>
 * <tr><td>source-archive</td><td>files not read yet, position in those at hand</td><td>at the end of
 * a file</td></tr>
 * <tr><td>source-watch</td><td>by source: validators, next look, sitemaps and filings to be read,
 * 60,000 links seen lately</td><td>with the source</td></tr>
 * <tr><td>source-folder</td><td>by folder: size and time of each file that was read or is being read;
 * position in those at hand</td><td>with the file</td></tr>
 * <tr><td>source-kafka-NAME/TOPIC</td><td>by partition: the next offset</td><td>with the source</td></tr>
 * <tr><td>keep-new-links</td><td>by address: version told by each source, time let through, link told of last;
 * counts</td><td>TTL of 90 days after it was told of last</td></tr>
 * <tr><td>fetch-politely</td><td>by host: links that wait, the one at hand, next allowed
 * time; by link: the validators that its server gave</td><td>by a timer, when nothing waits; the
 * validators 90 days after they were given or used last</td></tr>
 * <tr><td>read-page, keep-latest-revision, annotate-article, tell-signals</td><td>counts</td><td>with
 * the job</td></tr>
 * <tr><td>keep-latest-revision</td><td>by article id: ordinal of the latest revision</td><td>TTL
 * after the last revision</td></tr>
 * <tr><td>keep-latest-revision, live</td><td>by article id: ordinal and fingerprint of the latest
 * revision</td><td>TTL of 180 days after the last capture</td></tr>
 * <tr><td>find-original</td><td>the texts of originals, 128 bytes each, and which of them share a
 * band of their fingerprints</td><td>by an hourly timer, 30 days after the text was met last</td></tr>
 * <tr><td>recall-fact</td><td>by fact: up to 32 values with who stated them</td><td>TTL of 400 days
 * after it was stated last</td></tr>
 * <tr><td>join-memory</td><td>by article id: revisions and answers that have not met;
 * counts</td><td>when they meet, or by a timer of ten minutes</td></tr>
 * <tr><td>source-replay</td><td>names of the files taken up</td><td>with the job</td></tr>
 * <tr><td>dead-letters</td><td>length of the file</td><td>with the job</td></tr>
 * <tr><td>signals, dead-letters-kafka</td><td>ids of transactions not committed</td><td>when
 * committed</td></tr>
 * <tr><td>match-subscriptions</td><td>articles that came before all subscriptions were
 * read</td><td>when they are</td></tr>
 * <tr><td>keep-last-alerts, tell-in-order</td><td>of a backfill that alerts: by article id its last
 * revision's alerts; by subscription id its alerts</td><td>at the end of the inputs</td></tr>
 * <tr><td>source-subscriptions, outbox</td><td>none: at each start all subscriptions are told anew,
 * and an alert that is put again changes nothing</td><td></td></tr>
 * <tr><td>index</td><td>batches staged and not committed</td><td>when committed</td></tr>
 * </table>
 */
@NullMarked
package io.chipwire.job;

import org.jspecify.annotations.NullMarked;
