package io.chipwire.figure;

import io.chipwire.fact.Basis;
import io.chipwire.fact.Direction;
import io.chipwire.fact.Metric;
import io.chipwire.table.Rows;
import io.chipwire.table.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether an amount is itself a change, which way, and against what.
 *
 * <p>Words and what may stand between them and the amount are in {@code change-cues.tsv}.
 */
final class ChangeChoice {

  private static final Words WORDS = Words.beside(ChangeChoice.class);
  private static final int REACH = 7;
  private static final int FAR = 12;
  private static final Set<String> PUTTING = WORDS.of("change-choice.putting");

  /** Verbs of a delay, which is no change of anything: "has slipped by two months". */
  private static final Set<String> DELAYING = WORDS.of("change-choice.delaying");

  private static final Set<String> JOBS = WORDS.of("change-choice.jobs");
  private static final Set<String> LOST = WORDS.of("change-choice.lost");
  private static final Set<String> LOSING = WORDS.of("change-choice.losing");

  /** Metrics whose changes are not told against a period. */
  private static final Set<Metric> UNMOVED =
      java.util.EnumSet.of(
          Metric.SHARE_PRICE, Metric.PERFORMANCE, Metric.POWER, Metric.MEMORY, Metric.HEADCOUNT);

  private enum Part {
    VERB,
    NOUN,
    AFTER,
    CUTS,
    ERASES,
    FILLER,
    FILLER_AFTER
  }

  private final Map<Part, Map<String, Direction>> words = new HashMap<>();
  private final Set<String> fillers = new HashSet<>();
  private final Set<String> fillersAfter = new HashSet<>();
  private final PhraseMap<Basis> bases = new PhraseMap<>();
  private final PhraseMap<Direction> rates = new PhraseMap<>();

  ChangeChoice() {
    for (Rows.Row row : Rows.of(ChangeChoice.class, "change-cues.tsv")) {
      switch (row.cell(0)) {
        case "basis" -> row.list(2).forEach(p -> bases.put(p, row.constant(Basis.class, 1)));
        case "rate" -> row.list(2).forEach(p -> rates.put(p, row.constant(Direction.class, 1)));
        case "filler" -> fillers.addAll(row.list(2));
        case "filler_after" -> fillersAfter.addAll(row.list(2));
        default -> {
          Map<String, Direction> part =
              words.computeIfAbsent(row.constant(Part.class, 0), key -> new HashMap<>());
          Direction direction = row.constant(Direction.class, 1);
          row.list(2).forEach(word -> part.put(word, direction));
        }
      }
    }
  }

  /** Which way an amount moved something, or null if it is a level. */
  @Nullable Direction direction(Line line, Draft draft) {
    boolean late =
        draft.kind == UnitKind.TIME && line.has(DELAYING, draft.first() - 4, draft.first());
    if (late) {
      return null;
    }
    Direction signed = signed(draft);
    if (signed != null) {
      return signed;
    }
    Direction before = before(line, draft);
    if (before != null) {
      return before;
    }
    Direction after = isLost(line, draft) ? Direction.DOWN : after(line, draft);
    if (after != null) {
      return after;
    }
    return switch (draft.kind) {
      case PERCENT -> rate(line, draft);
      case MULTIPLE -> multiple(line, draft);
      default -> null;
    };
  }

  private static @Nullable Direction signed(Draft draft) {
    if (draft.kind != UnitKind.PERCENT) {
      return null;
    }
    String text = draft.quantity.text().strip();
    if (text.startsWith("+") && !text.startsWith("+/")) {
      return Direction.UP;
    }
    return text.matches("[-−–]\\s?\\d.*") ? Direction.DOWN : null;
  }

