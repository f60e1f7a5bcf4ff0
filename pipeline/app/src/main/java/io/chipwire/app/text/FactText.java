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
import io.chipwire.lexicon.Entry;
import io.chipwire.lexicon.Lexicon;
import io.chipwire.signal.Signal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How we read a fact, in a line. Entities are called by the names that the article's extraction or
 * the lexicon gives them; an id without a name stands for itself.
 */
public final class FactText {

  private static final String BETWEEN = " · ";

  private static final FactText OF_LEXICON =
      new FactText(id -> Lexicon.standard().find(id).map(Entry::name).orElse(id));

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

  /** Readings where no article is at hand: by the names of the lexicon. */
  public static FactText ofLexicon() {
    return OF_LEXICON;
  }

  /** The name of an entity, or an empty text for none. */
  public String name(@Nullable String id) {
    return id == null ? "" : names.apply(id);
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

  /** Who owes whom what. */
  public String reading(Commitment commitment) {
    return joined(
        commitment.kind().label() + " (" + commitment.status().label() + ")",
        (commitment.obligors().isEmpty() ? "?" : names(commitment.obligors()))
            + (commitment.counterparty() == null ? "" : " → " + name(commitment.counterparty())),
        commitment.amount() == null ? null : AmountText.of(commitment.amount()),
        name(commitment.object()),
        commitment.term());
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
