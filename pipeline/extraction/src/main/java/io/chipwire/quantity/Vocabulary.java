package io.chipwire.quantity;

import io.chipwire.fact.Bound;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of the grammar, from the resources of this room. Immutable once loaded. */
final class Vocabulary {

  /** How a magnitude is written, see {@code magnitudes.tsv}. */
  enum Form {
    WORD,
    SHORT,
    LETTER
  }

  /** A word or letter that multiplies. */
  record Magnitude(BigDecimal factor, Form form) {}

  /** A vague order; {@code high} is null where it is open. */
  record Order(BigDecimal low, @Nullable BigDecimal high) {}

  /** A number word. */
  record Word(BigDecimal value, WordKind kind) {}

  enum WordKind {
    UNIT,
    TEN,
    HUNDRED
  }

  /** A bound and where it applies. */
  record BoundWord(Bound bound, Scope scope) {}

  enum Scope {
    ANY,
    PLAIN,
    DURATION
  }

  /** What a plain number in a table row is; {@code unit} {@code $} is the table's currency. */
  record RowUnit(String unit, @Nullable String per, boolean scaled) {}

  final Map<String, Word> numbers = new HashMap<>();
  final Map<String, Order> orders = new HashMap<>();
  final Map<String, Measure> currencySigns = new HashMap<>();
  final Map<String, Measure> currencyCodes = new HashMap<>();
  final PhraseTable<Measure> currencyNames = new PhraseTable<>(false);
  final PhraseTable<Measure> exactUnits = new PhraseTable<>(true);
  final PhraseTable<Measure> units = new PhraseTable<>(false);
  final PhraseTable<BoundWord> boundsBefore = new PhraseTable<>(false);
  final PhraseTable<BoundWord> durationBounds = new PhraseTable<>(false);
  final PhraseTable<Bound> boundsAfter = new PhraseTable<>(false);
  final PhraseTable<String> denominators = new PhraseTable<>(false);
  final Map<String, String> adverbsAfter = new HashMap<>();
  final Map<String, String> adverbsBefore = new HashMap<>();
  final Map<String, String> unitRates = new HashMap<>();
  final Map<String, String> plurals = new HashMap<>();
  final PhraseTable<String> compounds = new PhraseTable<>(false);
  final Set<String> uncounted = new HashSet<>();
  final Set<String> listed = new HashSet<>();
  final Map<String, String> groups = new HashMap<>();
  final PhraseTable<String> headless = new PhraseTable<>(false);
  final Set<String> placedBefore = new HashSet<>();
  final Set<String> placedAfter = new HashSet<>();
  final Set<String> tenors = new HashSet<>();
  final Set<String> fillers;
  final Set<String> changes;
  final Set<String> labels;
  final Set<String> adjectival;
  final Set<String> sharePrice;
  final Set<String> indices;
  final Set<String> trillions;
  final Set<String> multiplied;
  final Set<String> articles =
      Set.of("the", "a", "its", "their", "this", "these", "those", "our", "his", "her", "my");
  final Set<String> stating =
      Set.of(
          "are", "expressed", "reported", "stated", "presented", "amounts", "figures", "dollars");
  final Set<String> pointing;
  final Set<String> literal;
  final Set<String> creeping;
  final List<Map.Entry<String, RowUnit>> rows;
  private final Map<String, Magnitude> magnitudes = new HashMap<>();

  private Vocabulary() {
    loadNumbers();
    loadCurrencies();
    loadUnits();
    loadBounds();
    loadNouns();
    for (String[] row : Rows.of("denominators.tsv", 2)) {
      denominators.add(pieces(row[0]), row[1]);
    }
    for (String[] row : Rows.of("adverbs.tsv", 3)) {
      Map<String, String> side =
          switch (row[2]) {
            case "after" -> adverbsAfter;
            case "before" -> adverbsBefore;
            case "within" -> unitRates;
            default -> throw new IllegalStateException("adverbs.tsv: side \"" + row[2] + "\"");
          };
      side.put(row[0], row[1]);
    }
    for (String[] row : Rows.of("placements.tsv", 2)) {
      Set<String> side =
          switch (row[1]) {
            case "after" -> placedAfter;
            case "before" -> placedBefore;
            case "tenor" -> tenors;
            default -> throw new IllegalStateException("placements.tsv: side \"" + row[1] + "\"");
          };
      side.add(row[0]);
    }
    fillers = words("fillers.txt");
    changes = words("changes.txt");
    labels = words("labels.txt");
    adjectival = words("adjectival.txt");
    sharePrice = words("shareprice.txt");
    pointing = words("pointing.txt");
    literal = words("literal.txt");
    creeping = words("creeping.txt");
    indices = words("indices.txt");
    trillions = words("trillions.txt");
    multiplied = words("multiplied.txt");
    rows =
        Rows.of("rows.tsv", 4).stream()
            .map(
                row ->
                    Map.entry(
                        row[0],
                        new RowUnit(
                            row[1], row[2].equals("-") ? null : row[2], row[3].equals("yes"))))
            .toList();
  }

