package io.chipwire.app.config;

import java.util.List;

/** A configuration with mistakes. The message has a line for each. */
public final class ConfigException extends Exception {

  private static final long serialVersionUID = 1;

  ConfigException(List<String> problems) {
    super(String.join("\n", problems));
  }
}
