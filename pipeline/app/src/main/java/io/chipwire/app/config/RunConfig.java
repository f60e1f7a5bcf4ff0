package io.chipwire.app.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.chipwire.address.AddressRange;
import io.chipwire.job.ArticlePipeline;
import io.chipwire.job.LiveOptions;
import io.chipwire.job.StateStore;
import io.chipwire.job.monitor.MonitorAddress;
import io.chipwire.kafka.Topics;
import io.chipwire.web.FetchPolicy;
import io.chipwire.web.WebAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what {@code chipwire run} is to do. */
public final class RunConfig {

  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private static final List<String> STATE_STORES =
      Arrays.stream(StateStore.values())
          .map(store -> store.name().toLowerCase(Locale.ROOT))
          .toList();

  private static final long MAX_BYTES = 4 << 20;

  private static final Duration USUAL_PACE = Duration.ofSeconds(2);
  private static final Duration USUAL_CHECKPOINT = Duration.ofSeconds(10);

  /** Where Prometheus looks for Flink. */
  private static final int USUAL_MONITORING_PORT = 9249;

  /** A duration as a configuration has it, such as {@code 12h}. */
  public static String print(Duration duration) {
    return DurationText.print(duration);
  }

  private final Section root;
  private final Path folder;
  private final TopicConfig topics;
  private final List<String> problems;

  private RunConfig(Section root, Path folder, TopicConfig topics, List<String> problems) {
    this.root = root;
    this.folder = folder;
    this.topics = topics;
    this.problems = problems;
  }

  /**
   * Reads a file.
   *
   * @param index overrules the index folder in the file; null to take that one, which is relative
   *     to the file
   * @param environment what {@code ${NAME}} in the properties of a topic is looked up in
   * @throws ConfigException with all its mistakes
   * @throws IOException if it cannot be read
   */
  public static LiveOptions read(Path file, @Nullable Path index, Map<String, String> environment)
      throws IOException, ConfigException {
    if (Files.size(file) > MAX_BYTES) {
      throw new ConfigException(
          List.of(file + ": longer than " + MAX_BYTES + " bytes; expected a configuration"));
    }
    JsonNode tree;
    try {
      tree = YAML.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new ConfigException(List.of(file + ": " + syntax(e)));
    }
    List<String> problems = new ArrayList<>();
    Section root = Section.root(file.toString(), tree, problems);
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    Optional<LiveOptions> options =
        new RunConfig(root, folder, new TopicConfig(environment), problems).options(index);
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    return options.orElseThrow();
  }

  private static String syntax(JsonProcessingException e) {
    String place =
        e.getLocation() == null
            ? ""
            : "line "
                + e.getLocation().getLineNr()
                + ", column "
                + e.getLocation().getColumnNr()
                + ": ";
    String said = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("broken");
    return place + said + "; expected YAML";
  }

  /** Empty only if there are problems. */
  private Optional<LiveOptions> options(@Nullable Path given) {
    Optional<String> contact = root.text("contact").filter(this::isContact);
    Path index = given == null ? index() : given;
    root.has("index");
    SourcesConfig sources = SourcesConfig.read(root, folder, index, topics, problems);
    if (!root.has("contact") && !sources.leaveTheWebAlone()) {
      root.missing("contact", "an e-mail address or a page, for the owners of the sites asked");
    }
    int cores = Runtime.getRuntime().availableProcessors();
    int parallelism = root.number("parallelism", 1, ArticlePipeline.MAX_PARALLELISM).orElse(cores);
    Duration checkpoint =
        root.duration("checkpoint-interval", Duration.ofMillis(100)).orElse(USUAL_CHECKPOINT);
    StateStore state =
        root.choice("state", STATE_STORES)
            .map(word -> StateStore.valueOf(word.toUpperCase(Locale.ROOT)))
            .orElse(null);
    Section fetch = root.section("fetch");
    Duration pace = fetch.duration("pace", Duration.ZERO).orElse(USUAL_PACE);
    FetchPolicy policy = policy(fetch, contact.orElse("nobody"));
    Topics ends = topics.all(root, sources.pages(), index, checkpoint);
    Optional<MonitorAddress> monitoring = monitoring();
    root.refuseOthers();
    if (!problems.isEmpty() || index == null) {
      return Optional.empty();
    }
    return Optional.of(
        new LiveOptions(index, sources.web(), policy, pace, parallelism, checkpoint)
            .withFolders(sources.folders())
            .withTopics(ends)
            .withState(state)
            .monitored(monitoring.orElse(null)));
  }

  /** Off unless it is there: two runs on one machine would want the same port. */
  private Optional<MonitorAddress> monitoring() {
    boolean wanted = root.has("monitoring");
    Section monitoring = root.section("monitoring");
    int port = monitoring.number("port", 0, 65_535).orElse(USUAL_MONITORING_PORT);
    String host = monitoring.text("host").orElse(MonitorAddress.LOOPBACK);
    monitoring.refuseOthers();
    return wanted ? Optional.of(new MonitorAddress(host, port)) : Optional.empty();
  }

  private boolean isContact(String text) {
    boolean fine =
        (text.contains("@") || WebAddress.parse(text, null).isPresent())
            && text.chars().allMatch(c -> c > ' ' && c <= '~' && c != '(' && c != ')');
    if (!fine) {
      root.wrong("contact", "an e-mail address or the address of a page");
    }
    return fine;
  }

  private @Nullable Path index() {
    Optional<String> text = root.text("index");
    if (!root.has("index")) {
      root.missing("index", "a folder, here or by --index");
    }
    try {
      return text.map(folder::resolve).orElse(null);
    } catch (InvalidPathException e) {
      root.wrong("index", "a folder");
      return null;
    }
  }

  private static FetchPolicy policy(Section fetch, String contact) {
    FetchPolicy usual = FetchPolicy.of(contact);
    FetchPolicy policy =
        usual
            .withLimits(
                fetch.number("max-bytes", 1_000, 64 << 20).orElse(usual.maxBytes()),
                fetch.duration("timeout", Duration.ofMillis(100)).orElse(usual.timeout()))
            .withAttempts(
                fetch.number("attempts", 1, 20).orElse(usual.maxAttempts()),
                fetch.duration("retry-after", Duration.ofMillis(10)).orElse(usual.firstBackoff()))
            .withAllowed(
                fetch.list(
                    "allow-addresses",
                    "an address such as 10.1.2.3 or 10.0.0.0/8",
                    AddressRange::new));
    fetch.refuseOthers();
    return policy;
  }
}
