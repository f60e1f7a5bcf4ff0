package io.chipwire.quantity;

import io.chipwire.quantity.Numeral.Shape;
import io.chipwire.quantity.Vocabulary.Form;
import io.chipwire.quantity.Vocabulary.Magnitude;
import io.chipwire.quantity.Vocabulary.Order;
import io.chipwire.quantity.Vocabulary.Word;
import io.chipwire.quantity.Vocabulary.WordKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads numbers, in digits and in words, with their magnitudes. */
final class NumeralReader {

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Set<String> VAGUE = Set.of("several", "few", "multiple", "many");
  private static final Set<String> SPACED_LETTERS = Set.of("M", "B", "T", "m", "b");

  private final Vocabulary vocabulary;

  NumeralReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The numeral that begins at a piece, or null. */
  @Nullable Numeral read(Line line, int at, boolean money) {
    Piece piece = line.at(at);
    if (piece.isNumber()) {
      return digits(line, at, money);
    }
    if (!piece.isWord()) {
      return null;
    }
    Numeral vague = vague(line, at);
    return vague != null ? vague : words(line, at);
  }

  private @Nullable Numeral digits(Line line, int at, boolean money) {
    BigDecimal value = line.at(at).value();
    if (value == null) {
      return null;
    }
    int end = at + 1;
    if (line.follows(end, "and", "a", "half")) {
      value = value.add(HALF);
      end += 3;
    }
    return scaled(line, Shape.DIGITS, value, end, money);
  }

  /** Applies the magnitudes that follow: "1.2 lakh crore". */
  private Numeral scaled(Line line, Shape shape, BigDecimal raw, int end, boolean money) {
    BigDecimal factor = BigDecimal.ONE;
    boolean letter = false;
    while (true) {
      boolean hyphen = line.at(end).isDash() && line.at(end).glued() && line.at(end + 1).glued();
      int at = hyphen ? end + 1 : end;
      Magnitude magnitude = magnitude(line, shape, at, hyphen, money);
      if (magnitude == null || letter) {
        return Numeral.point(shape, raw, factor, end, letter);
      }
      factor = factor.multiply(magnitude.factor());
      letter = magnitude.form() == Form.LETTER;
      end = at + 1;
    }
  }

  private @Nullable Magnitude magnitude(
      Line line, Shape shape, int at, boolean hyphen, boolean money) {
    Piece piece = line.at(at);
    if (!piece.isWord()) {
      return null;
    }
    Magnitude magnitude = vocabulary.magnitude(piece);
    if (magnitude == null) {
      return null;
    }
    boolean attached = piece.glued() && !hyphen;
    return switch (magnitude.form()) {
      case WORD -> magnitude;
      case SHORT -> {
        boolean millimetre = piece.is("mm") && !money;
        boolean unit = piece.is("tr") && !money;
        yield shape == Shape.DIGITS && !millimetre && !unit && (attached || !hyphen)
            ? magnitude
            : null;
      }
      case LETTER -> {
        boolean spaced =
            money
                && !hyphen
                && SPACED_LETTERS.contains(piece.text())
                && !line.at(at + 1).isDash()
                && !line.at(at + 1).is("&");
        boolean screen = piece.text().equals("K") && line.at(at - 1).text().length() == 1 && !money;
        yield shape == Shape.DIGITS && ((attached && !screen) || spaced) ? magnitude : null;
      }
    };
  }

  /** "Tens of billions", "several hundred million", "multi-billion". */
  private @Nullable Numeral vague(Line line, int at) {
    Piece piece = line.at(at);
    Order order = vocabulary.orders.get(piece.lower());
    if (order != null) {
      BigDecimal low = order.low();
      BigDecimal high = order.high();
      int end = at + 1;
      while (line.at(end).is("of")) {
        Order next = vocabulary.orders.get(line.at(end + 1).lower());
        Magnitude magnitude = vocabulary.magnitude(line.at(end + 1));
        if (next != null) {
          low = low.multiply(next.low());
          high = high == null ? null : high.multiply(next.low());
        } else if (magnitude != null && magnitude.form() == Form.WORD) {
          low = low.multiply(magnitude.factor());
          high = high == null ? null : high.multiply(magnitude.factor());
        } else {
          break;
        }
        end += 2;
      }
      return new Numeral(Shape.ORDER, low, high, low, BigDecimal.TEN, end, false);
    }
    if (VAGUE.contains(piece.lower())) {
      boolean hundred = line.at(at + 1).is("hundred");
      Numeral one =
          hundred
              ? scaled(line, Shape.WORDS, HUNDRED, at + 2, false)
              : scaled(line, Shape.WORDS, BigDecimal.ONE, at + 1, false);
      if (hundred || one.isScaled()) {
        BigDecimal high = one.low().multiply(BigDecimal.TEN);
        return new Numeral(
            Shape.ORDER, one.low(), high, one.low(), BigDecimal.TEN, one.end(), false);
      }
      boolean several = piece.is("multiple") || piece.is("several");
      return several ? open(BigDecimal.ONE, at + 1) : null;
    }
    return multi(line, at);
  }

