package io.chipwire.app;

import java.util.Locale;
import org.apache.logging.log4j.core.config.Configurator;

/** How the log on stderr is written; {@code log4j2.xml} says what each looks like. */
enum LogFormat {
  /** A line for eyes. */
  TEXT,
  /** A JSON object a line, in the Elastic Common Schema. */
  JSON;

  /** Writes it so from now on, whatever {@code CHIPWIRE_LOG_FORMAT} says. */
  void apply() {
    System.setProperty("chipwire.log.format", name().toLowerCase(Locale.ROOT));
    Configurator.reconfigure();
  }
}
