package io.chipwire.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.chipwire.address.AddressRange;
import io.chipwire.archive.WatchedFolder;
import io.chipwire.job.LiveOptions;
import io.chipwire.job.StateStore;
import io.chipwire.job.monitor.MonitorAddress;
import io.chipwire.kafka.KafkaTopic;
import io.chipwire.kafka.PageTopic;
import io.chipwire.kafka.SinkTopic;
import io.chipwire.kafka.Topics;
import io.chipwire.web.SourceKind;
import io.chipwire.web.WantedFilings;
import io.chipwire.web.WatchedSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunConfigTest {

  private static final Map<String, String> ENVIRONMENT = Map.of("KAFKA_PASSWORD", "hush$1");

  @TempDir private Path folder;

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("wire.yaml"), yaml);
  }

  private LiveOptions read(String yaml) throws Exception {
    return RunConfig.read(file(yaml), null, ENVIRONMENT);
  }

  private List<String> problems(String yaml) throws IOException {
    Path file = file(yaml);
    try {
      RunConfig.read(file, null, ENVIRONMENT);
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
            monitoring: {port: 9250, host: 10.0.0.7}
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
    assertThat(options.monitoring()).isEqualTo(new MonitorAddress("10.0.0.7", 9250));
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
            "sources[1].forms: unknown key; expected one of feed, max-age, name, opt-outs, poll",
            "sources[2].folder: \"data\": expected a folder that does not hold the index",
            "sources[3].folder: \"data/idx/in\": expected a folder that does not hold the index",
            "sources[4].max-age: unknown key; expected one of folder, name, poll",
            "sources[4].poll.max: unknown key; expected one of min",
            "sources[5].folder: \"in\": expected a name of its own for each source",
            "sources[6].folder: \"in\": expected exactly one of feed, sitemap, list, filings,"
                + " folder and kafka");
  }

  @Test
  void needsNoMoreThanAContactAnIndexAndASource() throws Exception {
    String yaml = "contact: https://example.com/bot\nsources: [{feed: 'https://e.example/rss'}]\n";

    LiveOptions options = RunConfig.read(file(yaml), Path.of("elsewhere"), ENVIRONMENT);

    assertThat(options.index()).isEqualTo(Path.of("elsewhere"));
    assertThat(options.pace()).isEqualTo(Duration.ofSeconds(2));
    assertThat(options.checkpointInterval()).isEqualTo(Duration.ofSeconds(10));
    assertThat(options.policy().allowed()).isEmpty();
    assertThat(options.state()).isNull();
    assertThat(
            RunConfig.read(file(yaml + "state: rocksdb"), Path.of("elsewhere"), Map.of()).state())
        .isEqualTo(StateStore.ROCKSDB);
    assertThat(options.monitoring()).isNull();
    assertThat(options.sources().getFirst().minPoll()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void monitorsOnThisMachineUnlessAnotherHostIsNamed() throws Exception {
    String yaml =
        "contact: https://example.com/bot\nindex: idx\nsources: [{feed: 'https://e.example/rss'}]\n";

    assertThat(read(yaml + "monitoring: {}\n").monitoring())
        .isEqualTo(new MonitorAddress("127.0.0.1", 9249));
    assertThat(problems(yaml + "monitoring: {port: 70000, adress: all}\n"))
        .containsExactly(
            "monitoring.port: 70000: expected a whole number from 0 to 65535",
            "monitoring.adress: unknown key; expected one of host, port");
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
                + " list, filings, folder and kafka",
            "sources[2].feed: missing; expected exactly one of feed, sitemap, list, filings,"
                + " folder and kafka",
            "sources[3]: \"just text\": expected keys with values",
            "sources[3].feed: missing; expected exactly one of feed, sitemap, list, filings,"
                + " folder and kafka",
            "sources[4].poll.often: unknown key; expected one of max, min",
            "sources[4].poll.max: \"1h\": expected min no longer than max",
            "sources[6].name: \"twice\": expected a name of its own for each source",
            "contct: unknown key; expected one of checkpoint-interval, contact, dead-letters,"
                + " fetch, index, monitoring, parallelism, poll, signals, sources, state");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "state: disk | state: \"disk\": expected one of heap, rocksdb",
        "contact: somebody | contact: \"somebody\": expected an e-mail address or the address of a"
            + " page",
        "contact: 'a@b.example (me)' | contact: \"a@b.example (me)\": expected an e-mail address or"
            + " the address of a page",
        "sources: [] | sources: missing; expected at least one with a feed, sitemap, list, filings, folder or kafka",
        "sources: none | sources: \"none\": expected a list",
        "fetch: fast | fetch: \"fast\": expected keys with values",
        "poll: {min: 2h, max: 1h} | poll.max: \"1h\": expected no less than min",
        "7 | 7: expected keys with values"
      })
  void namesTheMistake(String yaml, String problem) throws IOException {
    assertThat(problems(yaml)).contains(problem);
  }

  @Test
  void readsTopics() throws Exception {
    LiveOptions options =
        read(
            """
            index: idx
            sources:
              - kafka: {servers: "127.0.0.1:9092", topic: pages}
              - name: archive
                kafka:
                  servers: "a.example:9093, b.example:9093"
                  topic: pages
                  group: desk
                  properties:
                    security.protocol: SASL_SSL
                    sasl.jaas.config: 'login user="me" password="${KAFKA_PASSWORD}";'
                    max.poll.records: 100
                opt-outs: ignore
            signals: {kafka: {servers: "127.0.0.1:9092", topic: signals, transactions: mine}}
            dead-letters:
              kafka: {servers: "127.0.0.1:9092", topic: rejected, delivery: at-least-once}
            """);

    assertThat(options.sources()).isEmpty();
    Topics topics = options.topics();
    assertThat(topics.pages())
        .containsExactly(
            new PageTopic(
                "pages", new KafkaTopic("127.0.0.1:9092", "pages", Map.of()), "chipwire", true),
            new PageTopic(
                "archive",
                new KafkaTopic(
                    "a.example:9093, b.example:9093",
                    "pages",
                    Map.of(
                        "security.protocol", "SASL_SSL",
                        "sasl.jaas.config", "login user=\"me\" password=\"hush$1\";",
                        "max.poll.records", "100")),
                "desk",
                false));
    assertThat(topics.signals())
        .isEqualTo(new SinkTopic(new KafkaTopic("127.0.0.1:9092", "signals", Map.of()), "mine"));
    assertThat(topics.deadLetters())
        .isEqualTo(new SinkTopic(new KafkaTopic("127.0.0.1:9092", "rejected", Map.of()), null));
  }

  @Test
  void givesEachRunAndSinkTransactionsOfItsOwn() throws Exception {
    String yaml =
        """
        sources: [{kafka: {servers: "a:1", topic: pages}}]
        signals: {kafka: {servers: "a:1", topic: told}}
        dead-letters: {kafka: {servers: "a:1", topic: told, delivery: exactly-once}}
        """;
    Set<String> transactions = new HashSet<>();

    for (String index : List.of("one", "other")) {
      Topics topics = RunConfig.read(file(yaml), Path.of(index), ENVIRONMENT).topics();
      transactions.add(Objects.requireNonNull(topics.signals()).transactions());
      transactions.add(Objects.requireNonNull(topics.deadLetters()).transactions());
    }

    assertThat(transactions)
        .hasSize(4)
        .allSatisfy(prefix -> assertThat(prefix).startsWith("chipwire-"));
  }

  @Test
  void tellsAllMistakesInTopicsAndNoSecret() throws Exception {
    assertThat(
            problems(
                """
                index: idx
                checkpoint-interval: 10m
                sources:
                  - kafka: {servers: localhost, topic: "a b", grup: x}
                  - kafka: {topic: pages}
                    max-age: 7d
                  - kafka:
                      servers: "a:1"
                      topic: pages
                      properties:
                        ssl.key.password: [hush]
                        sasl.jaas.config: "x ${NOWHERE} hush"
                        security.protocl: hush
                        acks: hush
                  - kafka: {servers: "b:1", topic: pages}
                  - kafka: topic
                  - kafka: {servers: "b:1", topic: more, properties: hush}
                signals: {kafka: {servers: "a:1", topic: t, transactions: same, group: g}}
                dead-letters: {kafka: {servers: "a:1", topic: t, transactions: same}}
                """))
        .containsExactlyInAnyOrder(
            "sources[0].kafka.servers: \"localhost\": expected brokers as HOST:PORT, joined by"
                + " commas",
            "sources[0].kafka.topic: \"a b\": expected letters, digits, '.', '_' and '-'",
            "sources[0].kafka.grup: unknown key; expected one of group, properties, servers, topic",
            "sources[1].kafka.servers: missing; expected brokers as HOST:PORT, joined by commas",
            "sources[1].max-age: unknown key; expected one of kafka, name, opt-outs",
            "sources[2].kafka.properties.ssl.key.password: expected a text",
            "sources[2].kafka.properties.sasl.jaas.config: missing; expected the environment"
                + " variable NOWHERE to be set",
            "sources[2].kafka.properties.security.protocl: unknown key; expected a property of"
                + " Kafka's clients that chipwire does not set itself",
            "sources[2].kafka.properties.acks: unknown key; expected a property of Kafka's clients"
                + " that chipwire does not set itself",
            "sources[3].kafka: {servers, topic}: expected a name of its own" + " for each source",
            "sources[4].kafka: \"topic\": expected keys with values",
            "sources[4].kafka.servers: missing; expected brokers as HOST:PORT, joined by commas",
            "sources[4].kafka.topic: missing; expected letters, digits, '.', '_' and '-'",
            "sources[5].kafka.properties: expected keys with values",
            "signals.kafka.group: unknown key; expected one of delivery, properties, servers,"
                + " topic, transactions",
            "dead-letters.kafka.transactions: \"same\": expected other ones than signals have",
            "checkpoint-interval: \"10m\": expected at most 5m with delivery exactly-once, as"
                + " brokers abort longer transactions");
    assertThat(
            problems(
                """
                contact: a@b.example
                sources: [{kafka: {servers: "a:1", topic: pages}, feed: "https://e.example/rss"}]
                signals: {file: x}
                dead-letters:
                  kafka: {servers: "a:1", topic: t, delivery: at-least-once, transactions: t}
                """))
        .containsExactlyInAnyOrder(
            "index: missing; expected a folder, here or by --index",
            "sources[0].kafka: {servers, topic}: expected exactly one of feed, sitemap, list,"
                + " filings, folder and kafka",
            "signals.kafka: missing; expected where the topic is",
            "signals.file: unknown key; expected one of kafka",
            "dead-letters.kafka.transactions: \"t\": expected none with delivery at-least-once");
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
    assertThatThrownBy(() -> RunConfig.read(file, null, ENVIRONMENT))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(file + ": contact: missing");
  }
}
