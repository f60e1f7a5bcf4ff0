package io.chipwire.app;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/** A command line that was run, and what it left: exit code and streams. */
record Run(int code, String out, String err) {

  /** Runs without a terminal and with nothing on standard input. */
  static Run of(String... args) {
    return with("", args);
  }

  /** Runs with that text on standard input. */
  static Run with(String in, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(in.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            new PrintWriter(out),
            new PrintWriter(err, true),
            Map.of(),
            false,
            false);
    return new Run(Chipwire.run(terminal, args), out.toString(), err.toString());
  }

  /** The lines of standard output. */
  List<String> lines() {
    return out.lines().toList();
  }
}
