package io.chipwire.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into {@code version.properties}. */
final class Version implements IVersionProvider {

  /** Our version, and the Java that runs it. */
  @Override
  public String[] getVersion() {
    return new String[] {
      "chipwire " + number(), "Java " + Runtime.version() + ", " + System.getProperty("os.name")
    };
  }

  /** Our version alone, such as {@code 0.1.0}. */
  static String number() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