  private @Nullable Numeral multi(Line line, int at) {
    Piece piece = line.at(at);
    if (piece.is("multi") && line.at(at + 1).isDash()) {
      Numeral one = scaled(line, Shape.WORDS, BigDecimal.ONE, at + 2, false);
      return open(one.low(), one.end());
    }
    if (piece.lower().startsWith("multi") && piece.lower().length() > "multi".length()) {
      String rest = piece.lower().substring("multi".length());
      Magnitude magnitude =
          vocabulary.magnitude(
              Piece.of(Piece.Kind.WORD, rest, 0, rest.length(), -1, -1, false, null));
      if (magnitude != null && magnitude.form() == Form.WORD) {
        return open(magnitude.factor(), at + 1);
      }
    }
    return null;
  }

  private static Numeral open(BigDecimal low, int end) {
    return new Numeral(Shape.OPEN, low, null, low, BigDecimal.ONE, end, false);
  }

  private @Nullable Numeral words(Line line, int at) {
    Piece piece = line.at(at);
    if (piece.is("half")) {
      boolean article = line.at(at + 1).is("a") || line.at(at + 1).is("an");
      boolean hyphen = line.at(at + 1).isDash();
      return article || hyphen || vocabulary.magnitude(line.at(at + 1)) != null
          ? scaled(line, Shape.WORDS, HALF, at + (article || hyphen ? 2 : 1), false)
          : null;
    }
    if (piece.is("a") || piece.is("an")) {
      if (line.at(at + 1).is("hundred") || line.at(at + 1).is("thousand")) {
        return cardinal(line, at);
      }
      int next = line.at(at + 1).is("full") || line.at(at + 1).is("whole") ? at + 2 : at + 1;
      Numeral one = scaled(line, Shape.WORDS, BigDecimal.ONE, next, false);
      if (line.follows(one.end(), "and", "a", "half") && one.isScaled()) {
        return Numeral.point(Shape.WORDS, one.raw().add(HALF), one.factor(), one.end() + 3, false);
      }
      return one;
    }
    return cardinal(line, at);
  }

  /** "Two hundred and five thousand", "twenty-five", "two and a half million". */
  private @Nullable Numeral cardinal(Line line, int at) {
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal current = BigDecimal.ZERO;
    BigDecimal last = BigDecimal.ONE;
    boolean any = false;
    boolean unit = false;
    boolean ten = false;
    int end = at;
    if (line.at(at).is("a") || line.at(at).is("an")) {
      current = BigDecimal.ONE;
      any = true;
      end = at + 1;
    }
    while (true) {
      int next = end;
      if (any && line.at(next).isDash() && line.at(next).glued()) {
        next++;
      } else if (any && line.at(next).is("and") && last.compareTo(BigDecimal.ONE) > 0) {
        next++;
      }
      Word word = line.at(next).isWord() ? vocabulary.numbers.get(line.at(next).lower()) : null;
      if (word == null) {
        Magnitude magnitude = any ? vocabulary.magnitude(line.at(next)) : null;
        boolean joined = next == end || line.at(next - 1).isDash();
        if (magnitude == null || magnitude.form() != Form.WORD || !joined) {
          break;
        }
        if (magnitude.factor().compareTo(BigDecimal.valueOf(1000)) >= 0) {
          last = magnitude.factor();
          // "One hundred thousand million" does not occur; what follows is smaller.
          total = total.add(current.multiply(magnitude.factor()));
          current = BigDecimal.ZERO;
        } else {
          current = current.multiply(magnitude.factor());
        }
        unit = false;
        ten = false;
      } else if (word.kind() == WordKind.HUNDRED) {
        if (!any) {
          break;
        }
        current = current.multiply(word.value());
        last = word.value();
        unit = false;
        ten = false;
      } else {
        boolean fits = word.kind() == WordKind.TEN ? !unit && !ten : !unit;
        boolean teenBehindTen = ten && word.value().compareTo(BigDecimal.TEN) >= 0;
        if (!fits || teenBehindTen) {
          break;
        }
        current = current.add(word.value());
        unit = word.kind() == WordKind.UNIT;
        ten = ten || word.kind() == WordKind.TEN;
      }
      any = true;
      end = next + 1;
    }
    if (!any) {
      return null;
    }
    if (line.follows(end, "and", "a", "half") && last.compareTo(BigDecimal.ONE) == 0) {
      return scaled(line, Shape.WORDS, current.add(HALF), end + 3, false);
    }
    BigDecimal value = total.add(current);
    BigDecimal factor = current.signum() == 0 ? last : BigDecimal.ONE;
    return Numeral.point(
        Shape.WORDS, value.divide(factor, MathContext.DECIMAL64), factor, end, false);
  }
}
