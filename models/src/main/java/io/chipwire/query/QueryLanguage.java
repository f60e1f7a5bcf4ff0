package io.chipwire.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The door to the query language. Stateless; safe to share between threads. */
public final class QueryLanguage {

  /** Longest query, in UTF-16 code units. */
  public static final int MAX_LENGTH = 8_192;

  /** Most brackets inside one another. */
  public static final int MAX_DEPTH = 20;

  /** Most words, phrases and field conditions. */
  public static final int MAX_CONDITIONS = 256;

  private QueryLanguage() {}

  /**
   * Reads a query.
   *
   * @param names looks names up; use the same for storing and for running a query
   * @throws QuerySyntaxException if the text is no query; nothing else is thrown, whatever the text
   */
  public static Query parse(String text, NameResolver names) throws QuerySyntaxException {
    if (text.length() > MAX_LENGTH) {
      throw new QuerySyntaxException(
          MAX_LENGTH, text.length() + " characters", "at most " + MAX_LENGTH, null);
    }
    if (text.isBlank()) {
      throw new QuerySyntaxException(0, "nothing", "a query; * stands for every article", "*");
    }
    return FactBinder.bind(new QueryParser(text, names).parse());
  }

  /** The page that explains the language to its users, in Markdown. */
  public static String help() {
    try (InputStream page = QueryLanguage.class.getResourceAsStream("query-language.md")) {
      if (page == null) {
        throw new IllegalStateException("query-language.md is not on the class path");
      }
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