  /** "Rose by about 12%", "an increase of 12%", "up 12%", "lifted its price by 12%". */
  private @Nullable Direction before(Line line, Draft draft) {
    boolean by = false;
    boolean of = false;
    int i = draft.first() - 1;
    for (; i >= Math.max(0, draft.first() - REACH); i--) {
      String word = line.word(i);
      Direction noun = word(Part.NOUN, word);
      Direction verb = verb(line, i);
      Direction erased = draft.kind == UnitKind.MONEY ? word(Part.ERASES, word) : null;
      if (erased != null && !of) {
        return erased;
      }
      boolean bound =
          line.word(i + 1).equals("than") || word.equals("up") && line.word(i + 1).equals("to");
      boolean result = word.matches("loss|losses|gain|gains") && draft.kind == UnitKind.MONEY;
      if (of && noun != null && !result) {
        return noun;
      }
      if (!of && verb != null && !bound) {
        boolean dismissed = word.equals("off") && line.word(i - 1).matches("la(y|ys|id|ying)");
        boolean particle = PUTTING.contains(line.word(i - 1)) && !dismissed;
        return !particle && (dismissed || moves(draft, word, by)) ? verb : null;
      }
      boolean upTo = word.equals("to") && line.word(i - 1).equals("up");
      boolean joined = line.quantityAt(i) != null && line.word(i + 1).matches("or|and|to|-|–");
      if (!fillers.contains(word) && !bound && !upTo && !joined) {
        break;
      }
      by |= word.equals("by");
      of |= word.equals("of");
    }
    return by ? farVerb(line, i) : null;
  }

  /** Which way a verb moves; a contract between two shrinks nothing. */
  private @Nullable Direction verb(Line line, int at) {
    boolean agreement = line.word(at).equals("contract") && line.clauses().parse().isNoun(at);
    return agreement ? null : word(Part.VERB, line.word(at));
  }

  /** The verb of "lifted its list price for B200 by": the last one before, no amount between. */
  private @Nullable Direction farVerb(Line line, int from) {
    for (int i = from; i >= Math.max(0, from - FAR) && line.quantityAt(i) == null; i--) {
      Direction verb = verb(line, i);
      if (verb != null && !line.word(i).matches("up|down|off|higher|lower|above|below")) {
        return verb;
      }
      if (line.breaks(i, i + 1) >= 3) {
        return null;
      }
    }
    return null;
  }

  /** Of money and counts a verb says a change only with "by"; "up" and "down" always do. */
  private boolean moves(Draft draft, String verb, boolean by) {
    return switch (draft.kind) {
      case PERCENT, MULTIPLE -> true;
      case COUNT -> by || verb.equals("up") || verb.equals("down") || word(Part.CUTS, verb) != null;
      default -> by || verb.equals("up") || verb.equals("down");
    };
  }

  /** "1,700 jobs, mostly of managers, are to disappear". */
  private static boolean isLost(Line line, Draft draft) {
    String unit = draft.quantity.unit();
    boolean jobs =
        draft.kind == UnitKind.COUNT && JOBS.contains(unit.substring(unit.lastIndexOf(' ') + 1));
    for (int i = draft.end(); jobs && i < Math.min(line.size(), draft.end() + FAR); i++) {
      if (LOST.contains(line.word(i))) {
        return LOSING.contains(line.word(i - 1));
      }
      if (line.quantityAt(i) != null) {
        return false;
      }
    }
    return false;
  }

  /** "A 12% rise", "12% more than", "12% year-on-year growth"; "a 25% cut of sales" is none. */
  private @Nullable Direction after(Line line, Draft draft) {
    for (int i = draft.end(); i < Math.min(line.size(), draft.end() + 5); i++) {
      String word = line.word(i);
      Direction after = word(Part.AFTER, word);
      boolean short1 = draft.kind == UnitKind.COUNT && word.equals("short");
      if (after != null && !short1) {
        return after;
      }
      boolean moved =
          draft.kind == UnitKind.PERCENT
              || draft.kind == UnitKind.MULTIPLE
              || i == draft.end()
                  && word.matches("increase|rise|drop|cut|decline|reduction|jump|decrease");
      boolean share = word.equals("cut") && line.word(i + 1).equals("of");
      boolean isNoun = line.clauses().parse().isNoun(i) && !share;
      Direction noun = moved && isNoun ? word(Part.NOUN, word) : null;
      if (noun != null) {
        return noun;
      }
      if (!fillersAfter.contains(word)) {
        return null;
      }
    }
    return null;
  }

