package io.chipwire.app;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The ends of a run: streams, the environment, and what of it is a person at a terminal.
 *
 * @param in standard input
 * @param out results, in UTF-8
 * @param err messages, in UTF-8, flushed at each line end
 * @param environment the environment variables
 * @param outIsTerminal whether a person reads {@code out}
 * @param errIsTerminal whether a person reads {@code err}
 */
record Terminal(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    Map<String, String> environment,
    boolean outIsTerminal,
    boolean errIsTerminal) {

  private static final int BUFFER_CHARS = 1 << 16;
  private static final int USUAL_COLUMNS = 100;

  /**
   * The process's own ends. The launcher says in {@code chipwire.terminal} which of {@code out} and
   * {@code err} are terminals; Java alone cannot tell the two apart.
   */
  static Terminal ofProcess() {
    String terminals = System.getProperty("chipwire.terminal", "");
    return new Terminal(
        System.in,
        new PrintWriter(utf8(FileDescriptor.out, BUFFER_CHARS), false),
        new PrintWriter(utf8(FileDescriptor.err, 512), true),
        System.getenv(),
        terminals.contains("out"),
        terminals.contains("err"));
  }

  /** Whether results may be coloured: on a terminal, unless NO_COLOR (no-color.org) is set. */
  boolean colour() {
    return outIsTerminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  /** How wide the terminal is, in characters; 100 where the launcher could not tell. */
  int columns() {
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : USUAL_COLUMNS;
  }

  /** Whether the reader of {@code out} is gone, as in {@code chipwire … | head}. Flushes. */
  boolean outGone() {
    return out.checkError();
  }

  /** Whether failures are to be shown with their stack. */
  boolean debug() {
    return "debug".equalsIgnoreCase(environment.get("CHIPWIRE_LOG"));
  }

  private static BufferedWriter utf8(FileDescriptor descriptor, int chars) {
    OutputStream stream = new FileOutputStream(descriptor);
    return new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), chars);
  }
}
