package io.chipwire.query;

import io.chipwire.query.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the grammar:
 *
 * <pre>
 * query       = alternative { OR alternative }
 * alternative = item { item }
 * item        = [-] ( "(" query ")" | condition )
 * </pre>
 *
 * Linear in the text's length; depth and number of conditions are bounded.
 */
final class QueryParser {

  private static final String ITEM = "a word, a \"phrase\", field:value or (";

  private final List<Token> tokens;
  private final Conditions conditions;
  private int at;
  private int depth;
  private int leaves;

  QueryParser(String text, NameResolver names) throws QuerySyntaxException {
    this.tokens = Lexer.tokens(text);
    this.conditions = new Conditions(names);
  }

  Raw parse() throws QuerySyntaxException {
    Raw query = query();
    if (peek().kind() != Kind.END) {
      throw unexpected(peek(), "OR, " + ITEM + " or the end; there is no ( for it");
    }
    return query;
  }

  private Raw query() throws QuerySyntaxException {
    List<Raw.Conjunction> alternatives = new ArrayList<>();
    alternatives.add(alternative());
    while (peek().kind() == Kind.OR) {
      at++;
      alternatives.add(alternative());
    }
    if (alternatives.size() == 1) {
      return alternatives.get(0);
    }
    List<Raw.Conjunction> flat = new ArrayList<>();
    for (Raw.Conjunction alternative : alternatives) {
      Raw.Conjunction inner = withoutBrackets(alternative);
      if (inner.items().size() == 1 && inner.items().get(0) instanceof Raw.Either either) {
        flat.addAll(either.alternatives());
      } else {
        flat.add(inner);
      }
    }
    return new Raw.Either(flat);
  }

  /** Brackets around a whole alternative say nothing. */
  private static Raw.Conjunction withoutBrackets(Raw.Conjunction alternative) {
    Raw.Conjunction inner = alternative;
    while (inner.items().size() == 1 && inner.items().get(0) instanceof Raw.Conjunction bracket) {
      inner = bracket;
    }
    return inner;
  }

  private Raw.Conjunction alternative() throws QuerySyntaxException {
    List<Raw> items = new ArrayList<>();
    while (peek().kind() != Kind.OR && peek().kind() != Kind.CLOSE && peek().kind() != Kind.END) {
      items.add(item());
    }
    if (items.isEmpty()) {
      throw unexpected(peek(), ITEM);
    }
    return new Raw.Conjunction(items);
  }

  private Raw item() throws QuerySyntaxException {
    boolean negated = false;
    while (peek().kind() == Kind.MINUS) {
      negated = !negated;
      at++;
    }
    Raw item = positive();
    if (!negated) {
      return item;
    }
    return item instanceof Raw.Conjunction bracket
            && bracket.items().size() == 1
            && bracket.items().get(0) instanceof Raw.Not not
        ? not.item()
        : new Raw.Not(item);
  }

  private Raw positive() throws QuerySyntaxException {
    Token token = peek();
    switch (token.kind()) {
      case OPEN -> {
        at++;
        if (++depth > QueryLanguage.MAX_DEPTH) {
          throw unexpected(
              token, "at most " + QueryLanguage.MAX_DEPTH + " brackets inside another");
        }
        Raw inner = query();
        if (peek().kind() != Kind.CLOSE) {
          throw unexpected(peek(), ") for the ( at " + token.position());
        }
        at++;
        depth--;
        return inner;
      }
      case TEXT -> {
        at++;
        if (++leaves > QueryLanguage.MAX_CONDITIONS) {
          throw unexpected(token, "at most " + QueryLanguage.MAX_CONDITIONS + " conditions");
        }
        return conditions.read(token);
      }
      default -> throw unexpected(token, ITEM);
    }
  }

  private Token peek() {
    return tokens.get(at);
  }

  private static QuerySyntaxException unexpected(Token token, String expected) {
    String found = token.kind() == Kind.END ? token.text() : "\"" + token.text() + "\"";
    return new QuerySyntaxException(token.position(), found, expected, null);
  }
}
