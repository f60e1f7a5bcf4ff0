package io.chipwire.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a store is: a file, or a database. Immutable. {@code toString} leaves user and password out
 * and may be shown and logged.
 */
public final class StoreLocation {

  private static final Pattern SECRET =
      Pattern.compile("(?i)([?&](?:user|password|sslpassword|sslkey)=)[^&]*");
  private static final Pattern USER_INFO = Pattern.compile("//[^/@]*@");

  private final String url;
  private final @Nullable Path file;

  private StoreLocation(String url, @Nullable Path file) {
    this.url = url;
    this.file = file;
  }

  /**
   * Reads a location: a path, {@code jdbc:sqlite:PATH} or {@code jdbc:postgresql://…}.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public static StoreLocation of(String text) {
    if (text.startsWith("jdbc:postgresql:")) {
      return new StoreLocation(text, null);
    }
    if (text.startsWith("jdbc:sqlite:")) {
      return ofFile(text.substring("jdbc:sqlite:".length()));
    }
    if (text.startsWith("jdbc:")) {
      throw new IllegalArgumentException(
          "store "
              + masked(text)
              + ": expected a file, jdbc:sqlite:PATH or jdbc:postgresql://HOST/DATABASE");
    }
    return ofFile(text);
  }

  private static StoreLocation ofFile(String path) {
    try {
      if (path.isBlank() || path.startsWith(":")) {
        throw new IllegalArgumentException("store \"" + path + "\": expected the path of a file");
      }
      Path file = Path.of(path).toAbsolutePath();
      return new StoreLocation("jdbc:sqlite:" + file, file);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("store \"" + path + "\": expected a path", e);
    }
  }

  /** The JDBC URL, with what it has of secrets. */
  String url() {
    return url;
  }

  /** The SQLite file, or null for a PostgreSQL database. */
  @Nullable Path file() {
    return file;
  }

  private static String masked(String url) {
    return USER_INFO.matcher(SECRET.matcher(url).replaceAll("$1…")).replaceAll("//…@");
  }

  @Override
  public String toString() {
    return file == null ? masked(url) : file.toString();
  }
}
