package io.chipwire.job;

import io.chipwire.article.Intake;
import io.chipwire.web.Finding;
import io.chipwire.web.WebAddress;
import io.chipwire.web.WebLink;
import io.chipwire.web.flink.FetchPolitely;
import io.chipwire.web.flink.FetcherFactory;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The wiring in front of an {@link ArticlePipeline} that watches the web:
 *
 * <pre>
 * findings ─ (by address) ─ KeepNewLinks ─ (by host) ─ FetchPolitely ─┬─ intakes
 *                                └─── sources that failed ────────────┘
 * </pre>
 */
final class LinkPipeline {

  private LinkPipeline() {}

  /**
   * From findings to intakes.
   *
   * @param pace see {@link FetchPolitely}
   * @param linkTtl how long after it was told of last a link is still known
   * @param free see {@link FetchPolitely}
   */
  static DataStream<Intake> define(
      DataStream<Finding> findings,
      FetcherFactory fetchers,
      Duration pace,
      Duration linkTtl,
      Set<String> free) {
    SingleOutputStreamOperator<WebLink> links =
        findings
            .keyBy(KeepNewLinks::key, Types.STRING)
            .process(new KeepNewLinks(linkTtl))
            .returns(WebLink.class)
            .name("KeepNewLinks")
            .uid("keep-new-links");
    SingleOutputStreamOperator<Intake> fetched =
        links
            .keyBy(link -> WebAddress.origin(URI.create(link.url())), Types.STRING)
            .process(new FetchPolitely(fetchers, pace, linkTtl, free))
            .returns(Intake.class)
            .name("FetchPolitely")
            .uid("fetch-politely");
    SingleOutputStreamOperator<Intake> failed =
        links
            .getSideOutput(ArticlePipeline.REJECTED)
            .map(Intake::of)
            .returns(Intake.class)
            .name("FailedSources")
            .uid("failed-sources");
    return fetched.union(failed);
  }
}
