package io.chipwire.figure;

import io.chipwire.quantity.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the periods that a sentence names, and finds the one that a quantity covers. */
final class Periods {

  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");
  private static final Map<String, Integer> ORDINALS =
      Map.of("first", 1, "second", 2, "third", 3, "fourth", 4, "q1", 1, "q2", 2, "q3", 3, "q4", 4);

  /** A period named at a token, in the notation of the contract. */
  record Named(int first, int end, String period) {}

  private final @Nullable LocalDate published;

  Periods(@Nullable Instant publishedAt) {
    this.published = publishedAt == null ? null : publishedAt.atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** The periods that a sentence names, in reading order. */
  List<Named> in(List<String> words) {
    List<Named> named = new ArrayList<>();
    for (int i = 0; i < words.size(); ) {
      Named one = at(words, i);
      if (one == null) {
        i++;
      } else {
        named.add(one);
        i = one.end;
      }
    }
    return named;
  }

  /** The named period that stands nearest to a quantity, or null. */
  static @Nullable String nearest(Quantity quantity, List<Named> named, List<Quantity> all) {
    String best = null;
    int nearest = Integer.MAX_VALUE;
    for (Named one : named) {
      int from = one.end <= quantity.first() ? one.end : quantity.end();
      int to = one.end <= quantity.first() ? quantity.first() : one.first;
      int distance = Math.max(0, to - from);
      for (Quantity other : all) {
        distance += other != quantity && other.first() >= from && other.end() <= to ? 5 : 0;
      }
      if (distance < nearest) {
        nearest = distance;
        best = one.period;
      }
    }
    return best;
  }

  private @Nullable Named at(List<String> words, int i) {
    String word = words.get(i);
    Integer quarter = ORDINALS.get(word);
    if (quarter != null && word.startsWith("q")) {
      return quarter(words, i, i + 1, quarter, fiscalBefore(words, i));
    }
    if (quarter != null && next(words, i + 1, "fiscal") && next(words, i + 2, "quarter")) {
      return quarter(words, i, i + 3, quarter, true);
    }
    if (quarter != null && (next(words, i + 1, "quarter") || next(words, i + 1, "half"))) {
      return next(words, i + 1, "half") && quarter <= 2
          ? half(words, i, quarter)
          : quarter(words, i, i + 2, quarter, fiscalBefore(words, i));
    }
    if (word.equals("fiscal")) {
      int at = next(words, i + 1, "year") ? i + 2 : i + 1;
      return year(words, at) == 0 ? null : new Named(i, at + 1, "FY" + year(words, at));
    }
    if (published != null && next(words, i + 1, "year") && relative(word) != null) {
      return new Named(i, i + 2, String.valueOf(published.getYear() + relative(word)));
    }
    if (published != null && next(words, i + 1, "quarter") && relative(word) != null) {
      int index = published.getYear() * 4 + (published.getMonthValue() - 1) / 3 + relative(word);
      return new Named(i, i + 2, index / 4 + "Q" + (index % 4 + 1));
    }
    int month = MONTHS.indexOf(word) + 1;
    if (month > 0
        && i > 0
        && List.of("in", "by", "since", "until", "from").contains(words.get(i - 1))) {
      int year = year(words, i + 1);
      if (year == 0 && published != null) {
        boolean ahead = words.get(i - 1).equals("by") || words.get(i - 1).equals("until");
        year = published.getYear();
        year += ahead && month < published.getMonthValue() ? 1 : 0;
        year -= !ahead && month > published.getMonthValue() ? 1 : 0;
      }
      return year == 0 ? null : new Named(i, i + 1, "%d-%02d".formatted(year, month));
    }
    int year = year(words, i);
    return year == 0 ? null : new Named(i, i + 1, String.valueOf(year));
  }

  private Named half(List<String> words, int i, int half) {
    int at = i + 2 < words.size() && words.get(i + 2).equals("of") ? i + 3 : i + 2;
    int year = year(words, at);
    int end = year == 0 ? i + 2 : at + 1;
    if (year == 0) {
      year = published == null ? 0 : published.getYear();
    }
    return new Named(i, end, year + "H" + half);
  }

  private @Nullable Named quarter(
      List<String> words, int first, int behind, int quarter, boolean fiscal) {
    int at = behind;
    boolean named = fiscal;
    while (at < words.size()
        && at < behind + 3
        && List.of("of", "fiscal", "year", "calendar", "its").contains(words.get(at))) {
      named |= words.get(at).equals("fiscal");
      at++;
    }
    int year = year(words, at);
    int end = year == 0 ? behind : at + 1;
    if (year == 0 && published == null) {
      return null;
    }
    if (year == 0) {
      int now = (published.getMonthValue() - 1) / 3 + 1;
      year = quarter > now ? published.getYear() - 1 : published.getYear();
      if (quarter == now + 1 && now < 4) {
        year = published.getYear();
      }
    }
    return new Named(first, end, (named ? "FY" : "") + year + "Q" + quarter);
  }

  private static boolean fiscalBefore(List<String> words, int i) {
    return i > 0 && words.get(i - 1).equals("fiscal");
  }

  private static @Nullable Integer relative(String word) {
    return switch (word) {
      case "this", "current" -> 0;
      case "last", "previous", "prior" -> -1;
      case "next", "coming" -> 1;
      default -> null;
    };
  }

  private static boolean next(List<String> words, int i, String word) {
    return i < words.size() && words.get(i).equals(word);
  }

  private static int year(List<String> words, int i) {
    if (i >= words.size()) {
      return 0;
    }
    String word = words.get(i);
    boolean year =
        word.length() == 4
            && (word.startsWith("20") || word.startsWith("19"))
            && word.chars().allMatch(Character::isDigit);
    return year ? Integer.parseInt(word) : 0;
  }
}
