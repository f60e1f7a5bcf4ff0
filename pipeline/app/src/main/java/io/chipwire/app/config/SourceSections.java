package io.chipwire.app.config;

import io.chipwire.archive.WatchedFolder;
import io.chipwire.web.WantedFilings;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What only some kinds of sources have in their sections. */
final class SourceSections {

  /** A file is read after two looks, so this is also how soon. */
  private static final Duration USUAL_INTERVAL = Duration.ofSeconds(10);

  private static final List<String> FORMS =
      WantedFilings.CURRENT_REPORTS.forms().stream().sorted().toList();

  private static final long MAX_CIK = 9_999_999_999L;

  private SourceSections() {}

  /** The filings that a section wants; its other keys are read elsewhere. */
  static WantedFilings filings(Section section) {
    List<String> forms =
        section.list("forms", "one of " + String.join(", ", FORMS), SourceSections::form);
    List<Long> ciks =
        section.numbers(
            "ciks",
            "a Central Index Key of 1 to 10 digits; in quotes if it begins with 0",
            MAX_CIK);
    return new WantedFilings(
        forms.isEmpty() ? WantedFilings.CURRENT_REPORTS.forms() : Set.copyOf(forms),
        Set.copyOf(ciks));
  }

  private static String form(String text) {
    if (!FORMS.contains(text)) {
      throw new IllegalArgumentException("not a form that holds press releases");
    }
    return text;
  }

  /**
   * A watched folder.
   *
   * @param base what a relative path refers to
   * @param index the index folder; null if it is not known
   * @param least the shortest interval allowed
   */
  static Optional<WatchedFolder> folder(
      Section section, Path base, @Nullable Path index, Duration least) {
    Optional<String> name = section.text("name");
    Optional<String> text = section.text("folder");
    Section poll = section.section("poll");
    Duration interval = poll.duration("min", least).orElse(USUAL_INTERVAL);
    poll.refuseOthers();
    section.refuseOthers();
    try {
      Optional<Path> path = text.map(folder -> base.resolve(folder).normalize());
      if (index != null && path.filter(folder -> holds(folder, index)).isPresent()) {
        section.wrong("folder", "a folder that does not hold the index");
        return Optional.empty();
      }
      return path.map(
          folder ->
              new WatchedFolder(name.orElse(text.orElseThrow()), folder.toString(), interval));
    } catch (InvalidPathException e) {
      section.wrong("folder", "a folder");
      return Optional.empty();
    }
  }

  /** What is rejected is written below the index: it would be read, rejected and written again. */
  private static boolean holds(Path folder, Path index) {
    return real(index).startsWith(real(folder)) || real(folder).startsWith(real(index));
  }

  /** Without the links on the way, as far as it is there. */
  private static Path real(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    try {
      return absolute.toRealPath();
    } catch (IOException notThere) {
      Path parent = absolute.getParent();
      return parent == null ? absolute : real(parent).resolve(absolute.getFileName());
    }
  }
}
