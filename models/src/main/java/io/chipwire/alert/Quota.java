package io.chipwire.alert;

import io.chipwire.fact.Labelled;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * At most so many alerts in a period of the calendar (UTC).
 *
 * @param most 1 or more
 */
public record Quota(int most, Period period) {

  private static final int LARGEST = 1_000_000;

  /** A stretch of the calendar. */
  public enum Period implements Labelled {
    HOUR,
    DAY,
    /** From Monday. */
    WEEK;

    /** When the period ends in which an instant lies. */
    public Instant end(Instant instant) {
      return switch (this) {
        case HOUR -> start(instant).plus(Duration.ofHours(1));
        case DAY -> start(instant).plus(Duration.ofDays(1));
        case WEEK -> start(instant).plus(Duration.ofDays(7));
      };
    }

    /** When the period began in which an instant lies. */
    public Instant start(Instant instant) {
      return switch (this) {
        case HOUR -> instant.truncatedTo(ChronoUnit.HOURS);
        case DAY -> instant.truncatedTo(ChronoUnit.DAYS);
        case WEEK -> {
          LocalDate day = instant.atOffset(ZoneOffset.UTC).toLocalDate();
          yield day.minusDays(day.getDayOfWeek().getValue() - 1L)
              .atStartOfDay()
              .toInstant(ZoneOffset.UTC);
        }
      };
    }
  }

  /**
   * Reads {@code 10/day}.
   *
   * @throws IllegalArgumentException if the text says no quota
   */
  public static Quota parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length == 2 && parts[0].matches("\\d{1,7}")) {
      int most = Integer.parseInt(parts[0]);
      Optional<Period> period = Labelled.find(Period.class, parts[1]);
      if (period.isPresent() && most > 0 && most <= LARGEST) {
        return new Quota(most, period.get());
      }
    }
    throw new IllegalArgumentException(
        "quota \"" + text + "\": expected N/hour, N/day or N/week with N from 1 to " + LARGEST);
  }

  @Override
  public String toString() {
    return most + "/" + period.label();
  }
}
