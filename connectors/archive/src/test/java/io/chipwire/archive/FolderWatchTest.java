package io.chipwire.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chipwire.article.RejectionReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {

  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @TempDir Path temporary;

  private Path folder = Path.of("");
  private FolderWatch watch = new FolderWatch(FolderState.FRESH);

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("in"));
  }

  private void write(String name, String text, Instant modified) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(modified));
  }

  private FolderWatch.News look() {
    return watch.take(
        FolderLook.into(new WatchedFolder("in", folder.toString(), Duration.ofSeconds(1)), CLOCK));
  }

  private List<String> names() {
    return look().files().stream()
        .map(file -> folder.relativize(Path.of(file.path())).toString())
        .toList();
  }

  @Test
  void givesAFileOutOnceWhenItStoodStillFromOneLookToTheNext() throws IOException {
    write("b.html", "<p>half", NOW.minusSeconds(9));
    assertThat(names()).isEmpty();
    write("b.html", "<p>half and half", NOW.minusSeconds(9));
    write("a/c.jsonl.gz", "x", NOW.minusSeconds(8));
    assertThat(names()).as("it grew").isEmpty();

    assertThat(names()).containsExactly("a/c.jsonl.gz", "b.html");
    assertThat(names()).isEmpty();

    write("b.html", "<p>half and half", NOW.minusSeconds(1));
    assertThat(names()).isEmpty();
    assertThat(names()).as("again when it was changed").containsExactly("b.html");
  }

  @Test
  void ordersRecordsByTheTimeOfTheFileAndNeverBehindTheClock() throws IOException {
    write("a.jsonl", "x", NOW.minusSeconds(9));
    write("b.jsonl", "x", NOW.plus(Duration.ofDays(400)));
    look();

    List<ArchiveFile> files = look().files();

    assertThat(files.get(0).ordinal(0)).isEqualTo(NOW.minusSeconds(9).toEpochMilli());
    assertThat(files.get(0).ordinal(7)).isEqualTo(NOW.minusSeconds(9).toEpochMilli() + 7);
    assertThat(files.get(1).ordinal(0)).isEqualTo(NOW.toEpochMilli());
  }

  @Test
  void leavesOutWhatIsHiddenUnfinishedOrOfNoFormat() throws IOException {
    for (String name :
        List.of(".a.html", "b.html.part", "c.tmp", "d.TMP/e.html", ".f/g.html", "h.pdf")) {
      write(name, "<p>x", NOW);
    }
    write("i.html", "<p>x", NOW);
    look();

    assertThat(names()).containsExactly("i.html");
  }

  @Test
  void goesOnFromItsStateAndForgetsWhatIsGone() throws IOException {
    write("a.html", "<p>a", NOW);
    write("b.html", "<p>b", NOW);
    look();
    assertThat(names()).hasSize(2);

    watch = new FolderWatch(watch.state());
    look();
    assertThat(names()).isEmpty();

    Files.delete(folder.resolve("a.html"));
    look();
    assertThat(watch.state().taken())
        .containsOnlyKeys(folder.resolve("b.html").toString())
        .containsValue(new FileStamp(4, NOW.toEpochMilli()));
    write("a.html", "<p>a", NOW);
    look();
    assertThat(names()).containsExactly("a.html");
  }

  @Test
  void waitsForAFolderThatIsNotThereAndSaysSoOnce() throws IOException {
    write("a.html", "<p>a", NOW);
    look();
    look();
    Path elsewhere = temporary.resolve("elsewhere");
    Files.move(folder, elsewhere);

    assertThat(look().rejections())
        .singleElement()
        .satisfies(
            rejection -> {
              assertThat(rejection.reason()).isEqualTo(RejectionReason.NOT_FOUND);
              assertThat(rejection.message()).isEqualTo(folder + ": no such file or folder");
            });
    assertThat(look().rejections()).isEmpty();
    watch = new FolderWatch(watch.state());
    assertThat(look().rejections()).as("also after a restart").isEmpty();

    Files.move(elsewhere, folder);
    look();
    assertThat(names()).as("what could not be listed was not gone").isEmpty();
    Files.move(folder, elsewhere);
    assertThat(look().rejections()).as("and anew after it was there").hasSize(1);
  }

  @Test
  void saysNothingOfAnEmptyFolder() {
    assertThat(look()).isEqualTo(new FolderWatch.News(List.of(), List.of()));
  }

  @Test
  void survivesLinksThatGoRoundOrNowhere() throws IOException {
    write("a/a.html", "<p>a", NOW);
    Files.createSymbolicLink(folder.resolve("a/round"), folder);
    Files.createSymbolicLink(folder.resolve("nowhere.html"), temporary.resolve("later.html"));
    look();
    assertThat(names()).containsExactly("a/a.html");

    Files.writeString(temporary.resolve("later.html"), "<p>now");
    look();
    assertThat(names()).containsExactly("nowhere.html");
  }

  @Test
  void refusesToLookWithoutAPause() {
    assertThatThrownBy(() -> new WatchedFolder("in", "in", Duration.ZERO))
        .hasMessage("folder in: interval PT0S: expected at least 1 ms");
  }
}
