package io.chipwire.app.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.chipwire.address.AddressRange;
import io.chipwire.archive.WatchedFolder;
import io.chipwire.job.ArticlePipeline;
import io.chipwire.job.LiveOptions;
import io.chipwire.job.StateStore;
import io.chipwire.web.FetchPolicy;
import io.chipwire.web.SourceKind;
import io.chipwire.web.WantedFilings;
import io.chipwire.web.WatchedSource;
import io.chipwire.web.WebAddress;
import io.chipwire.web.WebLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

  private static final Duration LEAST_POLL = Duration.ofMillis(100);
  private static final Duration USUAL_MIN_POLL = Duration.ofMinutes(5);
  private static final Duration USUAL_MAX_POLL = Duration.ofHours(12);
  private static final Duration USUAL_PACE = Duration.ofSeconds(2);
  private static final Duration USUAL_CHECKPOINT = Duration.ofSeconds(10);

  private static final String OWN_NAME = "a name of its own for each source";

  /** A duration as a configuration has it, such as {@code 12h}. */
  public static String print(Duration duration) {
    return DurationText.print(duration);
  }

  private final Section root;
  private final Path folder;
  private final List<String> problems;
  private final List<WatchedFolder> folders = new ArrayList<>();

  private RunConfig(Section root, Path folder, List<String> problems) {
    this.root = root;
    this.folder = folder;
    this.problems = problems;
  }

  /**
   * Reads a file.
   *
   * @param index overrules the index folder in the file; null to take that one, which is relative
   *     to the file
   * @throws ConfigException with all its mistakes
   * @throws IOException if it cannot be read
   */
  public static LiveOptions read(Path file, @Nullable Path index)
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
    Optional<LiveOptions> options = new RunConfig(root, folder, problems).options(index);
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
    List<WatchedSource> sources = sources(index);
    if (!root.has("contact") && (folders.isEmpty() || !sources.isEmpty())) {
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
    root.refuseOthers();
    if (!problems.isEmpty() || index == null) {
      return Optional.empty();
    }
    return Optional.of(
        new LiveOptions(index, sources, policy, pace, parallelism, checkpoint)
            .withFolders(folders)
            .withState(state));
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

  private List<WatchedSource> sources(@Nullable Path index) {
    Section poll = root.section("poll");
    Duration min = poll.duration("min", LEAST_POLL).orElse(USUAL_MIN_POLL);
    Duration max = poll.duration("max", LEAST_POLL).orElse(longer(USUAL_MAX_POLL, min));
    poll.refuseOthers();
    if (min.compareTo(max) > 0) {
      poll.wrong("max", "no less than min");
    }
    int before = problems.size();
    List<WatchedSource> sources = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Section section : root.sections("sources")) {
      if (section.has("folder") && kinds(section).isEmpty()) {
        SourceSections.folder(section, folder, index, LEAST_POLL)
            .ifPresent(
                watched -> {
                  folders.add(watched);
                  if (!names.add(watched.name())) {
                    section.wrong(section.has("name") ? "name" : "folder", OWN_NAME);
                  }
                });
        continue;
      }
      source(section, min, max)
          .ifPresent(
              source -> {
                sources.add(source);
                if (!names.add(source.name())) {
                  section.wrong(section.has("name") ? "name" : key(source.kind()), OWN_NAME);
                }
              });
    }
    if (sources.isEmpty() && folders.isEmpty() && problems.size() == before) {
      root.missing("sources", "at least one with a feed, sitemap, list, filings or folder");
    }
    return sources;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static String key(SourceKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static List<SourceKind> kinds(Section section) {
    List<SourceKind> kinds = new ArrayList<>();
    for (SourceKind kind : SourceKind.values()) {
      if (section.has(key(kind))) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  private Optional<WatchedSource> source(Section section, Duration usualMin, Duration usualMax) {
    List<SourceKind> kinds = kinds(section);
    Optional<String> name = section.text("name");
    if (name.filter(WebLink.REPLAY::equals).isPresent()) {
      section.wrong("name", "another name, as this one is for what chipwire rejected replays");
    }
    Optional<Duration> maxAge = section.duration("max-age", Duration.ofSeconds(1));
    boolean obeysOptOuts =
        section
            .choice("opt-outs", List.of("obey", "ignore"))
            .map(choice -> choice.equals("obey"))
            .orElse(true);
    Section poll = section.section("poll");
    Duration min = poll.duration("min", LEAST_POLL).orElse(usualMin);
    Duration max = poll.duration("max", LEAST_POLL).orElse(longer(usualMax, min));
    poll.refuseOthers();
    WantedFilings filings =
        kinds.contains(SourceKind.FILINGS)
            ? SourceSections.filings(section)
            : WantedFilings.CURRENT_REPORTS;
    section.refuseOthers();
    if (min.compareTo(max) > 0) {
      poll.wrong(poll.has("max") ? "max" : "min", "min no longer than max");
      return Optional.empty();
    }
    if (kinds.size() != 1 || section.has("folder")) {
      String expected = "exactly one of feed, sitemap, list, filings and folder";
      if (kinds.isEmpty()) {
        section.missing("feed", expected);
      } else {
        section.wrong(kinds.size() > 1 ? key(kinds.get(1)) : "folder", expected);
      }
      return Optional.empty();
    }
    SourceKind kind = kinds.getFirst();
    Optional<String> url = section.text(key(kind));
    if (url.isPresent() && WebAddress.parse(url.get(), null).isEmpty()) {
      section.wrong(key(kind), "an http or https address");
      return Optional.empty();
    }
    return url.map(
        address ->
            new WatchedSource(
                name.orElse(address),
                kind,
                address,
                min,
                max,
                maxAge.orElse(null),
                obeysOptOuts,
                filings));
  }
}
