package io.chipwire.app.config;

import io.chipwire.archive.WatchedFolder;
import io.chipwire.kafka.PageTopic;
import io.chipwire.web.SourceKind;
import io.chipwire.web.WantedFilings;
import io.chipwire.web.WatchedSource;
import io.chipwire.web.WebAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sources of a configuration, of whatever kind.
 *
 * @param web feeds, sitemaps, lists and filings
 * @param folders on disk
 * @param pages topics
 */
record SourcesConfig(List<WatchedSource> web, List<WatchedFolder> folders, List<PageTopic> pages) {

  private static final Duration LEAST_POLL = Duration.ofMillis(100);
  private static final Duration USUAL_MIN_POLL = Duration.ofMinutes(5);
  private static final Duration USUAL_MAX_POLL = Duration.ofHours(12);

  private static final String KINDS = "feed, sitemap, list, filings, folder and kafka";

  /**
   * Reads {@code sources} and {@code poll}.
   *
   * @param base what relative folders refer to
   * @param index the index folder; null if it is not known
   */
  static SourcesConfig read(
      Section root, Path base, @Nullable Path index, TopicConfig topics, List<String> problems) {
    Section poll = root.section("poll");
    Duration min = poll.duration("min", LEAST_POLL).orElse(USUAL_MIN_POLL);
    Duration max = poll.duration("max", LEAST_POLL).orElse(longer(USUAL_MAX_POLL, min));
    poll.refuseOthers();
    if (min.compareTo(max) > 0) {
      poll.wrong("max", "no less than min");
    }
    int before = problems.size();
    SourcesConfig sources =
        new SourcesConfig(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Set<String> names = new HashSet<>();
    for (Section section : root.sections("sources")) {
      sources
          .add(section, base, index, topics, min, max)
          .ifPresent(
              source -> {
                if (!names.add(source.name)) {
                  section.wrong(
                      section.has("name") ? "name" : source.key,
                      "a name of its own for each source");
                }
              });
    }
    if (sources.isEmpty() && problems.size() == before) {
      root.missing("sources", "at least one with a feed, sitemap, list, filings, folder or kafka");
    }
    return sources;
  }

  private record Named(String name, String key) {}

  /** Whether none of them asks anybody's site. */
  boolean leaveTheWebAlone() {
    return web.isEmpty() && !isEmpty();
  }

  private boolean isEmpty() {
    return web.isEmpty() && folders.isEmpty() && pages.isEmpty();
  }

  /** Empty only if something is wrong with it. */
  private Optional<Named> add(
      Section section,
      Path base,
      @Nullable Path index,
      TopicConfig topics,
      Duration usualMin,
      Duration usualMax) {
    List<SourceKind> kinds = kinds(section);
    List<String> keys = new ArrayList<>(kinds.stream().map(SourcesConfig::key).toList());
    List.of("folder", "kafka").stream().filter(section::holds).forEach(keys::add);
    if (keys.size() > 1) {
      section.wrong(keys.get(1), "exactly one of " + KINDS);
      return Optional.empty();
    }
    if (keys.isEmpty()) {
      section.missing("feed", "exactly one of " + KINDS);
      return Optional.empty();
    }
    String key = keys.getFirst();
    return switch (key) {
      case "folder" ->
          SourceSections.folder(section, base, index, LEAST_POLL)
              .map(
                  folder -> {
                    folders.add(folder);
                    return new Named(folder.name(), key);
                  });
      case "kafka" -> {
        Optional<PageTopic> topic = topics.pages(section, obeysOptOuts(section));
        section.refuseOthers();
        topic.ifPresent(pages::add);
        yield topic.map(found -> new Named(found.name(), key));
      }
      default -> {
        Optional<WatchedSource> source = web(section, kinds.getFirst(), usualMin, usualMax);
        source.ifPresent(web::add);
        yield source.map(found -> new Named(found.name(), key));
      }
    };
  }

  private static Optional<WatchedSource> web(
      Section section, SourceKind kind, Duration usualMin, Duration usualMax) {
    Optional<String> name = section.text("name");
    Optional<Duration> maxAge = section.duration("max-age", Duration.ofSeconds(1));
    boolean obeysOptOuts = obeysOptOuts(section);
    Section poll = section.section("poll");
    Duration min = poll.duration("min", LEAST_POLL).orElse(usualMin);
    Duration max = poll.duration("max", LEAST_POLL).orElse(longer(usualMax, min));
    poll.refuseOthers();
    WantedFilings filings =
        kind == SourceKind.FILINGS
            ? SourceSections.filings(section)
            : WantedFilings.CURRENT_REPORTS;
    Optional<String> url = section.text(key(kind));
    section.refuseOthers();
    if (min.compareTo(max) > 0) {
      poll.wrong(poll.has("max") ? "max" : "min", "min no longer than max");
      return Optional.empty();
    }
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

  private static boolean obeysOptOuts(Section section) {
    return section
        .choice("opt-outs", List.of("obey", "ignore"))
        .map(choice -> choice.equals("obey"))
        .orElse(true);
  }

  private static List<SourceKind> kinds(Section section) {
    List<SourceKind> kinds = new ArrayList<>();
    for (SourceKind kind : SourceKind.values()) {
      if (section.holds(key(kind))) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  private static String key(SourceKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
