package io.chipwire.job;

import io.chipwire.archive.ArchiveFile;
import io.chipwire.archive.ArchiveListing;
import io.chipwire.archive.ArchiveOptions;
import io.chipwire.article.Rejection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells whether two backfills read the same: the same files in the same order, each of the same
 * size and time of last change, in the same way.
 */
final class InputFingerprint {

  /** To be raised when a checkpoint of the version before can no longer be read. */
  private static final String STATE_VERSION = "1";

  private InputFingerprint() {}

  /**
   * A SHA-256 in hexadecimal digits.
   *
   * @param alerting what else the job does, and has state for; empty for nothing
   */
  static String of(ArchiveListing listing, ArchiveOptions options, String alerting) {
    MessageDigest digest = sha256();
    add(digest, STATE_VERSION);
    add(digest, String.valueOf(options.charset()));
    add(digest, Integer.toString(options.maxRecordBytes()));
    if (!alerting.isEmpty()) {
      add(digest, alerting);
    }
    for (Rejection rejection : listing.rejections()) {
      add(digest, rejection.message());
    }
    for (ArchiveFile file : listing.files()) {
      Path path = Path.of(file.path()).toAbsolutePath();
      add(digest, path.toString());
      add(digest, file.path());
      add(digest, Long.toString(file.bytes()));
      add(digest, modified(path));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String modified(Path path) {
    try {
      return Files.getLastModifiedTime(path).toString();
    } catch (IOException e) {
      return "unreadable";
    }
  }

  private static void add(MessageDigest digest, String value) {
    digest.update(value.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
