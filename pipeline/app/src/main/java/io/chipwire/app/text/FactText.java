package io.chipwire.app.text;

import io.chipwire.extraction.Extraction;
import io.chipwire.fact.AmountText;
import io.chipwire.fact.Bound;
import io.chipwire.fact.Change;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.Direction;
import io.chipwire.fact.Entity;
import io.chipwire.fact.Figure;
import io.chipwire.fact.FigureStatus;
import io.chipwire.history.Series;
import io.chipwire.lexicon.Entry;
import io.chipwire.lexicon.Lexicon;
import io.chipwire.search.Hit;
import io.chipwire.signal.Signal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How we read a fact, in a line. Entities are called by the names that the article's extraction or
 * the lexicon gives them; those without one by the words of their id.
 */
public final class FactText {

  private static final String BETWEEN = " · ";

  private static final FactText OF_LEXICON =
      new FactText(id -> Lexicon.standard().find(id).map(Entry::name).orElseGet(() -> spelt(id)));

  private final UnaryOperator<String> names;

  private FactText(UnaryOperator<String> names) {
    this.names = names;
  }

  /** Readings of the facts of one article. */
  public static FactText of(Extraction extraction) {
    Map<String, String> names = new HashMap<>();
    for (Entity entity : extraction.entities()) {
      names.put(entity.id(), entity.name());
    }
    return new FactText(id -> names.getOrDefault(id, id));
  }

  private static String spelt(String id) {
    return Arrays.stream(id.split("-"))
        .filter(word -> !word.isEmpty())
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining(" "));
  }

  /** Readings where no article is at hand: by the names of the lexicon. */
  public static FactText ofLexicon() {
    return OF_LEXICON;
  }

  /** The name of an entity, or an empty text for none. */
  public String name(@Nullable String id) {
    return id == null ? "" : names.apply(id);
  }

  /** What a commitment is about: a product by its name, or the words for it. */
  public static String object(@Nullable String object) {
    return object == null ? "" : Lexicon.standard().find(object).map(Entry::name).orElse(object);
  }

  /** Names, comma-separated. */
  public String names(List<String> ids) {
    return String.join(", ", ids.stream().map(this::name).toList());
  }

  /** A figure's value with its denominator and, for a change, its direction and basis. */
  public static String value(Figure figure) {
    StringBuilder text = new StringBuilder();
    Change change = figure.change();
    if (change != null) {
      text.append(change.direction() == Direction.UP ? "▲ " : "▼ ");
    }
    text.append(AmountText.of(figure.amount()));
    if (figure.per() != null) {
      text.append(" per ").append(figure.per());
    }
    if (change != null) {
      text.append(' ').append(change.basis().label());
    }
    return text.toString();
  }

  /** What a figure is about: metric, subject, product, period, status. */
  public String reading(Figure figure) {
    return joined(
        value(figure),
        figure.bound() == Bound.ORDER ? "order of magnitude" : null,
        words(figure.metric().label()),
        name(figure.subject()),
        name(figure.product()),
        figure.period(),
        figure.status() == FigureStatus.ACTUAL ? null : figure.status().label());
  }

  /** What a series is about. */
  public String about(Series series) {
    return joined(
        words(series.metric().label()),
        name(series.subject()),
        name(series.product()),
        series.byStatement() ? "by month of statement" : null);
  }

  /** Who owes whom what. */
  public String reading(Commitment commitment) {
    return joined(
        commitment.kind().label() + " (" + commitment.status().label() + ")",
        (commitment.obligors().isEmpty() ? "?" : names(commitment.obligors()))
            + (commitment.counterparty() == null ? "" : " → " + name(commitment.counterparty())),
        commitment.amount() == null ? null : AmountText.of(commitment.amount()),
        object(commitment.object()),
        commitment.term());
  }

  /** What kind of news about whom. */
  public String reading(Signal signal) {
    return joined("news: " + signal.kind().label(), arrow(signal.direction()), about(signal));
  }

  /** The facts of a hit, figures first. */
  public List<String> readings(Hit hit) {
    return Stream.of(
            hit.figures().stream().map(found -> reading(found.fact())),
            hit.commitments().stream().map(found -> reading(found.fact())),
            hit.signals().stream().map(found -> reading(found.fact())))
        .flatMap(each -> each)
        .toList();
  }

  /** Who or what an entity is. */
  public static String reading(Entity entity) {
    return entity.name() + BETWEEN + entity.type().label();
  }

  /** Whom a signal is about: subject, product, or the whole market. */
  public String about(Signal signal) {
    String about = joined(name(signal.subject()), name(signal.product()));
    return about.isEmpty() ? "market" : about;
  }

  /** An arrow for a direction, or an empty text. */
  public static String arrow(@Nullable Direction direction) {
    return direction == null ? "" : direction == Direction.UP ? "▲" : "▼";
  }

  /** A label in words: {@code gross margin}. */
  public static String words(String label) {
    return label.replace('_', ' ');
  }

  private static String joined(@Nullable String... parts) {
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      if (part != null && !part.isEmpty()) {
        text.append(text.isEmpty() ? "" : BETWEEN).append(part);
      }
    }
    return text.toString();
  }
}
