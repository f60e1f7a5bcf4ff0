package io.chipwire.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chipwire.article.Article;
import io.chipwire.article.RejectionReason;
import io.chipwire.extraction.Extraction;
import io.chipwire.kafka.KafkaTopic;
import io.chipwire.kafka.PageTopic;
import io.chipwire.kafka.SinkTopic;
import io.chipwire.kafka.Topics;
import io.chipwire.search.IndexFolder;
import io.chipwire.signal.Signal;
import io.chipwire.signal.SignalKind;
import io.chipwire.web.FetchPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class KafkaLiveIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long START = Instant.parse("2026-05-01T08:00:00Z").toEpochMilli();

  /** Whether the job is still to fail; static, as the job gets a copy of its functions. */
  private static final AtomicBoolean FAILS = new AtomicBoolean();

  @TempDir static Path shared;
  private static @Nullable KafkaBroker started;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    started = new KafkaBroker(shared);
  }

  @AfterAll
  static void stop() {
    if (started != null) {
      started.close();
    }
  }

  private static KafkaBroker broker() {
    if (started == null) {
      throw new AssertionError("no broker");
    }
    return started;
  }

  private static KafkaTopic topic(String name) {
    return new KafkaTopic(broker().servers(), name, Map.of());
  }

  private static String page(String name, String text) {
    return JSON.createObjectNode()
        .put("url", "https://news.example/" + name)
        .put("title", "Invented story " + name)
        .put("publishedAt", "2026-04-30T10:00:00Z")
        .put("text", text)
        .toString();
  }

  private static String key(ConsumerRecord<String, String> told) {
    return told.key().replace("https://news.example/", "");
  }

  /** Two signals an article; one that is to trip the job up does so if it has not yet. */
  private static Function<Article, Extraction> annotator() {
    return article -> {
      if (article.text().contains("trips") && FAILS.getAndSet(false)) {
        throw new AssertionError("tripped");
      }
      return new Extraction(
          article,
          List.of(),
          List.of(),
          List.of(),
          List.of(signal(SignalKind.CAPEX, article), signal(SignalKind.DEAL, article)));
    };
  }

  private static Signal signal(SignalKind kind, Article article) {
    return new Signal(
        0, 1, kind, null, null, null, article.text(), List.of(), List.of(), false, 1.0);
  }

  /** Writes once the job runs, and stops it when the index holds what is expected. */
  private LiveReport runUntil(Topics topics, Writing writing, Predicate<Map<String, String>> texts)
      throws Exception {
    Path index = folder.resolve("index");
    LiveOptions options =
        new LiveOptions(
                index,
                List.of(),
                FetchPolicy.of("nobody"),
                Duration.ZERO,
                2,
                Duration.ofMillis(200))
            .withTopics(topics);
    ArticleStages stages = new ArticleStages(ArticleStages.real().reader(), KafkaLiveIT::annotator);
    CountDownLatch running = new CountDownLatch(1);
    LiveProgress listener =
        (counts, runs, health) -> {
          if (runs) {
            running.countDown();
          }
        };
    Live live = new Live(options, stages, listener);
    CompletableFuture<LiveReport> report =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return live.run();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              } finally {
                running.countDown();
              }
            });
    running.await();
    writing.write();
    while (!report.isDone()
        && !(new IndexFolder(index).exists() && texts.test(IndexedArticles.texts(index)))) {
      Thread.sleep(100);
    }
    live.stop();
    return report.get();
  }

  @FunctionalInterface
  private interface Writing {
    void write() throws Exception;
  }

  @Test
  void takesPagesAndTellsSignalsOnceAlsoAcrossAFailureAndARestart() throws Exception {
    KafkaTopic soon =
        new KafkaTopic(broker().servers(), "pages", Map.of(KafkaTopic.DISCOVERY_INTERVAL, "1000"));
    PageTopic pages = new PageTopic("pages", soon, "readers", true);
    SinkTopic signals = new SinkTopic(topic("signals"), "it-signals");
    Topics topics =
        new Topics(List.of(pages), signals, new SinkTopic(topic("rejected"), "it-rejected"));
    FAILS.set(true);
    LiveReport first =
        runUntil(
            topics,
            () -> { // the topic comes to be while the job runs
              broker().write("pages", START, page("a", "One, first edition."));
              broker().write("pages", START, "[1]");
              broker().write("pages", START, null);
              broker().write("pages", START, page("b", "Two."));
              broker().write("pages", START, page("c", "It trips the job up, once."));
            },
            texts -> texts.size() == 3);

    assertThat(FAILS).isFalse();
    assertThat(first.atCheckpoint()).isTrue();
    assertThat(first.counts())
        .isEqualTo(
            new LiveCounts(
                0,
                0,
                3,
                0,
                0,
                0,
                3,
                0,
                Map.of(RejectionReason.MALFORMED, 1L, RejectionReason.EMPTY, 1L)));
    assertThat(first.deadLetters()).isNull();
    assertThat(Files.exists(folder.resolve("index/rejected"))).isFalse();
    assertThat(broker().committed("signals"))
        .extracting(KafkaLiveIT::key)
        .containsExactlyInAnyOrder("a", "a", "b", "b", "c", "c");
    assertThat(broker().committed("rejected"))
        .allSatisfy(told -> assertThat(told.key()).startsWith("kafka:pages/"))
        .extracting(told -> JSON.readTree(told.value()).get("reason").asText())
        .containsExactlyInAnyOrder("MALFORMED", "EMPTY");

    Topics looser = new Topics(List.of(pages), signals, new SinkTopic(topic("rejected"), null));
    LiveReport second =
        runUntil(
            looser,
            () -> {
              broker().write("pages", START + 1, page("a", "One, corrected edition."));
              broker().write("pages", START + 1, page("b", "Two."));
              broker().write("pages", START - 1, page("c", "An older edition."));
              broker().write("pages", START, page("d", "Four."));
              broker().write("pages", START, "{}");
            },
            texts ->
                texts.size() == 4
                    && texts.get("https://news.example/a").contains("corrected")
                    && broker().read("readers", "pages") == 10);

    assertThat(second.resumed()).isTrue();
    assertThat(second.counts().articles()).isEqualTo(4);
    assertThat(second.counts().revisions()).isEqualTo(1);
    List<ConsumerRecord<String, String>> told = broker().committed("signals");
    assertThat(told)
        .extracting(KafkaLiveIT::key)
        .containsExactlyInAnyOrder("a", "a", "a", "a", "b", "b", "c", "c", "d", "d");
    assertThat(told)
        .allSatisfy(
            one ->
                assertThat(one.timestamp())
                    .isEqualTo(Instant.parse("2026-04-30T10:00:00Z").toEpochMilli()));
    JsonNode last =
        JSON.readTree(told.stream().filter(one -> key(one).equals("a")).toList().getLast().value());
    assertThat(last.at("/article/title").asText()).isEqualTo("Invented story a");
    assertThat(last.at("/article/fetchedAt").asText()).isEqualTo("2026-05-01T08:00:00.001Z");
    assertThat(last.at("/signal/kind").asText()).isEqualTo("deal");
    assertThat(last.at("/signal/sentence").asText()).isEqualTo("One, corrected edition.");
    assertThat(broker().committed("rejected")).hasSize(3);
  }
}
