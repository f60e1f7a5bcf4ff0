package io.chipwire.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.archive.ArchiveListing;
import io.chipwire.archive.ArchiveOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFingerprintTest {

  @TempDir Path folder;

  private String fingerprint(ArchiveOptions options, String... inputs) {
    return InputFingerprint.of(ArchiveListing.of(List.of(inputs)), options, "");
  }

  @Test
  void differsWhereverTheReadingCould() throws IOException {
    Path a = Files.writeString(folder.resolve("a.jsonl"), "one");
    Path b = Files.writeString(folder.resolve("b.jsonl"), "two");
    Set<String> seen = new HashSet<>();

    String first = fingerprint(ArchiveOptions.DEFAULT, a.toString(), b.toString());
    assertThat(first).matches("[0-9a-f]{64}");
    assertThat(fingerprint(ArchiveOptions.DEFAULT, a.toString(), b.toString())).isEqualTo(first);
    seen.add(first);
    assertThat(seen.add(fingerprint(ArchiveOptions.DEFAULT, b.toString(), a.toString()))).isTrue();
    assertThat(seen.add(fingerprint(ArchiveOptions.DEFAULT, a.toString()))).isTrue();
    assertThat(
            seen.add(
                fingerprint(
                    ArchiveOptions.DEFAULT.withCharset("Big5"), a.toString(), b.toString())))
        .isTrue();
    assertThat(seen.add(fingerprint(ArchiveOptions.DEFAULT, a.toString(), b.toString(), "none")))
        .isTrue();
    Files.setLastModifiedTime(a, FileTime.fromMillis(1_000));
    assertThat(seen.add(fingerprint(ArchiveOptions.DEFAULT, a.toString(), b.toString()))).isTrue();
  }
}
