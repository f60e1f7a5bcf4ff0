package io.chipwire.web.flink;

import io.chipwire.article.Announcement;
import io.chipwire.article.Intake;
import io.chipwire.article.Page;
import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import io.chipwire.web.FetchOutcome;
import io.chipwire.web.WebLink;
import java.util.Set;

/** Makes an intake of a document that was fetched. */
final class FetchedPage {

  private static final Set<String> READ = Set.of("text/html", "application/xhtml+xml");

  private FetchedPage() {}

  /**
   * The page, ordered among others of its address by the time it was fetched.
   *
   * @param obeysOptOuts see {@link Page#obeysOptOuts()}
   */
  static Intake intake(WebLink link, FetchOutcome.Fetched fetched, boolean obeysOptOuts) {
    if (obeysOptOuts && fetched.optedOut()) {
      return Intake.of(
          new Rejection(
              Rejection.Stage.FETCH,
              RejectionReason.OPTED_OUT,
              link.url(),
              link.url() + ": its headers reserve its use by machines",
              ""));
    }
    if (fetched.mediaType() != null && !READ.contains(fetched.mediaType())) {
      return Intake.of(
          new Rejection(
              Rejection.Stage.FETCH,
              RejectionReason.BINARY,
              link.url(),
              link.url() + ": media type " + fetched.mediaType() + ", expected HTML",
              ""));
    }
    return Intake.of(
            new Page(
                link.url(),
                fetched.at().toEpochMilli(),
                null,
                fetched.uri().toString(),
                fetched.charset(),
                fetched.at(),
                fetched.body(),
                null,
                obeysOptOuts,
                new Announcement(link.title(), link.published()),
                link.source(),
                link.wanted()))
        .withBytes(fetched.body().length);
  }
}
