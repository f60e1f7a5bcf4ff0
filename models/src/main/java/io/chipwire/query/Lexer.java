package io.chipwire.query;

import io.chipwire.query.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a query's text into tokens; linear in its length. */
final class Lexer {

  private static final String QUOTES = "\"“”„";

  private final String text;
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) throws QuerySyntaxException {
    Lexer lexer = new Lexer(text);
    List<Token> tokens = new ArrayList<>();
    do {
      tokens.add(lexer.next());
    } while (tokens.get(tokens.size() - 1).kind() != Kind.END);
    return tokens;
  }

  private Token next() throws QuerySyntaxException {
    while (true) {
      while (at < text.length() && isSpace(text.charAt(at))) {
        at++;
      }
      int start = at;
      if (at == text.length()) {
        return Token.sign(Kind.END, start, "the end");
      }
      char c = text.charAt(at);
      if (c == '(' || c == ')') {
        at++;
        return Token.sign(c == '(' ? Kind.OPEN : Kind.CLOSE, start, String.valueOf(c));
      }
      if (c == '-') {
        at++;
        if (at < text.length() && !isSpace(text.charAt(at))) {
          return Token.sign(Kind.MINUS, start, "-");
        }
        continue; // a dash between words
      }
      if (isQuote(c)) {
        return new Token(Kind.TEXT, start, null, quoted(), true, false);
      }
      String word = word();
      switch (word) {
        case "OR", "|", "||" -> {
          return Token.sign(Kind.OR, start, word);
        }
        case "NOT" -> {
          return Token.sign(Kind.MINUS, start, word);
        }
        case "AND", "&&" -> {
          // What stands side by side is joined by "and" anyway.
        }
        default -> {
          return wordOrField(word, start);
        }
      }
    }
  }

  private Token wordOrField(String word, int start) throws QuerySyntaxException {
    int colon = word.indexOf(':');
    if (colon <= 0 || !isFieldName(word.substring(0, colon))) {
      return new Token(Kind.TEXT, start, null, word, false, false);
    }
    String field = word.substring(0, colon);
    String value = word.substring(colon + 1);
    boolean quoted = value.isEmpty() && at < text.length() && isQuote(text.charAt(at));
    boolean plus;
    if (quoted) {
      value = quoted();
      plus = at < text.length() && text.charAt(at) == '+';
      at += plus ? 1 : 0;
    } else {
      plus = value.length() > 1 && value.endsWith("+");
      value = plus ? value.substring(0, value.length() - 1) : value;
    }
    return new Token(Kind.TEXT, start, field, value, quoted, plus);
  }

  private String word() {
    int start = at;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isSpace(c) || c == '(' || c == ')' || isQuote(c)) {
        break;
      }
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted() throws QuerySyntaxException {
    int start = at++;
    while (at < text.length() && !isQuote(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      throw new QuerySyntaxException(start, text.substring(start), "a closing quote", null);
    }
    return text.substring(start + 1, at++);
  }

  /** The text without blanks at its ends and with single spaces inside. */
  static String spaced(String text) {
    StringBuilder spaced = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (!isSpace(c)) {
        spaced.append(c);
      } else if (spaced.length() > 0 && spaced.charAt(spaced.length() - 1) != ' ') {
        spaced.append(' ');
      }
    }
    return spaced.toString().strip();
  }

  private static boolean isFieldName(String name) {
    return name.chars().allMatch(c -> Character.isLetter(c) || c == '_');
  }

  private static boolean isQuote(char c) {
    return QUOTES.indexOf(c) >= 0;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }
}
