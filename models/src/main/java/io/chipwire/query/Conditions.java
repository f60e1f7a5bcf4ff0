package io.chipwire.query;

import io.chipwire.fact.Bound;
import io.chipwire.fact.CommitmentKind;
import io.chipwire.fact.CommitmentStatus;
import io.chipwire.fact.Direction;
import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Labelled;
import io.chipwire.fact.Metric;
import io.chipwire.signal.SignalKind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads single conditions: words, phrases, and {@code field:value}. */
final class Conditions {

  private static final Pattern DAY = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");
  private static final Pattern PERIOD = Pattern.compile("(FY)?(\\d{4})(?:([QH])(\\d)|-(\\d{2}))?");

  private final NameResolver names;

  Conditions(NameResolver names) {
    this.names = names;
  }

  Raw.Leaf read(Token token) throws QuerySyntaxException {
    if (token.field() == null) {
      return new Raw.Leaf(text(token), Set.of());
    }
    Optional<Field> known = Labelled.find(Field.class, token.field());
    if (known.isEmpty()) {
      throw new QuerySyntaxException(
          token.position(),
          "\"" + token.field() + ":\"",
          "one of the fields " + Labelled.labels(Field.class) + " (or quotes around the words)",
          Spelling.nearest(token.field(), labels(Field.class))
              .map(label -> label + ":" + token.text())
              .orElse(null));
    }
    Field field = known.get();
    int position = token.position() + token.field().length() + 1;
    String value = Lexer.spaced(token.text());
    if (value.isEmpty()) {
      throw new QuerySyntaxException(
          position, "nothing", "a value right behind \"" + field.label() + ":\"", null);
    }
    if (token.plus() && !field.isName()) {
      throw new QuerySyntaxException(
          position,
          "\"" + value + "+\"",
          "no + here; it rolls up names, as in company:amazon+",
          field.label() + ":" + value);
    }
    if (field.isName()) {
      return named(field, value, token.plus(), position);
    }
    if (field.isAmount()) {
      return amount(field, value, position);
    }
    return switch (field) {
      case CONFIDENCE -> confidence(value, position);
      case AFTER, BEFORE -> new Raw.Leaf(new Query.Dated(field, day(value, position)), Set.of());
      case KIND ->
          either(field, value, position, labels(SignalKind.class), labels(CommitmentKind.class));
      case STATUS ->
          either(
              field, value, position, labels(FigureStatus.class), labels(CommitmentStatus.class));
      case METRIC -> is(field, label(Metric.class, field, value, position));
      case BOUND -> is(field, label(Bound.class, field, value, position));
      case DIRECTION -> is(field, label(Direction.class, field, value, position));
      case PERIOD -> is(field, period(value, position));
      case UNIT -> is(field, AmountSyntax.unit(value));
      case LANG -> is(field, language(value, position));
      default -> is(field, fold(value));
    };
  }

  private Query text(Token token) throws QuerySyntaxException {
    String words = Lexer.spaced(token.text());
    if (!token.quoted() && words.equals("*")) {
      return new Query.All();
    }
    if (!token.quoted() && words.indexOf('*') >= 0) {
      throw new QuerySyntaxException(
          token.position(),
          "\"" + words + "\"",
          "whole words; * stands alone, for every article",
          null);
    }
    if (words.isEmpty()) {
      throw new QuerySyntaxException(token.position(), "\"\"", "words between the quotes", null);
    }
    return new Query.Text(
        words, token.quoted() && words.indexOf(' ') >= 0, names.idsOfWords(words));
  }

  private Raw.Leaf named(Field field, String name, boolean rollUp, int position)
      throws QuerySyntaxException {
    List<String> found = names.ids(name, field.entityType());
    String id = found.isEmpty() ? slug(name) : found.get(0);
    if (id.isEmpty()) {
      throw new QuerySyntaxException(position, "\"" + name + "\"", "a name", null);
    }
    Set<String> ids = new LinkedHashSet<>(List.of(id));
    ids.addAll(found);
    if (rollUp) {
      List.copyOf(ids).forEach(member -> ids.addAll(names.family(member)));
    }
    return new Raw.Leaf(new Query.Named(field, id, rollUp, List.copyOf(ids)), field.kinds());
  }

  private static Raw.Leaf amount(Field field, String value, int position)
      throws QuerySyntaxException {
    AmountRange range = AmountSyntax.parse(value, position);
    if (field == Field.CHANGE && (range.first().signum() < 0)) {
      throw new QuerySyntaxException(
          position,
          "\"" + value + "\"",
          "how much it changed, without a sign, and direction:down beside it",
          null);
    }
    return new Raw.Leaf(new Query.Within(field, range), field.kinds());
  }

