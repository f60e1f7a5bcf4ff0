package io.chipwire.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.chipwire.address.AddressRange;
import io.chipwire.archive.WatchedFolder;
import io.chipwire.job.LiveOptions;
import io.chipwire.job.StateStore;
import io.chipwire.web.SourceKind;
import io.chipwire.web.WantedFilings;
import io.chipwire.web.WatchedSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunConfigTest {

  @TempDir private Path folder;

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("wire.yaml"), yaml);
  }

  private LiveOptions read(String yaml) throws Exception {
    return RunConfig.read(file(yaml), null);
  }

  private List<String> problems(String yaml) throws IOException {
    Path file = file(yaml);
    try {
      RunConfig.read(file, null);
    } catch (ConfigException e) {
      return e.getMessage().lines().map(line -> line.replace(file + ": ", "")).toList();
    }
    return List.of();
  }

  @Test
  void readsEveryKey() throws Exception {
    LiveOptions options =
        read(
            """
            contact: ops@example.com
            index: idx
            parallelism: 3
            checkpoint-interval: 30s
            poll: {min: 10m, max: 1d}
            fetch:
              pace: 5s
              timeout: 20s
              max-bytes: 1000000
              attempts: 3
              retry-after: 1m
              allow-addresses: [127.0.0.1, "fd00::/8"]
            sources:
              - name: wire
                feed: https://news.example.com/rss.xml
                poll: {min: 2m}
                max-age: 7d
              - sitemap: https://news.example.com/sitemap.xml
              - list: https://news.example.com/urls.txt
                opt-outs: ignore
                poll: {min: 2d}
            """);

    assertThat(options.index()).isEqualTo(folder.resolve("idx"));
    assertThat(options.parallelism()).isEqualTo(3);
    assertThat(options.checkpointInterval()).isEqualTo(Duration.ofSeconds(30));
    assertThat(options.pace()).isEqualTo(Duration.ofSeconds(5));
    assertThat(options.policy().userAgent()).endsWith("(+ops@example.com)");
    assertThat(options.policy().timeout()).isEqualTo(Duration.ofSeconds(20));
    assertThat(options.policy().maxBytes()).isEqualTo(1_000_000);
    assertThat(options.policy().maxAttempts()).isEqualTo(3);
    assertThat(options.policy().firstBackoff()).isEqualTo(Duration.ofMinutes(1));
    assertThat(options.policy().allowed())
        .containsExactly(new AddressRange("127.0.0.1"), new AddressRange("fd00::/8"));
    assertThat(options.sources())
        .containsExactly(
            new WatchedSource(
                "wire",
                SourceKind.FEED,
                "https://news.example.com/rss.xml",
                Duration.ofMinutes(2),
                Duration.ofDays(1),
                Duration.ofDays(7),
                true),
            new WatchedSource(
                "https://news.example.com/sitemap.xml",
                SourceKind.SITEMAP,
                "https://news.example.com/sitemap.xml",
                Duration.ofMinutes(10),
                Duration.ofDays(1),
                null,
                true),
            new WatchedSource(
                "https://news.example.com/urls.txt",
                SourceKind.LIST,
                "https://news.example.com/urls.txt",
                Duration.ofDays(2),
                Duration.ofDays(2),
                null,
                false));
  }

  @Test
  void readsFilingsAndFolders() throws Exception {
    LiveOptions options =
        read(
            """
            contact: ops@example.com
            index: idx
            sources:
              - filings: https://edgar.example.com/current
              - filings: https://edgar.example.com/company
                name: two
                forms: [6-K]
                ciks: [723125, "0000320193"]
              - folder: in/../incoming
              - folder: /srv/news
                name: agency
                poll: {min: 500ms}
            """);

    assertThat(options.sources())
        .extracting(WatchedSource::name, WatchedSource::kind, WatchedSource::filings)
        .containsExactly(
            tuple(
                "https://edgar.example.com/current",
                SourceKind.FILINGS,
                new WantedFilings(Set.of("8-K", "6-K"), Set.of())),
            tuple(
                "two",
                SourceKind.FILINGS,
                new WantedFilings(Set.of("6-K"), Set.of(723125L, 320193L))));
    assertThat(options.folders())
        .containsExactly(
            new WatchedFolder(
                "in/../incoming", folder.resolve("incoming").toString(), Duration.ofSeconds(10)),
            new WatchedFolder("agency", "/srv/news", Duration.ofMillis(500)));
  }

  @Test
  void needsNoContactWhereNobodyIsAsked() throws Exception {
    assertThat(read("index: idx\nsources: [{folder: in}]\n").sources()).isEmpty();
  }

  @Test
  void tellsTheMistakesInFilingsAndFolders() throws Exception {
    assertThat(
            problems(
                """
                contact: ops@example.com
                index: data/idx
                sources:
                  - filings: https://edgar.example.com/1
                    forms: [8-K, 10-Q]
                    ciks: [0, "12345678901", x, 7]
                  - feed: https://e.example/1
                    forms: [8-K]
                  - folder: data
                  - folder: data/idx/in
                  - folder: in
                    max-age: 3d
                    poll: {max: 1h}
                  - folder: in
                  - folder: in
                    feed: https://e.example/2
                """))
        .containsExactlyInAnyOrder(
            "sources[0].forms[1]: \"10-Q\": expected one of 6-K, 8-K",
            "sources[0].ciks[0]: 0: expected a Central Index Key of 1 to 10 digits; in quotes if it"
                + " begins with 0",
            "sources[0].ciks[1]: \"12345678901\": expected a Central Index Key of 1 to 10 digits; in"
                + " quotes if it begins with 0",
            "sources[0].ciks[2]: \"x\": expected a Central Index Key of 1 to 10 digits; in quotes if"
                + " it begins with 0",
            "sources[1].forms: unknown key; expected one of feed, filings, folder, list, max-age,"
                + " name, opt-outs, poll, sitemap",
            "sources[2].folder: \"data\": expected a folder that does not hold the index",
            "sources[3].folder: \"data/idx/in\": expected a folder that does not hold the index",
            "sources[4].max-age: unknown key; expected one of feed, filings, folder, list, name,"
                + " poll, sitemap",
            "sources[4].poll.max: unknown key; expected one of min",
            "sources[5].folder: \"in\": expected a name of its own for each source",
            "sources[6].folder: \"in\": expected exactly one of feed, sitemap, list, filings and"
                + " folder");
  }

  @Test
  void needsNoMoreThanAContactAnIndexAndASource() throws Exception {
    String yaml = "contact: https://example.com/bot\nsources: [{feed: 'https://e.example/rss'}]\n";

    LiveOptions options = RunConfig.read(file(yaml), Path.of("elsewhere"));

    assertThat(options.index()).isEqualTo(Path.of("elsewhere"));
    assertThat(options.pace()).isEqualTo(Duration.ofSeconds(2));
    assertThat(options.checkpointInterval()).isEqualTo(Duration.ofSeconds(10));
    assertThat(options.policy().allowed()).isEmpty();
    assertThat(options.state()).isNull();
    assertThat(RunConfig.read(file(yaml + "state: rocksdb"), Path.of("elsewhere")).state())
        .isEqualTo(StateStore.ROCKSDB);
    assertThat(options.sources().getFirst().minPoll()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void tellsAllMistakesAtOnceWithKeyValueAndExpectation() throws Exception {
    assertThat(
            problems(
                """
                contct: ops@example.com
                index: [a]
                parallelism: 0
                checkpoint-interval: 10
                fetch: {pace: soon, timeout: -5s, max-bytes: 1.5, allow-addresses: [localhost, 7]}
                sources:
                  - feed: ftp://example.com/rss
                  - feed: https://e.example/1
                    sitemap: https://e.example/2
                  - name: nothing
                  - just text
                  - feed: https://e.example/3
                    poll: {min: 2h, max: 1h, often: 1}
                  - {name: twice, feed: "https://e.example/4"}
                  - {name: twice, feed: "https://e.example/5"}
                """))
        .containsExactlyInAnyOrder(
            "contact: missing; expected an e-mail address or a page, for the owners of the sites"
                + " asked",
            "index: [\"a\"]: expected a text",
            "parallelism: 0: expected a whole number from 1 to 128",
            "checkpoint-interval: 10: expected a duration such as 500ms, 90s, 5m, 12h or 30d, at"
                + " least 100ms",
            "fetch.pace: \"soon\": expected a duration such as 500ms, 90s, 5m, 12h or 30d, at least"
                + " 0s",
            "fetch.max-bytes: 1.5: expected a whole number from 1000 to 67108864",
            "fetch.timeout: \"-5s\": expected a duration such as 500ms, 90s, 5m, 12h or 30d, at"
                + " least 100ms",
            "fetch.allow-addresses[0]: \"localhost\": expected an address such as 10.1.2.3 or"
                + " 10.0.0.0/8",
            "fetch.allow-addresses[1]: 7: expected an address such as 10.1.2.3 or 10.0.0.0/8",
            "sources[0].feed: \"ftp://example.com/rss\": expected an http or https address",
            "sources[1].sitemap: \"https://e.example/2\": expected exactly one of feed, sitemap,"
                + " list, filings and folder",
            "sources[2].feed: missing; expected exactly one of feed, sitemap, list, filings"
                + " and folder",
            "sources[3]: \"just text\": expected keys with values",
            "sources[3].feed: missing; expected exactly one of feed, sitemap, list, filings"
                + " and folder",
            "sources[4].poll.often: unknown key; expected one of max, min",
            "sources[4].poll.max: \"1h\": expected min no longer than max",
            "sources[6].name: \"twice\": expected a name of its own for each source",
            "contct: unknown key; expected one of checkpoint-interval, contact, fetch, index,"
                + " parallelism, poll, sources, state");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "state: disk | state: \"disk\": expected one of heap, rocksdb",
        "sources: [{feed: 'https://e.example/rss', name: replay}] | sources[0].name: \"replay\":"
            + " expected another name, as this one is for what chipwire rejected replays",
        "contact: somebody | contact: \"somebody\": expected an e-mail address or the address of a"
            + " page",
        "contact: 'a@b.example (me)' | contact: \"a@b.example (me)\": expected an e-mail address or"
            + " the address of a page",
        "sources: [] | sources: missing; expected at least one with a feed, sitemap, list, filings"
            + " or folder",
        "sources: none | sources: \"none\": expected a list",
        "fetch: fast | fetch: \"fast\": expected keys with values",
        "poll: {min: 2h, max: 1h} | poll.max: \"1h\": expected no less than min",
        "7 | 7: expected keys with values"
      })
  void namesTheMistake(String yaml, String problem) throws IOException {
    assertThat(problems(yaml)).contains(problem);
  }

  @Test
  void saysWhereTheYamlIsBroken() throws IOException {
    assertThat(problems("contact: a@b.example\nsources: [\n"))
        .singleElement()
        .asString()
        .startsWith("line 2, column ")
        .endsWith("; expected YAML");
    assertThat(problems("contact: a@b.example\ncontact: c@d.example\n"))
        .singleElement()
        .asString()
        .contains("line 2", "uplicate", "contact");
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    Path file = file("");
    assertThatThrownBy(() -> RunConfig.read(file, null))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(file + ": contact: missing");
  }
}