  /** "Expanding at a compound annual rate of 12%", "12% a year". */
  private @Nullable Direction rate(Line line, Draft draft) {
    Direction named = rates.firstIn(line.lower(), draft.first() - 9, draft.end() + 6);
    if (named != null && line.breaks(draft.end(), draft.end() + 2) < 3) {
      return named;
    }
    if (draft.quantity.unit().equals("pp")) {
      int head = line.clauses().head(draft.first());
      for (int i = 0; i < line.size(); i++) {
        Direction verb = word(Part.VERB, line.word(i));
        if (verb != null && line.clauses().head(i) == head) {
          return verb;
        }
      }
    }
    return null;
  }

  /** "Fifteen times the 4.7 trillion won of a year earlier". */
  private static @Nullable Direction multiple(Line line, Draft draft) {
    boolean past =
        line.quantityFrom(draft.end()) != null
            && line.word(draft.end()).equals("the")
            && line.quantityFrom(draft.end()).first() <= draft.end() + 2;
    List<String> lower = line.lower();
    String rest =
        String.join(" ", lower.subList(draft.end(), Math.min(lower.size(), draft.end() + 12)));
    boolean ago =
        rest.matches(
            "(what|as much as|the (level|figure|amount|number|price)|more than|its)\\b.*\\b(ago|earlier|before|last year)\\b.*");
    return past || ago ? Direction.UP : null;
  }

  private @Nullable Direction word(Part part, String word) {
    return words.getOrDefault(part, Map.of()).get(word);
  }

  /** What a change is measured against: as said near it, else as is usual for the metric. */
  Basis basis(Line line, Draft draft) {
    int from = draft.first() - 6;
    int to = line.size();
    for (Draft.Tie tie : Set.of(Draft.Tie.CHANGE)) {
      if (draft.tie == tie && draft.base != null) {
        from = Math.min(from, draft.base.end());
      }
    }
    if (UNMOVED.contains(draft.metric())) {
      return Basis.OTHER;
    }
    if (isOfMonthBefore(line, draft)) {
      return Basis.MOM;
    }
    Basis after = bases.firstIn(line.lower(), draft.end(), to);
    if (after == null) {
      after = bases.firstIn(line.lower(), from, draft.first());
    }
    return after == null ? usual(draft) : after;
  }

  /** "Up 11% from September", "7% more than in September", said of October. */
  private static boolean isOfMonthBefore(Line line, Draft draft) {
    Period period = draft.period;
    When against = TimeRanking.basis(line, draft);
    Period before = against == null ? null : against.period();
    return period != null
        && before != null
        && period.kind() == Period.Kind.MONTH
        && before.kind() == Period.Kind.MONTH
        && before.index() == period.plus(-1).index()
        && before.year() <= period.year();
  }

  /** The basis that words name, else the usual one. */
  @Nullable Basis basisOf(List<String> lower, @Nullable Basis usual) {
    Basis said = bases.firstIn(lower, 0, lower.size());
    return said == null ? usual : said;
  }

  /** The basis that goes without saying. */
  static Basis usual(Draft draft) {
    Metric metric = draft.metric();
    Period period = draft.period;
    return switch (metric) {
      case REVENUE,
          GROSS_MARGIN,
          OPERATING_MARGIN,
          OPERATING_INCOME,
          NET_INCOME,
          EPS,
          CAPEX,
          RD_SPEND,
          CASH_FLOW,
          SHIPMENTS,
          MARKET_SIZE,
          BACKLOG ->
          Basis.YOY;
      case PRICE -> {
        if (period == null) {
          yield Basis.OTHER;
        }
        yield switch (period.kind()) {
          case QUARTER -> Basis.QOQ;
          case MONTH -> Basis.OTHER;
          default -> Basis.YOY;
        };
      }
      default -> Basis.OTHER;
    };
  }
}
