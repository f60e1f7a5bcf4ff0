package io.chipwire.alert;

import io.chipwire.fact.Amount;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.Figure;
import io.chipwire.signal.Signal;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes two facts the same news: who, what, when and how much, but not where it is printed. A
 * revised value is another fact.
 */
public final class FactKeys {

  private FactKeys() {}

  /** The key of a figure. */
  public static String of(Figure figure) {
    return key(
        "figure",
        figure.subject(),
        figure.product(),
        figure.metric().label(),
        figure.period(),
        amount(figure.amount()),
        figure.per(),
        figure.change() == null
            ? null
            : figure.change().direction().label() + " " + figure.change().basis().label(),
        figure.status().label());
  }

  /** The key of a commitment; the sentence's words do not count. */
  public static String of(Commitment commitment) {
    return key(
        "commitment",
        commitment.kind().label(),
        String.join(",", commitment.obligors().stream().sorted().toList()),
        commitment.counterparty(),
        commitment.amount() == null ? null : amount(commitment.amount()),
        commitment.object(),
        commitment.status().label());
  }

  /** The key of a signal: that of the figures and commitments it rests on, or its sentence. */
  public static String of(Signal signal, List<String> restsOn) {
    return key(
        "signal",
        signal.kind().label(),
        signal.subject(),
        signal.product(),
        signal.direction() == null ? null : signal.direction().label(),
        restsOn.isEmpty()
            ? signal.sentence().strip()
            : String.join(";", restsOn.stream().sorted().toList()));
  }

  private static String amount(Amount amount) {
    return amount.bound().label()
        + " "
        + plain(amount.low())
        + ".."
        + plain(amount.high())
        + " "
        + amount.unit();
  }

  private static String plain(@Nullable BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }

  private static String key(@Nullable String... parts) {
    StringBuilder key = new StringBuilder();
    for (String part : parts) {
      key.append(key.isEmpty() ? "" : "|")
          .append(part == null ? "" : part.replace("\\", "\\\\").replace("|", "\\|"));
    }
    return key.toString();
  }
}
