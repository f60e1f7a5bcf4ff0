package io.chipwire.app.config;

import io.chipwire.kafka.KafkaTopic;
import io.chipwire.kafka.PageTopic;
import io.chipwire.kafka.SinkTopic;
import io.chipwire.kafka.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads where topics are, how they are reached, and what is promised of them. */
final class TopicConfig {

  private static final String USUAL_GROUP = "chipwire";
  private static final String EXACTLY_ONCE = "exactly-once";
  private static final String AT_LEAST_ONCE = "at-least-once";

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

  /** A third of what brokers usually allow, as a checkpoint takes its time, too. */
  private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(5);

  private final Map<String, String> environment;

  /**
   * A reader of topics.
   *
   * @param environment what {@code ${NAME}} in properties is looked up in
   */
  TopicConfig(Map<String, String> environment) {
    this.environment = environment;
  }

  /** A source; empty only if something is wrong with it. */
  Optional<PageTopic> pages(Section source, boolean obeysOptOuts) {
    Section kafka = source.section("kafka");
    Optional<KafkaTopic> topic = topic(kafka);
    Optional<String> group = kafka.text("group");
    Optional<String> name = source.text("name");
    kafka.refuseOthers();
    return topic.map(
        found ->
            new PageTopic(
                name.orElse(found.topic()), found, group.orElse(USUAL_GROUP), obeysOptOuts));
  }

  /**
   * The sources with what is written to.
   *
   * @param index the index folder; null if it is not known
   * @param checkpoint the time between two, which a transaction lasts
   */
  Topics all(Section root, List<PageTopic> pages, @Nullable Path index, Duration checkpoint) {
    String place = index == null ? "" : index.toAbsolutePath().normalize().toString();
    String run = Integer.toHexString(place.hashCode());
    SinkTopic signals = sink(root, "signals", run);
    SinkTopic deadLetters = sink(root, "dead-letters", run);
    String given = signals == null ? null : signals.transactions();
    if (given != null && deadLetters != null && given.equals(deadLetters.transactions())) {
      root.section("dead-letters")
          .section("kafka")
          .wrong("transactions", "other ones than signals have");
    }
    boolean transactions =
        Stream.of(signals, deadLetters).anyMatch(sink -> sink != null && sink.exactlyOnce());
    if (transactions && checkpoint.compareTo(LONGEST_TRANSACTION) > 0) {
      root.wrong(
          "checkpoint-interval",
          "at most "
              + DurationText.print(LONGEST_TRANSACTION)
              + " with delivery exactly-once, as brokers abort longer transactions");
    }
    return new Topics(pages, signals, deadLetters);
  }

  /**
   * What is written to; null if it is not there, or if something is wrong with it.
   *
   * @param key {@code signals} or {@code dead-letters}
   * @param run tells runs apart that write to the same brokers
   */
  private @Nullable SinkTopic sink(Section root, String key, String run) {
    if (!root.has(key)) {
      return null;
    }
    Section ends = root.section(key);
    if (!ends.has("kafka")) {
      ends.missing("kafka", "where the topic is");
    }
    Section kafka = ends.section("kafka");
    ends.refuseOthers();
    Optional<KafkaTopic> topic = ends.has("kafka") ? topic(kafka) : Optional.empty();
    boolean exactlyOnce =
        kafka
            .choice("delivery", List.of(EXACTLY_ONCE, AT_LEAST_ONCE))
            .map(EXACTLY_ONCE::equals)
            .orElse(true);
    Optional<String> transactions = kafka.text("transactions");
    if (transactions.isPresent() && !exactlyOnce) {
      kafka.wrong("transactions", "none with delivery " + AT_LEAST_ONCE);
    }
    kafka.refuseOthers();
    String ids = transactions.orElse("chipwire-" + key + "-" + run);
    return topic.map(found -> new SinkTopic(found, exactlyOnce ? ids : null)).orElse(null);
  }

  private Optional<KafkaTopic> topic(Section kafka) {
    Optional<String> servers =
        checked(kafka, "servers", KafkaTopic::areServers, "brokers as HOST:PORT, joined by commas");
    Optional<String> topic =
        checked(kafka, "topic", KafkaTopic::isTopic, "letters, digits, '.', '_' and '-'");
    Map<String, String> properties = properties(kafka.secret("properties"));
    return servers.flatMap(at -> topic.map(name -> new KafkaTopic(at, name, properties)));
  }

  private static Optional<String> checked(
      Section kafka, String key, Predicate<String> fits, String expected) {
    Optional<String> text = kafka.text(key);
    if (!kafka.has(key)) {
      kafka.missing(key, expected);
    } else if (text.isPresent() && !fits.test(text.get())) {
      kafka.wrong(key, expected);
    }
    return text.filter(fits);
  }

  private Map<String, String> properties(Section section) {
    Map<String, String> properties = new HashMap<>();
    for (String key : section.keys()) {
      Optional<String> text = section.text(key);
      if (KafkaTopic.isProperty(key)) {
        text.map(value -> filledIn(section, key, value))
            .ifPresent(value -> properties.put(key, value));
      } else {
        section.unknown(key, "a property of Kafka's clients that chipwire does not set itself");
      }
    }
    return properties;
  }

  private String filledIn(Section section, String key, String value) {
    Matcher variable = VARIABLE.matcher(value);
    return variable.replaceAll(found -> Matcher.quoteReplacement(valueOf(section, key, found)));
  }

  private String valueOf(Section section, String key, MatchResult variable) {
    String set = environment.get(variable.group(1));
    if (set == null) {
      section.missing(key, "the environment variable " + variable.group(1) + " to be set");
      return "";
    }
    return set;
  }
}