  /** Loads the resources. */
  static Vocabulary load() {
    return new Vocabulary();
  }

  boolean isCurrencySign(String text) {
    return currencySigns.containsKey(text);
  }

  /** The magnitude that a piece spells, or null. */
  @Nullable Magnitude magnitude(Piece piece) {
    Magnitude asSpelt = magnitudes.get(piece.text());
    if (asSpelt != null) {
      return asSpelt;
    }
    Magnitude folded = magnitudes.get(piece.lower());
    return folded != null && folded.form() != Form.LETTER ? folded : null;
  }

  private void loadNumbers() {
    for (String[] row : Rows.of("numbers.tsv", 3)) {
      WordKind kind = WordKind.valueOf(row[2].toUpperCase(Locale.ROOT));
      numbers.put(row[0], new Word(new BigDecimal(row[1]), kind));
    }
    for (String[] row : Rows.of("magnitudes.tsv", 3)) {
      Form form = Form.valueOf(row[2].toUpperCase(Locale.ROOT));
      magnitudes.put(row[0], new Magnitude(new BigDecimal(row[1]), form));
    }
    for (String[] row : Rows.of("orders.tsv", 3)) {
      BigDecimal high = new BigDecimal(row[2]);
      orders.put(row[0], new Order(new BigDecimal(row[1]), high.signum() == 0 ? null : high));
    }
  }

  private void loadCurrencies() {
    List<String[]> currencies = Rows.of("currencies.tsv", 4);
    for (String[] row : currencies) {
      Measure money = new Measure(Measure.Kind.MONEY, row[1], new BigDecimal(row[3]));
      if (row[2].equals("sign")) {
        currencySigns.put(row[0], money);
      } else if (row[2].equals("code")) {
        currencyCodes.put(row[0], money);
      }
    }
    for (String[] row : currencies) {
      if (row[2].equals("name")) {
        Measure money = new Measure(Measure.Kind.MONEY, row[1], new BigDecimal(row[3]));
        currencyNames.add(pieces(row[0]), money);
      }
    }
  }

  private void loadUnits() {
    for (String[] row : Rows.of("units.tsv", 5)) {
      Measure.Kind kind = Measure.Kind.valueOf(row[2].toUpperCase(Locale.ROOT));
      Measure measure = new Measure(kind, row[1], new BigDecimal(row[3]));
      (row[4].equals("exact") ? exactUnits : units).add(pieces(row[0]), measure);
    }
  }

  private void loadBounds() {
    for (String[] row : Rows.of("bounds.tsv", 4)) {
      Bound bound = Bound.valueOf(row[1].toUpperCase(Locale.ROOT));
      Scope scope = Scope.valueOf(row[3].toUpperCase(Locale.ROOT));
      if (row[2].equals("after")) {
        boundsAfter.add(pieces(row[0]), bound);
      } else if (scope == Scope.DURATION) {
        durationBounds.add(pieces(row[0]), new BoundWord(bound, scope));
      } else {
        boundsBefore.add(pieces(row[0]), new BoundWord(bound, scope));
      }
    }
  }

  private void loadNouns() {
    for (String[] row : Rows.of("nouns.tsv", 3)) {
      switch (row[1]) {
        case "compound" -> compounds.add(pieces(row[0]), row[2]);
        case "plural" -> plurals.put(row[0], row[2]);
        case "none" -> uncounted.add(row[0]);
        case "list" -> listed.add(row[0]);
        default -> throw new IllegalStateException("nouns.tsv: kind \"" + row[1] + "\"");
      }
    }
    for (String[] row : Rows.of("headless.tsv", 2)) {
      headless.add(pieces(row[0]), row[1]);
      groups.put(row[0], row[1]);
    }
  }

  private List<Piece> pieces(String phrase) {
    return Pieces.of(this::isCurrencySign, phrase);
  }

  private static Set<String> words(String resource) {
    Set<String> words = new HashSet<>();
    for (String[] row : Rows.of(resource, 1)) {
      words.add(row[0]);
    }
    return words;
  }
}