  private static Raw.Leaf confidence(String value, int position) throws QuerySyntaxException {
    AmountRange range = AmountSyntax.parse(value, position);
    boolean share =
        range.unit() == null
            && isShare(range.first())
            && (range.second() == null || isShare(range.second()));
    if (!share) {
      throw new QuerySyntaxException(
          position, "\"" + value + "\"", "limits between 0 and 1, such as >0.85", null);
    }
    return new Raw.Leaf(new Query.Within(Field.CONFIDENCE, range), Field.CONFIDENCE.kinds());
  }

  private static boolean isShare(BigDecimal number) {
    return number.signum() >= 0 && number.compareTo(BigDecimal.ONE) <= 0;
  }

  /** A value of one of two vocabularies; which one says what it is about. */
  private static Raw.Leaf either(
      Field field, String value, int position, List<String> first, List<String> second)
      throws QuerySyntaxException {
    Query.Is is = new Query.Is(field, value.toLowerCase(Locale.ROOT));
    Set<FactKind> kinds = kinds(is);
    if (kinds.isEmpty()) {
      throw notOneOf(field, value, position, Stream.concat(first.stream(), second.stream()));
    }
    return new Raw.Leaf(is, kinds);
  }

  /** The facts that can have that value. */
  static Set<FactKind> kinds(Query.Is is) {
    String value = is.value();
    return switch (is.field()) {
      // A kind that both have ("supply") is the signal's.
      case KIND ->
          Labelled.find(SignalKind.class, value).isPresent()
              ? EnumSet.of(FactKind.SIGNAL)
              : kinds(false, Labelled.find(CommitmentKind.class, value).isPresent());
      case STATUS ->
          kinds(
              Labelled.find(FigureStatus.class, value).isPresent(),
              Labelled.find(CommitmentStatus.class, value).isPresent());
      default -> is.field().kinds();
    };
  }

  private static Set<FactKind> kinds(boolean figure, boolean commitment) {
    Set<FactKind> kinds = EnumSet.noneOf(FactKind.class);
    if (figure) {
      kinds.add(FactKind.FIGURE);
    }
    if (commitment) {
      kinds.add(FactKind.COMMITMENT);
    }
    return kinds;
  }

  private static <E extends Enum<E> & Labelled> String label(
      Class<E> type, Field field, String value, int position) throws QuerySyntaxException {
    Optional<E> constant = Labelled.find(type, value);
    if (constant.isEmpty()) {
      throw notOneOf(field, value, position, labels(type).stream());
    }
    return constant.get().label();
  }

  private static QuerySyntaxException notOneOf(
      Field field, String value, int position, Stream<String> labels) {
    List<String> allowed = labels.distinct().toList();
    return new QuerySyntaxException(
        position,
        "\"" + value + "\"",
        "one of " + String.join(", ", allowed),
        Spelling.nearest(value, allowed).map(label -> field.label() + ":" + label).orElse(null));
  }

  private static Raw.Leaf is(Field field, String value) {
    return new Raw.Leaf(new Query.Is(field, value), field.kinds());
  }

  private static String language(String value, int position) throws QuerySyntaxException {
    if (!value.matches("[A-Za-z]{2}")) {
      throw new QuerySyntaxException(
          position, "\"" + value + "\"", "a language's two letters, such as en", null);
    }
    return value.toLowerCase(Locale.ROOT);
  }

  private static LocalDate day(String value, int position) throws QuerySyntaxException {
    Matcher matcher = DAY.matcher(value);
    try {
      if (matcher.matches()) {
        return LocalDate.of(
            Integer.parseInt(matcher.group(1)),
            matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2)),
            matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3)));
      }
    } catch (DateTimeException e) {
      // Said below, in the query's terms.
    }
    throw new QuerySyntaxException(
        position, "\"" + value + "\"", "a day, month or year: 2026-04-01, 2026-04 or 2026", null);
  }

  private static String period(String value, int position) throws QuerySyntaxException {
    String upper = value.toUpperCase(Locale.ROOT);
    Matcher matcher = PERIOD.matcher(upper);
    if (matcher.matches()) {
      boolean fiscal = matcher.group(1) != null;
      int part = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
      int parts = "H".equals(matcher.group(3)) ? 2 : 4;
      int month = matcher.group(5) == null ? 1 : Integer.parseInt(matcher.group(5));
      if (part >= 1
          && part <= parts
          && month >= 1
          && month <= 12
          && !(fiscal && matcher.group(5) != null)) {
        return upper;
      }
    }
    throw new QuerySyntaxException(
        position,
        "\"" + value + "\"",
        "a period: 2026, 2026Q1, 2026H1, 2026-04, FY2027 or FY2027Q1",
        null);
  }

  private static <E extends Enum<E> & Labelled> List<String> labels(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Labelled::label).toList();
  }

  private static String fold(String value) {
    return value.toLowerCase(Locale.ROOT);
  }

  /** The id that a name nobody knows would get. */
  private static String slug(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "-")
        .replaceAll("^-|-$", "");
  }
}
