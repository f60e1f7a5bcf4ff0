package io.chipwire.alert;

import io.chipwire.extraction.Extraction;
import io.chipwire.fact.AmountText;
import io.chipwire.fact.Basis;
import io.chipwire.fact.Change;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.Direction;
import io.chipwire.fact.Entity;
import io.chipwire.fact.Figure;
import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Metric;
import io.chipwire.signal.Signal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one article in words, as a subscriber reads them: {@code Amazon capex 2026Q1:
 * $43.2B, up 78% YoY}. Immutable.
 */
public final class FactWords {

  /** A change so near to a level, in UTF-16 code units, is said of it. */
  private static final int NEAR = 200;

  private final Extraction extraction;
  private final Map<String, String> names = new HashMap<>();

  /** Words for the facts of an article. */
  public FactWords(Extraction extraction) {
    this.extraction = extraction;
    for (Entity entity : extraction.entities()) {
      names.put(entity.id(), entity.name());
    }
  }

  /** A figure, and where it is a level and the article says so, how much it changed. */
  public String of(Figure figure) {
    String about =
        words(
            name(figure.subject()),
            name(figure.product()),
            figure.metric() == Metric.OTHER ? null : figure.metric().label().replace('_', ' '),
            figure.period(),
            figure.status() == FigureStatus.ACTUAL
                ? null
                : "(" + figure.status().label().replace('_', ' ') + ")");
    String value = value(figure);
    if (figure.change() == null) {
      value += change(figure).map(change -> ", " + value(change)).orElse("");
    }
    return about.isEmpty() ? value : about + ": " + value;
  }

  /** Who owes whom what. */
  public String of(Commitment commitment) {
    String who =
        commitment.obligors().isEmpty()
            ? "somebody"
            : String.join(", ", commitment.obligors().stream().map(this::name).toList());
    return words(
        who + (commitment.counterparty() == null ? "" : " → " + name(commitment.counterparty())),
        commitment.kind().label(),
        "(" + commitment.status().label() + "):",
        commitment.amount() == null ? null : AmountText.of(commitment.amount()),
        name(commitment.object()),
        commitment.term() == null ? null : "over " + commitment.term());
  }

  /** What kind of news about whom. */
  public String of(Signal signal) {
    String about = words(name(signal.subject()), name(signal.product()));
    return words(
        about.isEmpty() ? "Market" : about,
        signal.kind().label(),
        signal.direction() == null ? null : signal.direction().label());
  }

  /** "Rose 78% to 43.2 billion", or "43.2 billion, up 78%". */
  private Optional<Figure> change(Figure level) {
    return extraction.figures().stream()
        .filter(
            other ->
                other.change() != null
                    && other.inTitle() == level.inTitle()
                    && distance(level, other) <= NEAR
                    && other.metric() == level.metric()
                    && Objects.equals(other.subject(), level.subject())
                    && Objects.equals(other.product(), level.product())
                    && Objects.equals(other.period(), level.period())
                    && other.status() == level.status())
        .min(Comparator.comparingInt(other -> distance(level, other)));
  }

  private static int distance(Figure figure, Figure other) {
    return Math.max(other.start() - figure.end(), figure.start() - other.end());
  }

  private static String value(Figure figure) {
    String amount = AmountText.of(figure.amount());
    if (figure.per() != null) {
      amount += " per " + figure.per();
    }
    Change change = figure.change();
    if (change == null) {
      return amount;
    }
    return words(
        change.direction() == Direction.UP ? "up" : "down",
        amount,
        change.basis() == Basis.OTHER ? null : basis(change.basis()));
  }

  /** {@code YoY}. */
  private static String basis(Basis basis) {
    String letters = basis.name();
    return letters.charAt(0) + letters.substring(1, 2).toLowerCase(Locale.ROOT) + letters.charAt(2);
  }

  private @Nullable String name(@Nullable String id) {
    return id == null ? null : names.getOrDefault(id, id);
  }

  private static String words(@Nullable String... parts) {
    List<String> said = new ArrayList<>();
    for (String part : parts) {
      if (part != null && !part.isEmpty()) {
        said.add(part);
      }
    }
    return String.join(" ", said);
  }
}
