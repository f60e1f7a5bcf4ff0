package io.chipwire.quantity;

import io.chipwire.fact.Bound;
import io.chipwire.table.Rows;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
    for (Rows.Row row : Rows.of(Vocabulary.class, "denominators.tsv", 2)) {
      denominators.add(pieces(row.cell(0)), row.cell(1));
    }
    for (Rows.Row row : Rows.of(Vocabulary.class, "adverbs.tsv", 3)) {
      Map<String, String> side =
          switch (row.cell(2)) {
            case "after" -> adverbsAfter;
            case "before" -> adverbsBefore;
            case "within" -> unitRates;
            default -> throw new IllegalStateException("adverbs.tsv: side \"" + row.cell(2) + "\"");
          };
      side.put(row.cell(0), row.cell(1));
    }
    for (Rows.Row row : Rows.of(Vocabulary.class, "placements.tsv", 2)) {
      Set<String> side =
          switch (row.cell(1)) {
            case "after" -> placedAfter;
            case "before" -> placedBefore;
            case "tenor" -> tenors;
            default ->
                throw new IllegalStateException("placements.tsv: side \"" + row.cell(1) + "\"");
          };
      side.add(row.cell(0));
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
        Rows.of(Vocabulary.class, "rows.tsv", 4).stream()
            .map(
                row ->
                    Map.entry(
                        row.cell(0),
                        new RowUnit(
                            row.cell(1),
                            row.cell(2).equals("-") ? null : row.cell(2),
                            row.cell(3).equals("yes"))))
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
    for (Rows.Row row : Rows.of(Vocabulary.class, "numbers.tsv", 3)) {
      WordKind kind = row.constant(WordKind.class, 2);
      numbers.put(row.cell(0), new Word(new BigDecimal(row.cell(1)), kind));
    }
    for (Rows.Row row : Rows.of(Vocabulary.class, "magnitudes.tsv", 3)) {
      Form form = row.constant(Form.class, 2);
      magnitudes.put(row.cell(0), new Magnitude(new BigDecimal(row.cell(1)), form));
    }
    for (Rows.Row row : Rows.of(Vocabulary.class, "orders.tsv", 3)) {
      BigDecimal high = new BigDecimal(row.cell(2));
      orders.put(
          row.cell(0), new Order(new BigDecimal(row.cell(1)), high.signum() == 0 ? null : high));
    }
  }

  private void loadCurrencies() {
    List<Rows.Row> currencies = Rows.of(Vocabulary.class, "currencies.tsv", 4);
    for (Rows.Row row : currencies) {
      Measure money = new Measure(Measure.Kind.MONEY, row.cell(1), new BigDecimal(row.cell(3)));
      if (row.cell(2).equals("sign")) {
        currencySigns.put(row.cell(0), money);
      } else if (row.cell(2).equals("code")) {
        currencyCodes.put(row.cell(0), money);
      }
    }
    for (Rows.Row row : currencies) {
      if (row.cell(2).equals("name")) {
        Measure money = new Measure(Measure.Kind.MONEY, row.cell(1), new BigDecimal(row.cell(3)));
        currencyNames.add(pieces(row.cell(0)), money);
      }
    }
  }

  private void loadUnits() {
    for (Rows.Row row : Rows.of(Vocabulary.class, "units.tsv", 5)) {
      Measure.Kind kind = row.constant(Measure.Kind.class, 2);
      Measure measure = new Measure(kind, row.cell(1), new BigDecimal(row.cell(3)));
      (row.cell(4).equals("exact") ? exactUnits : units).add(pieces(row.cell(0)), measure);
    }
  }

  private void loadBounds() {
    for (Rows.Row row : Rows.of(Vocabulary.class, "bounds.tsv", 4)) {
      Bound bound = row.constant(Bound.class, 1);
      Scope scope = row.constant(Scope.class, 3);
      if (row.cell(2).equals("after")) {
        boundsAfter.add(pieces(row.cell(0)), bound);
      } else if (scope == Scope.DURATION) {
        durationBounds.add(pieces(row.cell(0)), new BoundWord(bound, scope));
      } else {
        boundsBefore.add(pieces(row.cell(0)), new BoundWord(bound, scope));
      }
    }
  }

  private void loadNouns() {
    for (Rows.Row row : Rows.of(Vocabulary.class, "nouns.tsv", 3)) {
      switch (row.cell(1)) {
        case "compound" -> compounds.add(pieces(row.cell(0)), row.cell(2));
        case "plural" -> plurals.put(row.cell(0), row.cell(2));
        case "none" -> uncounted.add(row.cell(0));
        case "list" -> listed.add(row.cell(0));
        default -> throw new IllegalStateException("nouns.tsv: kind \"" + row.cell(1) + "\"");
      }
    }
    for (Rows.Row row : Rows.of(Vocabulary.class, "headless.tsv", 2)) {
      headless.add(pieces(row.cell(0)), row.cell(1));
      groups.put(row.cell(0), row.cell(1));
    }
  }

  private List<Piece> pieces(String phrase) {
    return Pieces.of(this::isCurrencySign, phrase);
  }

  private static Set<String> words(String resource) {
    Set<String> words = new HashSet<>();
    for (Rows.Row row : Rows.of(Vocabulary.class, resource, 1)) {
      words.add(row.cell(0));
    }
    return words;
  }
}
