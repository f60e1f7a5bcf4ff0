package io.chipwire.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chipwire.article.RejectionReason;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchTest {

  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final Duration MIN = Duration.ofMinutes(4);
  private static final WatchedSource SOURCE =
      new WatchedSource(
          "chips",
          SourceKind.FEED,
          "https://news.example.com/feed",
          MIN,
          Duration.ofMinutes(12),
          Duration.ofDays(30),
          true);

  private final Watch watch = new Watch(SOURCE, WatchState.fresh(SOURCE));

  private static WebLink link(String path, String title) {
    return new WebLink("chips", "https://news.example.com" + path, title, NOW, null);
  }

  private static Look look(WebLink... links) {
    return look(LinkDocument.of(Arrays.asList(links)));
  }

  private static Look look(LinkDocument document) {
    return new Look(
        new FetchOutcome.Fetched(
            URI.create(SOURCE.url()),
            null,
            null,
            new byte[0],
            new Validators("\"v\"", null),
            NOW,
            false),
        document,
        null,
        Duration.ZERO);
  }

  private static Look look(FetchOutcome outcome) {
    return new Look(outcome, null, null, Duration.ZERO);
  }

  private static List<Finding> findings(Watch watch) {
    List<Finding> findings = new ArrayList<>();
    for (Finding next = watch.next(); next != null; next = watch.next()) {
      findings.add(next);
    }
    return findings;
  }

  private static List<String> titles(Watch watch) {
    return findings(watch).stream().map(finding -> finding.link().title()).toList();
  }

  @Test
  void findsEachVersionOfALinkOnce() {
    assertThat(watch.due()).isEqualTo(Instant.EPOCH);
    watch.take(look(link("/1", "One"), link("/2", "Two")), NOW);
    assertThat(titles(watch)).containsExactly("One", "Two");

    watch.take(look(link("/1", "One, corrected"), link("/2", "Two"), link("/3", "Three")), NOW);
    assertThat(titles(watch)).containsExactly("One, corrected", "Three");

    watch.take(look(link("/1", "One, corrected")), NOW);
    assertThat(titles(watch)).isEmpty();
  }

  @Test
  void leavesOldLinksOut() {
    Instant old = NOW.minus(Duration.ofDays(31));
    watch.take(
        look(
            new WebLink("chips", "https://news.example.com/1", "old", old, null),
            new WebLink("chips", "https://news.example.com/2", "changed", old, NOW),
            new WebLink("chips", "https://news.example.com/3", "undated", null, null)),
        NOW);

    assertThat(titles(watch)).containsExactly("changed", "undated");
  }

  @Test
  void asksWithWhatItKnowsAndLooksLessOftenWhereNothingChanges() {
    assertThat(watch.request().validators()).isEqualTo(Validators.NONE);
    watch.take(look(link("/1", "One")), NOW);
    findings(watch);
    assertThat(watch.request().validators()).isEqualTo(new Validators("\"v\"", null));
    assertThat(watch.due()).isEqualTo(NOW.plus(MIN));

    for (int minutes : new int[] {6, 9, 12, 12}) {
      watch.take(look(new FetchOutcome.NotModified()), NOW);
      assertThat(watch.due()).isEqualTo(NOW.plus(Duration.ofMinutes(minutes)));
    }
    watch.take(look(link("/2", "Two")), NOW);
    findings(watch);
    assertThat(watch.due()).isEqualTo(NOW.plus(Duration.ofMinutes(6)));
  }

  @Test
  void isDueAgainOnlyWhenItsFindingsAreFetched() {
    watch.take(look(link("/1", "One"), link("/2", "Two")), NOW);
    watch.next();

    WatchState half = watch.state();
    assertThat(half.due()).isEqualTo(Instant.EPOCH);
    assertThat(half.validators()).isEqualTo(Validators.NONE);
    assertThat(half.seen()).hasSize(1);

    Watch resumed = new Watch(SOURCE, half);
    resumed.take(look(link("/1", "One"), link("/2", "Two")), NOW);
    assertThat(titles(resumed)).containsExactly("Two");
    assertThat(resumed.state().seen()).hasSize(2);
  }

  @Test
  void tellsOfAFailureOnceAndLooksLater() {
    FetchOutcome failed = new FetchOutcome.Failed(FetchFailure.STATUS, "feed: status 404");
    watch.take(look(failed), NOW);
    assertThat(findings(watch))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rejection().reason()).isEqualTo(RejectionReason.HTTP_STATUS);
              assertThat(finding.rejection().source()).isEqualTo(SOURCE.url());
              assertThat(finding.rejection().message()).isEqualTo("source chips: feed: status 404");
            });
    assertThat(watch.due()).isEqualTo(NOW.plus(Duration.ofMinutes(8)));
    watch.take(look(failed), NOW);
    assertThat(findings(watch)).isEmpty();
    assertThat(watch.state().failures()).isEqualTo(2);

    Instant later = NOW.plus(Duration.ofHours(5));
    watch.take(look(new FetchOutcome.Retry(later, FetchFailure.STATUS, "feed: status 503")), NOW);
    assertThat(findings(watch)).hasSize(1);
    assertThat(watch.due()).isEqualTo(later);

    watch.take(look(new FetchOutcome.NotModified()), NOW);
    assertThat(watch.state().failures()).isZero();
    assertThat(watch.state().trouble()).isNull();
  }

  @Test
  void readsAnIndexOneSitemapALookTheLatestFirst() {
    FurtherDocument older =
        FurtherDocument.sitemap("https://news.example.com/s1", NOW.minusSeconds(60));
    FurtherDocument newer = FurtherDocument.sitemap("https://news.example.com/s2", NOW);
    LinkDocument index = new LinkDocument(List.of(), List.of(older, newer));

    watch.take(look(index), NOW);
    assertThat(watch.due()).isEqualTo(NOW.plusSeconds(1));
    assertThat(watch.request()).isEqualTo(FetchRequest.of(URI.create(newer.url())));
    watch.take(look(link("/2", "Two")), NOW);
    assertThat(titles(watch)).containsExactly("Two");
    assertThat(watch.request()).isEqualTo(FetchRequest.of(URI.create(older.url())));
    watch.take(look(new LinkDocument(List.of(link("/1", "One")), List.of(newer))), NOW);
    assertThat(titles(watch)).containsExactly("One");
    assertThat(watch.request().uri()).isEqualTo(URI.create(SOURCE.url()));

    FurtherDocument changed =
        FurtherDocument.sitemap("https://news.example.com/s1", NOW.plusSeconds(5));
    watch.take(look(new LinkDocument(List.of(), List.of(changed, newer))), NOW);
    assertThat(watch.request().uri()).isEqualTo(URI.create(changed.url()));
    assertThat(watch.state().backlog()).hasSize(1);
  }

  @Test
  void goesOnBehindABadSitemapAndAsksForItAgain() {
    FurtherDocument bad = FurtherDocument.sitemap("https://news.example.com/s1", NOW);
    FurtherDocument good =
        FurtherDocument.sitemap("https://news.example.com/s2", NOW.minusSeconds(9));
    watch.take(look(new LinkDocument(List.of(), List.of(bad, good))), NOW);

    watch.take(look(new FetchOutcome.Failed(FetchFailure.TOO_LARGE, "s1: too large")), NOW);
    assertThat(findings(watch)).hasSize(1);
    assertThat(watch.request().uri()).isEqualTo(URI.create(good.url()));
    watch.take(look(link("/2", "Two")), NOW);
    findings(watch);
    assertThat(watch.request().validators()).isEqualTo(Validators.NONE);
  }

  private static final WatchedSource FILINGS =
      new WatchedSource(
          "filings",
          SourceKind.FILINGS,
          "https://edgar.example.com/feed",
          MIN,
          Duration.ofMinutes(12),
          null,
          true);

  private static FurtherDocument filing(int number, String company) {
    String accession = "0000000001-26-00000" + number;
    return FurtherDocument.filing(
        accession,
        "https://edgar.example.com/" + company + "/" + accession + "-index.htm",
        company + " (8-K)",
        NOW.minusSeconds(number));
  }

  private static LinkDocument feedOf(FurtherDocument... filings) {
    return new LinkDocument(List.of(), Arrays.asList(filings));
  }

  @Test
  void readsEachFilingOnceAndTellsOfItsExhibitsWhatTheFeedTellsOfIt() {
    Watch filings = new Watch(FILINGS, WatchState.fresh(FILINGS));
    filings.take(look(feedOf(filing(1, "a"), filing(2, "b"))), NOW);
    assertThat(findings(filings)).isEmpty();
    assertThat(filings.request()).isEqualTo(FetchRequest.of(URI.create(filing(1, "a").url())));

    WebLink exhibit = new WebLink("filings", "https://edgar.example.com/x.htm", null, null, null);
    Watch resumed = new Watch(FILINGS, filings.state());
    resumed.take(look(LinkDocument.of(List.of(exhibit))), NOW);
    assertThat(findings(resumed))
        .extracting(Finding::link)
        .containsExactly(
            new WebLink("filings", exhibit.url(), "a (8-K)", NOW.minusSeconds(1), null));
    resumed.take(look(LinkDocument.of(List.of())), NOW);
    assertThat(findings(resumed)).as("most have no such exhibit").isEmpty();
    assertThat(resumed.due()).as("what was new in the list counts").isEqualTo(NOW.plus(MIN));

    resumed.take(look(feedOf(filing(2, "other-registrant"), filing(3, "c"))), NOW);
    assertThat(resumed.state().backlog()).containsExactly(filing(3, "c"));
    resumed.take(look(LinkDocument.of(List.of())), NOW);
    resumed.take(look(feedOf(filing(3, "c"))), NOW);
    assertThat(resumed.due()).as("nothing new").isEqualTo(NOW.plus(Duration.ofMinutes(6)));
  }

  @Test
  void leavesAnArchiveInPeaceThatRefusesFilingAfterFiling() {
    Watch filings = new Watch(FILINGS, WatchState.fresh(FILINGS));
    FurtherDocument[] many = new FurtherDocument[9];
    for (int i = 0; i < many.length; i++) {
      many[i] = filing(i, "a");
    }
    filings.take(look(feedOf(many)), NOW);
    for (int i = 0; i < 5; i++) {
      filings.take(look(new FetchOutcome.Failed(FetchFailure.STATUS, i + ": status 403")), NOW);
      findings(filings);
    }

    assertThat(filings.due()).isEqualTo(NOW.plus(MIN.multipliedBy(2)));
    assertThat(filings.request())
        .as("all of it is asked for again")
        .isEqualTo(FetchRequest.of(URI.create(FILINGS.url())));
    filings.take(look(feedOf(many)), NOW);
    assertThat(filings.state().backlog()).hasSize(9);
  }

  @Test
  void letsAFilingGoThatCannotBeReadOrIsRefusedAgainAndAgain() {
    Watch filings = new Watch(FILINGS, WatchState.fresh(FILINGS));
    LinkDocument list = feedOf(filing(1, "a"), filing(2, "b"));
    FetchOutcome gone = new FetchOutcome.Failed(FetchFailure.STATUS, "status 404");
    for (int times = 1; times <= 3; times++) {
      filings.take(look(list), NOW);
      assertThat(filings.state().backlog()).hasSize(times == 1 ? 2 : 1);
      filings.take(look(gone), NOW);
      findings(filings);
      if (times == 1) {
        filings.take(new Look(look(list).outcome(), null, "no table", Duration.ZERO), NOW);
        findings(filings);
      }
    }

    filings.take(look(list), NOW);
    assertThat(filings.state().backlog()).isEmpty();
  }

  @Test
  void asksForAListAgainThatHasMoreThanFits() {
    FurtherDocument[] many = new FurtherDocument[250];
    for (int i = 0; i < many.length; i++) {
      many[i] = FurtherDocument.filing("f" + i, "https://edgar.example.com/" + i, null, null);
    }
    Watch filings = new Watch(FILINGS, WatchState.fresh(FILINGS));
    filings.take(look(feedOf(many)), NOW);
    assertThat(filings.state().backlog()).hasSize(200);
    assertThat(filings.state().validators()).isEqualTo(Validators.NONE);
    for (int i = 0; i < 200; i++) {
      filings.take(look(LinkDocument.of(List.of())), NOW);
    }
    filings.take(look(feedOf(many)), NOW);
    assertThat(filings.state().backlog()).hasSize(50);
  }

  @Test
  void readsAFilingWithoutATimeOnce() {
    FurtherDocument timeless =
        FurtherDocument.filing("1", "https://edgar.example.com/1-index.htm", "a (8-K)", null);
    Watch filings = new Watch(FILINGS, WatchState.fresh(FILINGS));
    filings.take(look(feedOf(timeless)), NOW);
    filings.take(look(LinkDocument.of(List.of())), NOW);

    filings.take(look(feedOf(timeless)), NOW);

    assertThat(filings.state().backlog()).isEmpty();
  }

  @Test
  void givesASiteThePauseThatItAsksForBetweenFurtherDocuments() {
    Watch filings = new Watch(FILINGS, WatchState.fresh(FILINGS));
    filings.take(look(feedOf(filing(1, "a"), filing(2, "b"))), NOW);
    Instant later = NOW.plus(Duration.ofMinutes(10));

    filings.take(look(new FetchOutcome.Retry(later, FetchFailure.STATUS, "status 429")), NOW);
    findings(filings);

    assertThat(filings.due()).isEqualTo(later);
    assertThat(filings.state().backlog()).containsExactly(filing(2, "b"));
  }

  @Test
  void remembersNoMoreLinksThanItMay() {
    SeenLinks seen = new SeenLinks(java.util.Map.of());
    for (int i = 0; i < SeenLinks.MAX_LINKS + 10; i++) {
      seen.mark("https://news.example.com/" + i, 1);
      assertThat(seen.knows("https://news.example.com/0", 1)).isTrue();
    }
    assertThat(seen.versions()).hasSize(SeenLinks.MAX_LINKS);
    assertThat(seen.knows("https://news.example.com/1", 1)).isFalse();
  }

  @Test
  void reportsASourceThatFallsSilentOnce() {
    Instant now = NOW;
    for (int i = 0; i < 5; i++) {
      watch.take(look(link("/" + i, "News")), now);
      findings(watch);
      now = now.plus(Duration.ofDays(1));
    }
    Instant lastNews = now.minus(Duration.ofDays(1));
    watch.take(look(new FetchOutcome.NotModified()), lastNews.plus(Duration.ofDays(8)));
    assertThat(findings(watch)).as("eight times as long as usual is not yet long").isEmpty();

    Instant late = lastNews.plus(Duration.ofDays(8)).plusSeconds(1);
    watch.take(look(new FetchOutcome.NotModified()), late);
    assertThat(findings(watch))
        .extracting(
            finding -> finding.rejection().reason(), finding -> finding.rejection().message())
        .containsExactly(
            tuple(
                RejectionReason.SILENT,
                "source chips: nothing new since "
                    + lastNews
                    + "; until then it had news every PT24H"));
    Watch later = new Watch(SOURCE, watch.state());
    later.take(look(new FetchOutcome.NotModified()), late.plus(Duration.ofDays(30)));
    assertThat(findings(later)).as("also after a restart").isEmpty();

    WebLink news = new WebLink("chips", "https://news.example.com/new", "News", null, null);
    later.take(look(news), late.plus(Duration.ofDays(31)));
    assertThat(titles(later)).containsExactly("News");
    later.take(look(new FetchOutcome.NotModified()), late.plus(Duration.ofDays(300)));
    assertThat(findings(later)).as("and anew after it spoke").hasSize(1);
  }

  @Test
  void doesNotTakeAWeekendForSilence() {
    watch.take(look(link("/1", "News")), NOW);
    findings(watch);
    watch.take(look(link("/2", "News")), NOW.plus(Duration.ofMinutes(5)));
    findings(watch);
    watch.take(look(new FetchOutcome.NotModified()), NOW.plus(Duration.ofDays(4)));
    assertThat(findings(watch)).isEmpty();
  }

  @Test
  void doesNotExpectNewsOfWhatWasOnlySeenOnce() {
    watch.take(look(link("/1", "News")), NOW);
    findings(watch);
    watch.take(look(new FetchOutcome.NotModified()), NOW.plus(Duration.ofDays(30)));
    assertThat(findings(watch)).isEmpty();
  }

  @Test
  void reportsASilenceOfASourceThatFails() {
    watch.take(look(link("/1", "News")), NOW.minus(Duration.ofDays(1)));
    findings(watch);
    watch.take(look(link("/2", "News")), NOW);
    findings(watch);
    FetchOutcome failed = new FetchOutcome.Failed(FetchFailure.STATUS, "status 500");
    watch.take(look(failed), NOW.plus(Duration.ofDays(9)));
    assertThat(findings(watch))
        .extracting(finding -> finding.rejection().reason())
        .containsExactly(RejectionReason.SILENT, RejectionReason.HTTP_STATUS);
  }
}
